import type { ThingByKind, ThingKind } from '../../app/domain/things/kinds'
import { agendaKindExamples } from './agenda'
import { candidateKindExamples } from './candidates'
import { caseKindExamples } from './case'
import { entryKindExamples } from './entries'
import type { KindExample } from './kind-example'
import { meetingKindExamples } from './meeting'
import { minutesKindExamples } from './minutes'
import { accountKindExamples, panelKindExamples } from './panel'
import { peopleKindExamples } from './people'
import { referralKindExamples } from './referral'
import { returnKindExamples } from './returns'

// The register of examples: one for every kind of thing.

export const kindExamples: { readonly [K in ThingKind]: KindExample<ThingByKind[K]> } = {
  ...panelKindExamples,
  ...accountKindExamples,
  ...peopleKindExamples,
  ...candidateKindExamples,
  ...referralKindExamples,
  ...caseKindExamples,
  ...agendaKindExamples,
  ...returnKindExamples,
  ...entryKindExamples,
  ...meetingKindExamples,
  ...minutesKindExamples,
}
