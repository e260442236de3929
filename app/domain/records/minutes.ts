import type { Things } from '../things/thing-set'
import type { Change, ThingByKind } from '../things/kinds'
import { change, put } from './changes'
import type { Attendance } from '../things/meeting'
import type { Instant } from '../dates/day'
import type { MinutesVersion, Telling } from '../things/minutes'
import { quiet, told, type RecordRules } from './record'

/** What is corrected after its minutes were approved waits for the chair: the version that stood says since when. */
export const approvedThenCorrected = (things: Things, meetingId: string, at: number): Change[] => {
  const versions = things.all('minutesVersion').filter((version) => version.meetingId === meetingId)
  const latest = versions.reduce<ThingByKind['minutesVersion'] | undefined>(
    (last, one) => (last && last.number > one.number ? last : one),
    undefined,
  )
  return latest && latest.correctedAt === null
    ? [change(things, 'minutesVersion', latest.id, { correctedAt: at })]
    : []
}

export const minutesRecords = {
  /** After the meeting closed: with how it stood before, and why. */
  attendanceCorrected: told(1, (body: { attendance: Attendance; at: Instant; by: string }, things) => [
    ...approvedThenCorrected(things, body.attendance.meetingId, body.at),
    put(things, 'attendance', body.attendance),
  ]),

  minutesApproved: told(1, (body: { version: MinutesVersion }, things) => [
    put(things, 'minutesVersion', body.version),
  ]),

  minutesDistributed: told(1, (body: { versionId: string; at: Instant; by: string }, things) => [
    change(things, 'minutesVersion', body.versionId, { distributedAt: body.at, distributedBy: body.by }),
  ]),

  tellingOpened: told(1, (body: { telling: Telling }, things) => [put(things, 'telling', body.telling)]),

  tellingPlanned: told(
    1,
    (
      body: Pick<Telling, 'what' | 'how' | 'safely' | 'due'> & {
        tellingId: string
        tellerMemberId: string
        by: string
        at: Instant
      },
      things,
    ) => [
      change(things, 'telling', body.tellingId, {
        tellerMemberId: body.tellerMemberId,
        what: body.what,
        how: body.how,
        safely: body.safely,
        due: body.due,
        plannedAt: body.at,
        plannedBy: body.by,
      }),
    ],
  ),

  tellingEnded: quiet(
    1,
    (
      body: { tellingId: string; state: 'told' | 'not_told'; outcome: string; by: string; at: Instant },
      things,
    ) => [
      change(things, 'telling', body.tellingId, {
        state: body.state,
        outcome: body.outcome,
        doneAt: body.at,
        doneBy: body.by,
      }),
    ],
  ),
} satisfies RecordRules
