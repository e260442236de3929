import { and, desc, eq } from 'drizzle-orm'
import { entryWords } from '../../app/domain/meeting/entry-words'
import { casesInExtract, extractPaper } from '../../app/domain/minutes/extract-paper'
import {
  isRecordedHere,
  minutesChanges,
  minutesDue,
  minutesState,
  readsTheSame,
  standingInWords,
  versionsOf,
  type MinutesChange,
} from '../../app/domain/minutes/minutes'
import { localTime } from '../../app/domain/dates/local-time'
import { minutesPaper } from '../../app/domain/minutes/minutes-paper'
import { policyOf } from '../../app/domain/panel/policy'
import { recordAsAt } from '../../app/domain/minutes/record-as-at'
import { notFound, refuse } from '../../app/domain/refusals'
import { oneOf, viewOfThings } from '../../app/domain/meeting/room-view'
import { isOfTheRecord, viewFor, type VisibleThing } from '../../app/domain/sight/sees'
import { sightOf } from '../../app/domain/sight/sight'
import { sitsOnPanel, type Viewer } from '../../app/domain/sight/viewer'
import type { ThingSet } from '../../app/domain/things/thing-set'
import type { Meeting } from '../../app/domain/things/meeting'
import type { MinutesVersion } from '../../app/domain/things/minutes'
import type { Instant } from '../../app/domain/dates/day'
import { journal } from '../../db/schema/journal'
import type { Store } from '../../db/store'
import { loadRoom } from '../../db/things/load-room'
import type { AccessLog } from '../accounts/access-log'
import { createEnter, createRecordReading } from '../accounts/entrance'
import { pdfFile } from '../papers/pdf-file'
import { wordFile } from '../papers/word-file'
import { digestOf } from '../rooms/digest'
import type { Session } from '../accounts/sessions'

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

export type PaperKind = 'minutes' | 'extract'
type PaperForm = 'page' | 'pdf' | 'docx'
const fileTypes = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

const notApproved = refuse(
  'wrong_moment',
  'The chair has not approved these minutes yet. Until then they are read here and not taken away.',
)

