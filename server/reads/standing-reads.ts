import { localDay } from '../../app/domain/dates/local-time'
import { actionsByAgency, attendanceByAgency, returnsByAgency } from '../../app/domain/panel/panel-standing'
import { policyOf } from '../../app/domain/panel/policy'
import { notFound } from '../../app/domain/refusals'
import { standingOfReturn } from '../../app/domain/returns/return-standing'
import { seenOf } from '../../app/domain/sight/sees'
import { sightOf } from '../../app/domain/sight/sight'
import { sitsOnPanel } from '../../app/domain/sight/viewer'
import { lastHeld, loadPanelStanding } from '../../db/things/load-panel-standing'
import type { Store } from '../../db/store'
import { createEnter } from '../accounts/entrance'
import type { Session } from '../accounts/sessions'

interface Settings {
  store: Store
  mayEnterPanel: (session: Session, panel: { secondFactorRequired: boolean }) => boolean
  clock: () => number
}

/** How each agency keeps up with the panel, counted from what this person may see and nothing else. */
export const createStandingReads = ({ store, mayEnterPanel, clock }: Settings) => {
  const enter = createEnter(mayEnterPanel)
  return {
    standing: async (session: Session, panelId: string) => {
      const things = await store.snapshot((tx) =>
        loadPanelStanding(tx, panelId, (panel) => policyOf(panel, panelId).attendanceMeetings),
      )
      const viewer = things && enter(session, things, panelId)
      if (!things || !viewer) return notFound
      if ('ok' in viewer) return viewer
      if (!sitsOnPanel(viewer.role)) return notFound
      const policy = policyOf(things, panelId)
      const sight = sightOf(viewer, things, null)
      const today = localDay(clock())
      const agencies = seenOf(sight, 'agency')
      const ids = agencies.map((agency) => agency.id)
      const meetings = lastHeld(things, policy.attendanceMeetings).reverse()
      const meetingOf = new Map(seenOf(sight, 'item').map((item) => [item.id, item.meetingId]))
      const returns = seenOf(sight, 'agencyReturn').map((one) => ({
        agencyId: one.agencyId,
        meetingId: meetingOf.get(one.itemId) ?? '',
        standing: standingOfReturn(one, today),
      }))
      const open = seenOf(sight, 'action').filter((action) => action.endedAt === null)
      return {
        ok: true as const,
        viewer,
        panel: seenOf(sight, 'panel'),
        agencies: agencies
          .map(({ id, name }) => ({ id, name, core: policy.coreAgencyIds.includes(id) }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
        meetings: meetings.map(({ id, date }) => ({ id, date })),
        missedMeetings: policy.missedMeetings,
        attendance: attendanceByAgency(ids, meetings, seenOf(sight, 'attendance'), policy.missedMeetings),
        returns: returnsByAgency(ids, meetings, returns),
        actions: actionsByAgency(ids, open, today),
      }
    },
  }
}
