// WHERE A KIND LIVES. Said once, beside its shape: loaders, rooms in memory and the laws all read it here, so that a kind
// is either in all of them or in none. A kind without a home does not compile.

export const homes = {
  /** Of its panel: in every room and file of it. Found by `panelId`. */
  panel: 'panel',
  /** Of one meeting: in its room. Found by `meetingId`. */
  meeting: 'meeting',
  /** An agency's own, kept to itself until it shares it: in the room of its meeting, and no part of its record. */
  agency: 'agency',
  /** Of one case: in its file, and in every room that has the case on its agenda. Found by `caseId`. */
  case: 'case',
  /** Of one case, in its file alone: no meeting is shown it. Found by `caseId`. */
  caseFile: 'caseFile',
  /** Recorded at a meeting on a case: in that room, in the file, and while it is left open in later rooms with that case. */
  entry: 'entry',
  /** What rooms and files are built on: each of these is known to them by name (server/rooms/belongs.ts, db/things). */
  frame: 'frame',
  /** In no room: pages of its own read it. */
  pages: 'pages',
} as const
export type Home = keyof typeof homes

/** What a home needs to find its things by. */
type HomeFor<T> =
  | 'frame'
  | 'pages'
  | (T extends { panelId: string } ? 'panel' : never)
  | (T extends { meetingId: string } ? 'meeting' | 'agency' : never)
  | (T extends { caseId: string } ? 'case' | 'caseFile' : never)
  | (T extends { caseId: string; meetingId: string; itemId: string; recordedBy: string } ? 'entry' : never)

export type HomesOf<Kinds> = { [K in keyof Kinds]: HomeFor<Kinds[K]> }
