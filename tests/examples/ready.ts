import type { PublicCommandKind } from '../../app/domain/commands/commands'
import { commandsIn } from '../support/commands'
import type { PersonName, Sent, SmallPanel, TestPanel } from '../support/small-panel'
import type { Ready } from './command-example'

// Ways to what a command needs before it can be given, by people other than the one who gives it.

/** Whatever they need recorded is recorded by somebody else. */
const recordsNothing: readonly PersonName[] = ['brookChair', 'observer', 'administrator', 'evaluator']

export const inMeeting =
  (kind: PublicCommandKind, rest: object = {}): Ready =>
  (panel) => ({ kind, meetingId: panel.meetingId, ...rest })
export const onItem =
  (kind: PublicCommandKind, rest: object = {}): Ready =>
  (panel) => ({ kind, ...commandsIn(panel).inItem('A1'), ...rest })
export const asGiven =
  (
    make: (
      commands: ReturnType<typeof commandsIn>,
      panel: TestPanel,
      who: PersonName,
    ) => Sent | Promise<Sent>,
  ): Ready =>
  (panel, who) =>
    make(commandsIn(panel), panel, who)

/** Holds the chair if this person may. */
export const withChair = async (panel: TestPanel, who: PersonName) => {
  if (who === 'coordinator') {
    await panel.done('chair', {
      kind: 'handOverChair',
      meetingId: panel.meetingId,
      memberId: panel.people.coordinator.memberId,
    })
  }
}
export const holding =
  (ready: Ready): Ready =>
  async (panel, who) => {
    const sent = await ready(panel, who)
    await withChair(panel, who)
    return sent
  }

/** The agency whose part this person has; for those without one, somebody's. */
export const agencyOf = (panel: TestPanel, who: PersonName) =>
  (Object.values(panel.agencies).includes(panel.people[who].agencyId ?? '') && who !== 'brookChair'
    ? panel.people[who].agencyId
    : null) ?? panel.agencies.police

/** An entry recorded for the person's agency, by the coordinator. */
export const recordedFor =
  (
    entryKind: string,
    make: (commands: ReturnType<typeof commandsIn>, agencyId: string, panel: TestPanel) => Sent,
    rest: { kind: PublicCommandKind } & Record<string, unknown>,
  ): Ready =>
  async (panel, who) => {
    const agencyId = agencyOf(panel, who)
    const { created } = await panel.done('coordinator', make(commandsIn(panel), agencyId, panel))
    return { ...rest, meetingId: panel.meetingId, entryId: created[entryKind] }
  }

export const anAction = (commands: ReturnType<typeof commandsIn>, agencyId: string) =>
  commands.action('A1', 'Visit.', { ownerAgencyId: agencyId })
export const anIntervention = (commands: ReturnType<typeof commandsIn>, agencyId: string) =>
  commands.intervention('A1', 'Visit.', { agencyId, leadAgencyId: agencyId })
export const toAgency = (commands: ReturnType<typeof commandsIn>, agencyId: string, panel: TestPanel) =>
  commands.request('A1', agencyId, 'What is held?', {
    agencyId: agencyId === panel.agencies.probation ? panel.agencies.housing : panel.agencies.probation,
  })
export const fromAgency = (commands: ReturnType<typeof commandsIn>, agencyId: string, panel: TestPanel) =>
  commands.request('A1', panel.agencies.probation, 'What is held?', { agencyId })
export const aShare = (commands: ReturnType<typeof commandsIn>, agencyId: string) =>
  commands.share('A1', 'Said.', { agencyId })

/** An entry prepared by the person's own agency; where theirs prepares nothing, by another's. */
export const preparedBy =
  (kind: PublicCommandKind, rest: object = {}): Ready =>
  async (panel, who) => {
    const author = recordsNothing.includes(who) ? 'police' : who
    const { created } = await panel.done(author, {
      kind: 'prepareInformation',
      ...commandsIn(panel).inItem('A1'),
      fields: { what: 'Held.' },
    })
    return { kind, meetingId: panel.meetingId, preparedId: created.preparedEntry, ...rest }
  }
/** Who refers so that this person may do what follows: they themselves, or somebody where they may not. */
export const refers = (who: PersonName): PersonName => (recordsNothing.includes(who) ? 'socialCare' : who)

export const aSeries = (panel: SmallPanel) => ({
  kind: 'setMeetingSeries',
  panelId: panel.panelId,
  rhythm: 'every_weeks',
  everyWeeks: 2,
  startsOn: '2026-12-30',
  startsAt: '10:00',
  minutesPlanned: 120,
  cutOffWorkingDays: 10,
  onBankHoliday: 'skip',
})

export const aHappening = (panel: SmallPanel, fields: object = {}): Sent => ({
  kind: 'recordHappening',
  caseId: panel.cases.A1,
  fields: { happeningKind: 'new_partner', day: 'today', what: 'Seen with her.', ...fields },
})
/** Recorded for the person's agency, by the coordinator. */
export const happened =
  (kind: PublicCommandKind, rest: object): Ready =>
  async (panel, who) => {
    const { created } = await panel.done('coordinator', aHappening(panel, { agencyId: agencyOf(panel, who) }))
    return { kind, caseId: panel.cases.A1, happeningId: created.happening, ...rest }
  }

export const aMember = (panel: TestPanel, rest: object) => ({
  kind: 'changeMember',
  panelId: panel.panelId,
  memberId: panel.people.presenter.memberId,
  ...rest,
})

/** The meeting closed on a decision about A1: its victim-survivor is to be told. */
export const aTelling = async (panel: TestPanel) => {
  const commands = commandsIn(panel)
  await panel.done('coChair', commands.decision('A1'))
  await panel.done('chair', commands.conclude('A1', 'She cannot be reached.'))
  const { created } = await panel.done('chair', commands.close('Out of time.'))
  return { caseId: panel.cases.A1, tellingId: created.telling }
}
