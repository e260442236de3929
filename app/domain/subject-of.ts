import type { PanelRecord } from './records/records'
import type { Change, ThingKind } from './things/kinds'

/** What a record is chiefly about, so that the journal can be read by meeting and thing. */
export interface Subject {
  kind: ThingKind | null
  id: string | null
  meetingId: string | null
}

const meetingOf = (change: Change | undefined): string | null => {
  if (!change) return null
  if (change.kind === 'meeting') return change.id
  const after = change.after as { meetingId?: unknown }
  return typeof after.meetingId === 'string' ? after.meetingId : null
}

/** The subject of a record is the last thing it changed that belongs to a meeting, else the last thing it changed. */
export const subjectOf = (_record: PanelRecord, changes: readonly Change[]): Subject => {
  const about = [...changes].reverse().find((change) => meetingOf(change) !== null) ?? changes.at(-1)
  return { kind: about?.kind ?? null, id: about?.id ?? null, meetingId: meetingOf(about) }
}