/** Which cases of the view the reader is shown. */
type Part = (view: readonly VisibleThing[], viewer: Viewer) => (caseId: string) => boolean
const everything: Part = () => () => true
const casesOfExtract =
  (meetingId: string): Part =>
  (view, viewer) => {
    const cases =
      viewer.agencyId === null
        ? new Set<string>()
        : casesInExtract(viewOfThings(view), meetingId, viewer.agencyId)
    return (caseId) => cases.has(caseId)
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
  const recordFor = (
    viewer: Viewer,
    things: ThingSet,
    meeting: Meeting,
    moment: Instant | null,
  ): VisibleThing[] => {
    const asAt = moment === null || meeting.status !== 'closed' ? things : recordAsAt(things, meeting, moment)
    return viewFor(sightOf(viewer, asAt, meeting.id)).filter(isOfTheRecord)
  }

  /** The versions that say something of their own to this viewer, oldest first, each with what it says. */
  const versionsFor = (
    viewer: Viewer,
    things: ThingSet,
    meeting: Meeting,
  ): { version: MinutesVersion; view: VisibleThing[] }[] => {
    const shown: { version: MinutesVersion; view: VisibleThing[] }[] = []
    for (const version of versionsOf(things, meeting.id)) {
      const view = recordFor(viewer, things, meeting, version.approvedAt)
      const before = shown.at(-1)
      if (!before || !readsTheSame(before.view, view)) shown.push({ version, view })
      // Given out with a version that changed nothing for this reader, what they read is given out.
      else
        before.version = {
          ...before.version,
          distributedAt: before.version.distributedAt ?? version.distributedAt,
        }
    }
    return shown
  }

  /** Chair and coordinator are shown what stands now, everyone else what was last approved; before that, the draft. */
  const read = async (
    session: Session,
    meetingId: string,
    { versionId = null, comparedId = null }: WantedMinutes,
    place: (now: Instant) => string,
    of: Part = everything,
  ) => {
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
    const wanted =
      versions.find(({ version }) => version.id === versionId) ??
      (runs(viewer) && waits ? undefined : versions.at(-1))
    const view = wanted?.view ?? recordFor(viewer, things, meeting, now)
    const compared = versions.find(({ version }) => version.id === comparedId)
    const shown = of(view, viewer)
    await recordReading(
      viewer,
      view.filter((thing) => thing.kind === 'case' && shown(thing.id)),
      place(now),
    )
    const changes: MinutesChange[] | null = compared
      ? minutesChanges(viewOfThings(compared.view), viewOfThings(view), entryWords)
      : null
    // A correction that says nothing to a reader leaves no trace: to them the version they read is the last.
    const told = runs(viewer)
      ? state
      : wanted
        ? wanted.version.distributedAt === null
          ? ('approved' as const)
          : ('distributed' as const)
        : ('draft' as const)
    return {
      ok: true as const,
      viewer,
      view,
      cursor: digestOf(view),
      now,
      // Only the head at closing: one that moved with each record would tell when something hidden was recorded.
      headHash: closing?.hash ?? null,
      versions: versions.map(({ version: { id, approvedAt, approvedBy, distributedAt } }): ShownVersion => ({
        id,
        approvedAt,
        approvedBy,
        distributedAt,
      })),
      shownId: wanted?.version.id ?? null,
      comparedId: compared?.version.id ?? null,
      changes,
      state:
        meeting.status !== 'closed'
          ? ('open' as const)
          : isRecordedHere(meeting)
            ? told
            : ('kept_elsewhere' as const),
      due:
        meeting.status === 'closed'
          ? minutesDue(
              meeting,
              runs(viewer) ? latest : wanted && { ...wanted.version, correctedAt: null },
              policyOf(things, meeting.panelId),
            )
          : null,
    }
  }

  /** Minutes or an extract as a paper. A draft stays with chair and coordinator when it leaves the screen. */
  const paperOf = async (
    session: Session,
    meetingId: string,
    what: PaperKind,
    form: PaperForm,
    versionId: string | null,
  ) => {
    const place = (now: Instant) =>
      form === 'page' ? `${what} ${meetingId}` : `${what}-${form} ${meetingId} ${localTime(now)}`
    const found = await read(
      session,
      meetingId,
      { versionId },
      place,
      what === 'extract' ? casesOfExtract(meetingId) : everything,
    )
    if (!found.ok) return found
    const { viewer, now, state, shownId, versions } = found
    if (form !== 'page' && !runs(viewer) && (state === 'draft' || state === 'open')) return notApproved
    const view = viewOfThings(found.view)
    const meeting = oneOf(view, 'meeting', meetingId)
    const panel = oneOf(view, 'panel', viewer.panelId)
    if (!meeting || !panel || (what === 'extract' && viewer.agencyId === null)) return notFound
    const standing = standingInWords(
      state,
      versions.find((version) => version.id === shownId),
    )
    const reader = { name: session.name, readAt: now, standing }
    const paper =
      what === 'extract'
        ? extractPaper(view, meeting, panel, viewer.agencyId ?? '', reader)
        : minutesPaper(view, meeting, panel, reader)
    return { ok: true as const, viewer, panel, meeting, paper, state }
  }

  return {
    minutes: (session: Session, meetingId: string, wanted: WantedMinutes = {}) =>
      read(session, meetingId, wanted, () => `minutes ${meetingId}`),
    paper: (session: Session, meetingId: string, what: PaperKind) =>
      paperOf(session, meetingId, what, 'page', null),
    /** A file to take away. Each taking is a reading of its own. */
    paperFile: async (
      session: Session,
      meetingId: string,
      what: PaperKind,
      form: 'pdf' | 'docx',
      versionId: string | null = null,
    ) => {
      const found = await paperOf(session, meetingId, what, form, versionId)
      if (!found.ok) return found
      const body = form === 'pdf' ? await pdfFile(found.paper) : await wordFile(found.paper)
      return { ok: true as const, body, type: fileTypes[form], fileName: `${found.paper.fileName}.${form}` }
    },
  }
}

export type MinutesReads = ReturnType<typeof createMinutesReads>
