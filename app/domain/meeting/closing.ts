import type { CaseOutcome } from '../records/meeting'
import type { Item } from '../things/agenda'
import { agendaOf } from '../agenda/agenda'
import { holdsChair, openMeetingOf } from './holding-the-chair'
import { isOutOf } from '../sight/sight'
import { standingDecision } from './conclusion'
import { tellingsAtClose } from '../case/telling-her'
import { type Asking, type Decided, isRefusal, refuseField, sightInMeeting } from '../asking'
import { type FilledIn, meetingId, optionalLine } from '../fields'
import { type PanelRecord, recorded } from '../records/records'

/**
 * What the standing decisions make of their cases. One brought back or continued stays as it is; if it was closed, or not
 * accepted, the panel has taken it up again by that. One that is closed already keeps the day on which it was.
 */
const caseOutcomes = (asking: Asking, items: readonly Item[]): CaseOutcome[] =>
  items.flatMap((item): CaseOutcome[] => {
    const decision = item.status === 'concluded' ? standingDecision(asking, item) : undefined
    const today = asking.context.today
    const outcome = decision?.outcome
    const itsCase = asking.things.get('case', item.caseId)
    if (!decision || !outcome || !itsCase) return []
    const openAgain = itsCase.closedOn === null ? {} : { closedOn: null, closureReason: null }
    switch (outcome) {
      case 'accept':
        return [
          {
            caseId: item.caseId,
            changes: { acceptedOn: today, notAcceptedOn: null, mode: decision.mode, ...openAgain },
          },
        ]
      case 'not_accepted':
        return [{ caseId: item.caseId, changes: { notAcceptedOn: today } }]
      case 'close':
      case 'transfer':
        if (itsCase.closedOn !== null) return []
        return [
          {
            caseId: item.caseId,
            changes: { closedOn: today, closureReason: decision.closureReason ?? 'managed_elsewhere' },
          },
        ]
      case 'bring_back':
      case 'continue':
      case 'extend':
        return itsCase.closedOn === null && itsCase.notAcceptedOn === null
          ? []
          : [{ caseId: item.caseId, changes: { notAcceptedOn: null, ...openAgain } }]
      default:
        return outcome satisfies never
    }
  })

export const closeMeetingFields = { meetingId, reason: optionalLine }

/**
 * Closing makes the minutes. Whoever holds the chair closes; a co-chair or coordinator may end a meeting that its chair
 * abandoned, saying why. Cases that were not concluded stay on record as not reached, with the reason.
 */
export const closeMeeting = (asking: Asking, command: FilledIn<typeof closeMeetingFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const { context, viewer } = asking
  const agenda = agendaOf(asking, meeting.id)
  const notReached = agenda.filter((item) => item.status !== 'concluded').map((item) => item.id)
  if (!holdsChair(asking, meeting) && !command.reason) {
    return refuseField('reason', 'You do not hold the chair. Say why you end the meeting.')
  }
  // A chair who is out of a case must not learn from a count how far the panel came with it.
  const sight = sightInMeeting(asking, meeting.id)
  const open = agenda.filter((item) => item.status !== 'concluded' && !isOutOf(sight, item.caseId)).length
  if (open > 0 && !command.reason) {
    const cases = open === 1 ? 'One case is' : `${open} cases are`
    return refuseField('reason', `${cases} not concluded. Say why the meeting ends all the same.`)
  }
  const records: PanelRecord[] = [
    recorded('meetingClosed', {
      meetingId: meeting.id,
      at: context.now,
      by: viewer.memberId,
      reason: command.reason || null,
      notReached,
      cases: caseOutcomes(asking, agenda),
    }),
    ...tellingsAtClose(asking, agenda),
  ]
  return records
}
