import { and, asc, count, eq, gt, ne } from 'drizzle-orm'
import { decisionOutcomeKeys } from '../../app/domain/catalogues/entries'
import { breakdownFor, countFor } from '../../app/domain/panel/figures'
import { notFound, refuse, type Refusal } from '../../app/domain/refusals'
import { seenOf, viewFor, type VisibleThing } from '../../app/domain/sight/sees'
import { sightOf, waitsForJoining, type Surface } from '../../app/domain/sight/sight'
import {
  sitsOnPanel,
  type Viewer,
  runsPanel,
  keepsMembers,
  readsCounts,
  readsNames,
} from '../../app/domain/sight/viewer'
import type { ThingSet } from '../../app/domain/things/thing-set'
import type { MeetingStatus } from '../../app/domain/things/meeting'
import type { Day } from '../../app/domain/dates/day'
import { members, panels, policies } from '../../db/schema/panel'
import { meetings } from '../../db/schema/meeting'
import { items } from '../../db/schema/agenda'
import { cases } from '../../db/schema/case'
import type { Store } from '../../db/store'
import { loadCaseFile, loadCaseList } from '../../db/things/load-case'
import { loadOf } from '../../db/things/load'
import { loadPanel } from '../../db/things/load-panel'
import type { AccessLog } from '../accounts/access-log'
import { createEnter, createRecordReading } from '../accounts/entrance'
import { digestOf } from '../rooms/digest'
import { createReferralReads } from './referral-reads'
import type { Rooms } from '../rooms/rooms'
import type { Session } from '../accounts/sessions'

// What pages show. Each read finds who looks, asks sees.ts for what that person may see, puts a reading of case files on
// record, and only then gives it. Whoever may not see gets the same "not found" as for what does not exist.

interface Settings {
  store: Store
  rooms: Rooms
  accessLog: AccessLog
  mayEnterPanel: (session: Session, panel: { secondFactorRequired: boolean }) => boolean
  clock: () => number
}

export interface RoomView {
  ok: true
  viewer: Viewer
  view: VisibleThing[]
  cursor: string
  now: number
}

const joinFirst = refuse(
  'wrong_moment',
  'A meeting with this case is in session. Join it first: its confidentiality statement comes before its cases.',
)

