import type { MinutesThings, MinutesVersion, Telling } from '../things/minutes'
import { shows, staysInside, type SightsOf } from './kind-sight'
import { atDesk, maySeeCase, wasAskedIn, mayReadSafetyOf, type Sight } from './sight'

/** Who tells her what and how is read by whoever may read her safety record, of those who may see the case. */
export const mayReadTelling = (sight: Sight, telling: Telling): boolean =>
  maySeeTelling(sight, telling) && mayReadSafetyOf(sight, telling.victimId)

const maySeeTelling = (sight: Sight, telling: Telling): boolean =>
  maySeeCase(sight, telling.caseId, telling.panelId) && wasAskedIn(sight, telling.invitedAgencyIds)

export const minutesSight = {
  // Never leaves the server. That there is a version tells that something was corrected: whoever reads minutes is told of
  // those that differ for them.
  minutesVersion: staysInside<MinutesVersion>(),

  // Whether a victim-survivor has been told: for those who may see the case. By whom, what and how, follows her safety
  // record; to everyone else it is open or done.
  telling: shows({
    seenBy: (sight, telling: Telling) => atDesk(sight) && maySeeTelling(sight, telling),
    parts: (sight, telling) => ({ words: mayReadSafetyOf(sight, telling.victimId) }),
    leaves: (thing, parts) => ({
      caseId: thing.caseId,
      victimId: thing.victimId,
      open: thing.state === 'open',
      words: parts.words
        ? {
            meetingId: thing.meetingId,
            due: thing.due,
            tellerMemberId: thing.tellerMemberId,
            what: thing.what,
            how: thing.how,
            safely: thing.safely,
            plannedAt: thing.plannedAt,
            plannedBy: thing.plannedBy,
            state: thing.state,
            outcome: thing.outcome,
            doneAt: thing.doneAt,
            doneBy: thing.doneBy,
          }
        : null,
    }),
    turns: 'nothing',
  }),
} satisfies SightsOf<MinutesThings>
