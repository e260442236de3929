import { and, desc, eq } from 'drizzle-orm'
import { entryWords } from '../app/domain/entry-words'
import { minutesChanges, minutesDue, minutesState, readsTheSame, versionsOf, type MinutesChange } from '../app/domain/minutes'
import { policyOf } from '../app/domain/policy'
import { recordAsAt } from '../app/domain/record-as-at'
import { notFound } from '../app/domain/refusals'
import { viewOfThings } from '../app/domain/room-view'
import { isOfTheRecord, sightOf, sitsOnPanel, viewFor, type Viewer, type VisibleThing } from '../app/domain/sees'
import type { ThingSet } from '../app/domain/thing-set'
import type { Instant, Meeting, MinutesVersion } from '../app/domain/things'
import { journal } from '../db/schema'
import type { Store } from '../db/store'
import { loadRoom } from '../db/things/load-things'
import type { AccessLog } from './access-log'
import { createEnter, createRecordReading } from './entrance'
import { digestOf } from './rooms/digest'
import type { Session } from './sessions'

// Minutes and what is made of them. Each reader gets the record as they may see it now, at the moment that the version
// stands for; a version that says nothing new to them they are not told of.

interface Settings {
  store: Store
  accessLog: AccessLog
  mayEnterPanel: (session: Session, panel: { secondFactorRequired: boolean }) => boolean
  clock: () => number
}

export interface ShownVersion {
  id: string
  approvedAt: Instant
  approvedBy: string
  distributedAt: Instant | null
}

/** Which version to show, and which to compare it with. */
export interface WantedMinutes {
  versionId?: string | null
  comparedId?: string | null
}

const runs = (viewer: Viewer) => viewer.role === 'chair' || viewer.role === 'coordinator'

export const createMinutesReads = ({ store, accessLog, mayEnterPanel, clock }: Settings) => {
  const enter = createEnter(mayEnterPanel)
  const recordReading = createRecordReading(accessLog)

  const load = (meetingId: string) =>
    store.snapshot(async (tx) => {
      const things = await loadRoom(tx, meetingId)
      const panelId = things?.get('meeting', meetingId)?.panelId
      const [closing] = panelId
        ? await tx
            .select({ hash: journal.hash })
            .from(journal)
            .where(and(eq(journal.meetingId, meetingId), eq(journal.kind, 'meetingClosed')))
            .orderBy(desc(journal.seq))
            .limit(1)
        : []
      return { things, closing }
    })

  /** What an agency keeps to itself is no part of the record, not even on its own copy. */
  const recordFor = (viewer: Viewer, things: ThingSet, meeting: Meeting, moment: Instant | null): VisibleThing[] => {
    const asAt = moment === null || meeting.status !== 'closed' ? things : recordAsAt(things, meeting, moment)
    return viewFor(sightOf(viewer, asAt, meeting.id)).filter(isOfTheRecord)
  }

  /** The versions that say something of their own to this viewer, oldest first, each with what it says. */
  const versionsFor = (viewer: Viewer, things: ThingSet, meeting: Meeting): { version: MinutesVersion; view: VisibleThing[] }[] => {
    const shown: { version: MinutesVersion; view: VisibleThing[] }[] = []
    for (const version of versionsOf(things, meeting.id)) {
      const view = recordFor(viewer, things, meeting, version.approvedAt)
      const before = shown.at(-1)
      if (!before || !readsTheSame(before.view, view)) shown.push({ version, view })
      // Given out with a version that changed nothing for this reader, what they read is given out.
      else before.version = { ...before.version, distributedAt: before.version.distributedAt ?? version.distributedAt }
    }
    return shown
  }

  /** Chair and coordinator are shown what stands now, everyone else what was last approved; before that, the draft. */
  const read = async (session: Session, meetingId: string, { versionId = null, comparedId = null }: WantedMinutes, place: string) => {
    const { things, closing } = await load(meetingId)
    const meeting = things?.get('meeting', meetingId)
    if (!things || !meeting) return notFound
    const viewer = enter(session, things, meeting.panelId)
    if ('ok' in viewer) return viewer
    if (!sitsOnPanel(viewer.role)) return notFound
    const now = clock()
    const versions = versionsFor(viewer, things, meeting)
    const latest = versionsOf(things, meeting.id).at(-1)
    const state = minutesState(latest)
    const waits = state === 'draft' || state === 'correction_waits'
    const wanted = versions.find(({ version }) => version.id === versionId) ?? (runs(viewer) && waits ? undefined : versions.at(-1))
    const view = wanted?.view ?? recordFor(viewer, things, meeting, now)
    const compared = versions.find(({ version }) => version.id === comparedId)
    await recordReading(viewer, view, place)
    const changes: MinutesChange[] | null = compared ? minutesChanges(viewOfThings(compared.view), viewOfThings(view), entryWords) : null
    // A correction that says nothing to a reader leaves no trace: to them the version they read is the last.
    const told = runs(viewer) ? state : wanted ? (wanted.version.distributedAt === null ? ('approved' as const) : ('distributed' as const)) : ('draft' as const)
    return {
      ok: true as const,
      viewer,
      view,
      cursor: digestOf(view),
      now,
      // Only the head at closing: one that moved with each record would tell when something hidden was recorded.
      headHash: closing?.hash ?? null,
      versions: versions.map(({ version: { id, approvedAt, approvedBy, distributedAt } }): ShownVersion => ({ id, approvedAt, approvedBy, distributedAt })),
      shownId: wanted?.version.id ?? null,
      comparedId: compared?.version.id ?? null,
      changes,
      state: meeting.status === 'closed' ? told : ('open' as const),
      due: meeting.status === 'closed' ? minutesDue(meeting, runs(viewer) ? latest : wanted && { ...wanted.version, correctedAt: null }, policyOf(things, meeting.panelId)) : null,
    }
  }

  return {
    minutes: (session: Session, meetingId: string, wanted: WantedMinutes = {}) => read(session, meetingId, wanted, `minutes ${meetingId}`),
    /** The same, read as a paper that leaves the screen: that is a reading of its own. */
    paper: (session: Session, meetingId: string, wanted: WantedMinutes, what: string) => read(session, meetingId, wanted, `${what} ${meetingId}`),
  }
}

export type MinutesReads = ReturnType<typeof createMinutesReads>