export const createReads = ({ store, rooms, accessLog, mayEnterPanel, clock }: Settings) => {
  const enter = createEnter(mayEnterPanel)
  const recordReading = createRecordReading(accessLog)

  const meetingView = async (
    session: Session,
    things: ThingSet | undefined,
    meetingId: string,
    surface: Surface,
    place: string,
  ): Promise<RoomView | Refusal> => {
    const meeting = things?.get('meeting', meetingId)
    if (!things || !meeting) return notFound
    const viewer = enter(session, things, meeting.panelId)
    if ('ok' in viewer) return viewer
    if (!sitsOnPanel(viewer.role)) return notFound
    const view = viewFor(sightOf(viewer, things, meetingId, surface))
    await recordReading(viewer, view, place)
    return { ok: true, viewer, view, cursor: digestOf(view), now: clock() }
  }

  return {
    ...createReferralReads({ store, accessLog, enter }),

    /** Panels the person is on, with the meetings to come and the newest ones past. */
    panelsOf: async (session: Session) => {
      const rows = await store.read
        .select({ panel: panels, member: members })
        .from(members)
        .innerJoin(panels, eq(panels.id, members.panelId))
        .where(and(eq(members.accountId, session.accountId), eq(members.active, true)))
        .orderBy(asc(panels.name))
      return Promise.all(
        rows.map(async ({ panel, member }) => {
          const open = mayEnterPanel(session, panel)
          const coming =
            open && sitsOnPanel(member.role)
              ? await store.read
                  .select()
                  .from(meetings)
                  .where(and(eq(meetings.panelId, panel.id), ne(meetings.status, 'closed')))
                  .orderBy(asc(meetings.date))
                  .limit(3)
              : []
          return {
            id: panel.id,
            name: panel.name,
            kind: panel.kind,
            sandbox: panel.sandbox,
            role: member.role,
            memberId: member.id,
            agencyId: member.agencyId,
            secondFactorMissing: !open,
            coming: coming.map((meeting) => ({
              id: meeting.id,
              date: meeting.date,
              startsAt: meeting.startsAt,
              status: meeting.status,
            })),
          }
        }),
      )
    },

    /** A meeting live, as it is now: from memory, which is exactly what is committed. */
    room: async (
      session: Session,
      meetingId: string,
      surface: Surface = 'desk',
    ): Promise<RoomView | Refusal> =>
      meetingView(session, await rooms.look(meetingId), meetingId, surface, `room ${meetingId}`),

    /** Other meetings that the panel held since something owed in this room was due: by them it climbs to the chair. */
    heldSince: async (
      meetingId: string,
      { viewer, view }: Pick<RoomView, 'viewer' | 'view'>,
    ): Promise<{ date: Day; status: MeetingStatus }[]> => {
      const due = view
        .flatMap((thing) => (thing.kind === 'action' || thing.kind === 'request' ? [thing.due] : []))
        .sort()[0]
      if (due === undefined) return []
      return store.read
        .select({ date: meetings.date, status: meetings.status })
        .from(meetings)
        .where(
          and(
            eq(meetings.panelId, viewer.panelId),
            ne(meetings.id, meetingId),
            ne(meetings.status, 'planned'),
            gt(meetings.date, due),
          ),
        )
    },

    panel: async (session: Session, panelId: string) => {
      const found = await store.snapshot(async (tx) => loadPanel(tx, panelId))
      if (!found) return notFound
      const viewer = enter(session, found, panelId)
      if ('ok' in viewer) return viewer
      const sight = sightOf(viewer, found, null)
      const keeps = keepsMembers(viewer)
      return {
        ok: true as const,
        viewer,
        panel: seenOf(sight, 'panel'),
        criteria: seenOf(sight, 'criteria'),
        agencies: seenOf(sight, 'agency'),
        members: seenOf(sight, 'member'),
        policy: seenOf(sight, 'policy')[0],
        series: seenOf(sight, 'meetingSeries'),
        meetings: seenOf(sight, 'meeting').sort((a, b) => (a.date < b.date ? 1 : -1)),
        // E-mail and second factor of an account are for those who keep the members, nobody else.
        accounts: keeps
          ? found.all('member').map((member) => ({
              memberId: member.id,
              accountId: member.accountId,
              email: found.get('account', member.accountId)?.email ?? '',
              secondFactor: found.get('account', member.accountId)?.secondFactor ?? false,
            }))
          : [],
      }
    },

    /** The panel's policy in force and the versions before it, newest first. */
    policies: async (session: Session, panelId: string) => {
      const found = await store.snapshot(async (tx) => {
        const things = await loadPanel(tx, panelId)
        for (const policy of things ? await loadOf(tx, 'policy', eq(policies.panelId, panelId)) : [])
          things?.put('policy', policy)
        return things
      })
      if (!found) return notFound
      const viewer = enter(session, found, panelId)
      if ('ok' in viewer) return viewer
      const sight = sightOf(viewer, found, null)
      return {
        ok: true as const,
        viewer,
        panel: seenOf(sight, 'panel'),
        members: seenOf(sight, 'member'),
        agencies: seenOf(sight, 'agency'),
        criteria: seenOf(sight, 'criteria'),
        policies: seenOf(sight, 'policy').sort((a, b) => b.version - a.version),
      }
    },

    /** Cases that can be put on an agenda, for chair and coordinator. */
    casesToList: async (session: Session, panelId: string) => {
      const found = await store.snapshot(async (tx) => loadCaseList(tx, panelId))
      const viewer = enter(session, found, panelId)
      if ('ok' in viewer || !runsPanel(viewer)) return []
      const sight = sightOf(viewer, found, null)
      const people = new Map(seenOf(sight, 'person').map((person) => [person.id, person]))
      return seenOf(sight, 'case')
        .map((one) => {
          const person = people.get(one.personId)
          return {
            id: one.id,
            ref: one.caseRef,
            initials: person ? `${person.givenName[0]}.${person.familyName[0]}.` : '',
            accepted: one.acceptedOn !== null,
          }
        })
        .sort((a, b) => (a.ref < b.ref ? -1 : 1))
    },

    caseFile: async (session: Session, caseId: string) => {
      const found = await store.snapshot(async (tx) => loadCaseFile(tx, caseId))
      const itsCase = found?.get('case', caseId)
      if (!found || !itsCase) return notFound
      const viewer = enter(session, found, itsCase.panelId)
      if ('ok' in viewer) return viewer
      const sight = sightOf(viewer, found, null)
      const view = viewFor(sight)
      if (!view.some((thing) => thing.kind === 'case' && thing.id === caseId)) {
        return sitsOnPanel(viewer.role) && waitsForJoining(sight, caseId) ? joinFirst : notFound
      }
      await accessLog.record({
        accountId: viewer.accountId,
        memberId: viewer.memberId,
        panelId: viewer.panelId,
        caseIds: [caseId],
        place: 'case file',
        why: 'member of the panel',
      })
      const readers = runsPanel(viewer) ? await accessLog.ofCase(caseId) : []
      return { ok: true as const, viewer, view, readers }
    },

    /** Counts: true for members, suppressed for evaluators before they leave. */
    figures: async (session: Session, panelId: string) => {
      const found = await store.snapshot(async (tx) => loadPanel(tx, panelId))
      if (!found) return notFound
      const viewer = enter(session, found, panelId)
      if ('ok' in viewer) return viewer
      if (!readsCounts(viewer)) return notFound
      const suppressed = !readsNames(viewer)
      const heard = await store.read
        .select({ outcome: items.outcome, n: count() })
        .from(items)
        .where(and(eq(items.panelId, panelId), eq(items.status, 'concluded')))
        .groupBy(items.outcome)
      const panel = found.get('panel', panelId)
      const referred = await store.read.$count(cases, eq(cases.panelId, panelId))
      return {
        ok: true as const,
        viewer,
        panel: {
          id: panelId,
          name: panel?.name ?? '',
          kind: panel?.kind ?? 'other',
          sandbox: panel?.sandbox ?? false,
        },
        suppressed,
        meetingsHeld: countFor(
          suppressed,
          found.all('meeting').filter((meeting) => meeting.status === 'closed').length,
        ),
        agencies: countFor(suppressed, found.all('agency').length),
        casesReferred: countFor(suppressed, referred),
        outcomes: breakdownFor(
          suppressed,
          [...decisionOutcomeKeys, null].map((outcome) => ({
            key: outcome ?? 'none',
            n: heard.find((row) => row.outcome === outcome)?.n ?? 0,
          })),
        ),
      }
    },
  }
}

export type Reads = ReturnType<typeof createReads>
