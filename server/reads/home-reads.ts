import { setImmediate as othersFirst } from 'node:timers/promises'
import { and, eq } from 'drizzle-orm'
import { pagesOf } from '../../app/domain/abilities'
import { inboxOf } from '../../app/domain/follow-up/inbox'
import { localDay } from '../../app/domain/dates/local-time'
import { isWorkingDay } from '../../app/domain/dates/working-days'
import {
  inOrder,
  needsFromHappenings,
  needsFromInbox,
  needsFromMail,
  needsFromMinutes,
  needsFromReferrals,
  needsFromReturns,
  needsFromTellingHer,
  needsFromTellings,
  type Need,
} from '../../app/domain/follow-up/needs'
import { calendarOf } from '../../app/domain/panel/panel-calendar'
import { policyOf } from '../../app/domain/panel/policy'
import { tellingsOwed } from '../../app/domain/referral/referrer-telling'
import { viewOfThings } from '../../app/domain/meeting/room-view'
import { sightOf } from '../../app/domain/sight/sight'
import { sitsOnPanel, viewerOf } from '../../app/domain/sight/viewer'
import { viewFor } from '../../app/domain/sight/sees'
import type { ThingSet } from '../../app/domain/things/thing-set'
import { members, panels } from '../../db/schema/panel'
import type { Store } from '../../db/store'
import { loadHome } from '../../db/things/load-home'
import type { AccessLog } from '../accounts/access-log'
import { createRecordReading } from '../accounts/entrance'
import type { Outbox } from '../mail/outbox'
import type { Session } from '../accounts/sessions'

interface Settings {
  store: Store
  accessLog: AccessLog
  outbox: Outbox
  mayEnterPanel: (session: Session, panel: { secondFactorRequired: boolean }) => boolean
  clock: () => number
}

/** What waits for someone on the panels they belong to. */
export const createHomeReads = ({ store, accessLog, outbox, mayEnterPanel, clock }: Settings) => {
  const recordReading = createRecordReading(accessLog)

  /** What needs this account on this panel, and the cases that its words are about. */
  const needsIn = async (
    things: ThingSet,
    accountId: string,
    panelId: string,
  ): Promise<{ needs: Need[]; read: () => Promise<void> }> => {
    const viewer = viewerOf(things, accountId, panelId)
    if (!viewer) return { needs: [], read: () => Promise.resolve() }
    const today = localDay(clock())
    const failed = pagesOf(viewer.role).outbox ? await outbox.failedIn(panelId) : 0
    const mail = needsFromMail(failed, panelId)
    if (!sitsOnPanel(viewer.role)) return { needs: mail, read: () => Promise.resolve() }
    const policy = policyOf(things, panelId)
    const seenThings = viewFor(sightOf(viewer, things, null))
    const view = viewOfThings(seenThings)
    const inbox = inboxOf(view, viewer, viewer.agencyId, {
      today,
      meetings: things.all('meeting'),
      ladderMeetings: policy.ladderMeetings,
      chasesBeforeChair: policy.chasesBeforeChair,
    })
    const needs = inOrder([
      ...needsFromInbox(inbox, panelId, today),
      ...needsFromReturns(view, viewer, today),
      ...needsFromReferrals(view, viewer),
      ...needsFromTellings(tellingsOwed(things, panelId), view, viewer, today),
      ...needsFromTellingHer(view, viewer, today),
      ...needsFromHappenings(view, viewer, today, policy.happeningNoticeDays),
      ...needsFromMinutes(things, viewer, today),
      ...mail,
    ])
    const about = new Set(needs.map((need) => need.about))
    return {
      needs,
      read: () =>
        recordReading(
          viewer,
          seenThings.filter((thing) => thing.kind === 'case' && about.has(thing.caseRef)),
          'home',
        ),
    }
  }

  return {
    /** By panel, what needs this person. A panel that asks for a second factor says nothing without one. */
    needs: async (session: Session): Promise<Record<string, Need[]>> => {
      const rows = await store.read
        .select({ panel: panels })
        .from(members)
        .innerJoin(panels, eq(panels.id, members.panelId))
        .where(and(eq(members.accountId, session.accountId), eq(members.active, true)))
      const byPanel: Record<string, Need[]> = {}
      for (const { panel } of rows) {
        if (!mayEnterPanel(session, panel)) continue
        const things = await store.snapshot((tx) => loadHome(tx, panel.id))
        if (!things) continue
        const { needs, read } = await needsIn(things, session.accountId, panel.id)
        await read()
        byPanel[panel.id] = needs
      }
      return byPanel
    },

    /**
     * For the daily reminder: which accounts of a panel have something due or overdue today; none on a day that the panel
     * does not count. Nothing is read to anyone.
     */
    accountsWithSomethingDue: async (panelId: string): Promise<string[]> => {
      const things = await store.snapshot((tx) => loadHome(tx, panelId))
      if (!things) return []
      const today = localDay(clock())
      if (!isWorkingDay(today, calendarOf(policyOf(things, panelId)))) return []
      const due: string[] = []
      for (const member of things.all('member')) {
        if (!member.active || !sitsOnPanel(member.role)) continue
        // Hundreds of panels are looked through on one morning, or after a restart in a meeting: nobody waits for that.
        await othersFirst()
        const { needs } = await needsIn(things, member.accountId, panelId)
        if (needs.some((need) => need.due !== null && need.due <= today)) due.push(member.accountId)
      }
      return due
    },
  }
}
export type HomeReads = ReturnType<typeof createHomeReads>
