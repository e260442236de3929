import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided, type Refusal } from '../asking'
import { recorded } from '../records/records'
import { personReferred } from '../referral/accept-referral'
import { seen, seenOf } from '../sight/sees'
import { sightOf, type Sight } from '../sight/sight'
import type { Person } from '../things/people'
import type { Case } from '../things/case'
import { mustSeeAllContent } from '../people/person-merge'
import { panelId, id, line } from '../fields'
import type { FilledIn } from '../fields'

// A case accepted on the wrong man goes to the right one: an act of chair or coordinator, with its reason, that can be
// done again the other way. All that belongs to the case stays as it is, with whoever might read it: its victim-survivors,
// what was recorded, interests declared. Its incidents go with it; what is known of the man apart from it stays with him.

/** Whom the case is about: someone this person may see, a new person as the referral names him, or whom it was about before. */
const rightMan = (
  asking: Asking,
  sight: Sight,
  itsCase: Case,
  personId: string,
): { person: Person; isNew: boolean } | Refusal => {
  const { things, viewer } = asking
  if (personId === 'new') {
    const referral = things.all('referral').find((one) => one.caseId === itsCase.id)
    const panel = things.get('panel', viewer.panelId)
    return referral && panel
      ? { person: personReferred(asking, panel, referral, itsCase.ref), isNew: true }
      : refuseField(
          'personId',
          'No referral stands behind this case to take his name from. Choose someone who is known.',
        )
  }
  const before = personId === 'back' ? itsCase.moves.at(-1)?.fromPersonId : undefined
  if (personId === 'back' && !before)
    return refuseField(
      'personId',
      'This case has not been moved. Choose someone who is known, or a new person.',
    )
  const known = before ?? seenOf(sight, 'person').find((one) => one.id === personId)?.id
  const person = things.get('person', known)
  return person ? { person, isNew: false } : refuseField('personId', 'Choose whom the case is about.')
}

export const moveCaseFields = {
  panelId,
  caseId: id('Choose the case.'),
  /** A person who is known; `new`: as the referral names him; `back`: whom it was about before it was moved. */
  personId: id('Choose whom the case is about.'),
  reason: line('Say how it is known that the case is about another man.'),
}

export const moveCase = (asking: Asking, command: FilledIn<typeof moveCaseFields>): Decided => {
  const { things, viewer, context } = asking
  const no = mustSeeAllContent(asking)
  if (no) return no
  const sight = sightOf(viewer, things, null)
  const itsCase = things.get('case', command.caseId)
  if (!itsCase || !seen(sight, 'case', itsCase)) return notFound
  const found = rightMan(asking, sight, itsCase, command.personId)
  if (isRefusal(found)) return found
  const { person, isNew } = found
  if (person.id === itsCase.personId) return refuse('already_done', 'The case is about him already.')
  return [
    recorded('caseMoved', {
      caseId: itsCase.id,
      move: {
        fromPersonId: itsCase.personId,
        toPersonId: person.id,
        reason: command.reason,
        at: context.now,
        by: viewer.memberId,
      },
      person: isNew ? person : null,
      incidentIds: things.all('incident').flatMap((one) => (one.caseId === itsCase.id ? [one.id] : [])),
      candidacyIds: things.all('candidacy').flatMap((one) => (one.caseId === itsCase.id ? [one.id] : [])),
    }),
  ]
}
