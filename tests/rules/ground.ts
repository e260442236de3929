import type { Refusal } from '../../app/domain/refusals'
import type { VisibleThing } from '../../app/domain/sight/sees'
import type { Surface } from '../../app/domain/sight/sight'
import type { Clock } from '../support/clock'
import { openPureMeeting, openPurePanel, type PurePanel } from '../support/pure-panel'
import type { TestPanel } from '../support/small-panel'
import type { ActingPanel, CaseRef, PersonName, Sent } from '../support/small-panel-facts'
import { fileView, roomView, thing } from '../support/views'

// RULES ARE PLAYED TWICE: in memory, where a test takes milliseconds (npm run test:unit), and with the same words through
// the store (npm run test:integration), where a rule finds only what the scope of its command has loaded.

export interface RulePanel extends ActingPanel {
  clock: Clock
  /** A command that must be refused. */
  refused: (who: PersonName, sent: Sent) => Refusal | Promise<Refusal>
  /** What someone is shown in a meeting; the first, where none is named. */
  view: (who: PersonName, meetingId?: string, surface?: Surface) => VisibleThing[] | Promise<VisibleThing[]>
  /** The file of a case as someone is shown it; undefined, where it is not there for them. */
  file: (who: PersonName, ref: CaseRef) => VisibleThing[] | undefined | Promise<VisibleThing[] | undefined>
  close: () => Promise<void> | void
}

const inTheStore = process.env['PANELROOM_RULES'] === 'in the store'

const inMemory = (panel: PurePanel): RulePanel => ({
  ...panel,
  // What of all that is shown is of this case, of the same man, or of no one case.
  file: (who, ref) => {
    const view = panel.view(who, null)
    const itsCase = thing(view, 'case', panel.cases[ref])
    return (
      itsCase &&
      view.filter((one) =>
        one.kind === 'case'
          ? one.personId === itsCase.personId
          : !('caseId' in one) || one.caseId === itsCase.id,
      )
    )
  },
  close: () => undefined,
})

const stored = async (open: 'openSmallPanel' | 'openSmallMeeting'): Promise<RulePanel> => {
  const small = await import('../support/small-panel')
  const panel: TestPanel = await small[open]()
  return {
    ...panel,
    view: (who, meetingId = panel.meetingId, surface = 'desk') => roomView(panel, who, surface, meetingId),
    file: (who, ref) => fileView(panel, who, ref),
  }
}

/** Both meetings of the small panel still to come. */
export const openPanel = async (): Promise<RulePanel> =>
  inTheStore ? stored('openSmallPanel') : inMemory(openPurePanel())

/** The first in session, everyone who sits in it joined, the chair at A1. */
export const openMeeting = async (): Promise<RulePanel> =>
  inTheStore ? stored('openSmallMeeting') : inMemory(openPureMeeting())

/** Each accepts the confidentiality statement of the first meeting. */
export const join = async (panel: RulePanel, ...who: PersonName[]) => {
  for (const name of who)
    await panel.done(name, { kind: 'acceptConfidentiality', meetingId: panel.meetingId })
}

/** Who of these people is shown a thing in the first meeting. */
export const seenBy = async (
  panel: RulePanel,
  people: readonly PersonName[],
  kind: VisibleThing['kind'],
  id: string | undefined,
): Promise<PersonName[]> => {
  const seers: PersonName[] = []
  for (const who of people) if (thing(await panel.view(who), kind, id)) seers.push(who)
  return seers
}
