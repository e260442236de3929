import { inboxOf } from '../../app/domain/follow-up/inbox'
import { localDay } from '../../app/domain/dates/local-time'
import { policyOf } from '../../app/domain/panel/policy'
import { notFound } from '../../app/domain/refusals'
import { viewOfThings } from '../../app/domain/meeting/room-view'
import { sightOf } from '../../app/domain/sight/sight'
import { sitsOnPanel, type Viewer } from '../../app/domain/sight/viewer'
import { viewFor } from '../../app/domain/sight/sees'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { loadFollowUp } from '../../db/things/load-follow-up'
import type { Store } from '../../db/store'
import type { AccessLog } from '../accounts/access-log'
import { createEnter, createRecordReading } from '../accounts/entrance'
import type { Session } from '../accounts/sessions'

// What pages show between meetings: what is owed, and by whom.

interface Settings {
  store: Store
  accessLog: AccessLog
  mayEnterPanel: (session: Session, panel: { secondFactorRequired: boolean }) => boolean
  clock: () => number
}

/** Whether a meeting is in session that this person has not joined: what is about its cases waits until they do (sees.ts). */
const someMeetingWaits = (things: ThingSet, viewer: Viewer): boolean => {
  const joined = (meetingId: string) =>
    things
      .all('attendance')
      .some(
        (one) => one.meetingId === meetingId && one.memberId === viewer.memberId && one.acceptedAt !== null,
      )
  return things.all('meeting').some((meeting) => meeting.status === 'open' && !joined(meeting.id))
}

export const createFollowUpReads = ({ store, accessLog, mayEnterPanel, clock }: Settings) => {
  const enter = createEnter(mayEnterPanel)
  const recordReading = createRecordReading(accessLog)

  return {
    /** What is owed. Chair and coordinator may look at any agency's; everyone else at their own. */
    inbox: async (session: Session, panelId: string, wantedAgencyId: string | null = null) => {
      const things = await store.snapshot((tx) => loadFollowUp(tx, panelId))
      const viewer = things && enter(session, things, panelId)
      if (!things || !viewer) return notFound
      if ('ok' in viewer) return viewer
      if (!sitsOnPanel(viewer.role)) return notFound
      const meetings = things.all('meeting').map(({ date, status }) => ({ date, status }))
      const policy = policyOf(things, panelId)
      const waits = someMeetingWaits(things, viewer)
      const sight = sightOf(viewer, things, null)
      const seenThings = viewFor(sight)
      const view = viewOfThings(seenThings)
      const runs = viewer.role === 'chair' || viewer.role === 'coordinator'
      const agencies = seenThings.filter((thing) => thing.kind === 'agency')
      const agencyId =
        runs && agencies.some((agency) => agency.id === wantedAgencyId) ? wantedAgencyId : viewer.agencyId
      const today = localDay(clock())
      const inbox = inboxOf(view, viewer, agencyId, {
        today,
        meetings,
        ladderMeetings: policy.ladderMeetings,
        chasesBeforeChair: policy.chasesBeforeChair,
      })
      // Who tells her finds it here; until someone is named, so does everyone who may name one.
      const toTell = seenThings.flatMap((thing) =>
        thing.kind === 'telling' &&
        thing.open &&
        thing.words &&
        (thing.words.tellerMemberId === null || thing.words.tellerMemberId === viewer.memberId)
          ? [thing]
          : [],
      )
      const about = new Set([...Object.values(inbox).flat(), ...toTell].map((owed) => owed.caseId))
      const told = seenThings.filter(
        (thing) =>
          (thing.kind === 'victim' && toTell.some((telling) => telling.victimId === thing.id)) ||
          (thing.kind === 'case' && about.has(thing.id)) ||
          thing.kind === 'member',
      )
      await recordReading(
        viewer,
        seenThings.filter((thing) => thing.kind === 'case' && about.has(thing.id)),
        'inbox',
      )
      return {
        ok: true as const,
        viewer,
        panel: seenThings.find((thing) => thing.kind === 'panel'),
        agencies: agencies.map(({ id, name }) => ({ id, name })).sort((a, b) => (a.name < b.name ? -1 : 1)),
        members: seenThings.flatMap((thing) =>
          thing.kind === 'member'
            ? [{ id: thing.id, name: thing.name, agencyId: thing.agencyId, active: thing.active }]
            : [],
        ),
        agencyId,
        inbox,
        toTell,
        /** What the tellings speak of: victim-survivors, their cases, members. */
        told: toTell.length > 0 ? told : [],
        today,
        ladderMeetings: policy.ladderMeetings,
        /** A meeting is in session that this person has not joined; nothing says whether anything of theirs is on it. */
        waits,
      }
    },
  }
}

export type FollowUpReads = ReturnType<typeof createFollowUpReads>
