import { candidatesCsv } from '../../app/domain/candidates/candidates-csv'
import { cases } from '../../db/schema/case'
import { referrals } from '../../db/schema/referral'
import type { Session } from '../../server/accounts/sessions'
import type { PersonName, TestPanel } from './small-panel'

// Everything that a person can load, place by place, as text to be searched.

/** One's own inbox and, for those who may ask, every agency's. */
export const inboxesOf = (panel: TestPanel, session: Session) =>
  [panel.panelId, panel.brookPanelId].flatMap((id) =>
    [null, ...Object.values(panel.agencies)].map((agencyId) =>
      panel.services.followUp.inbox(session, id, agencyId),
    ),
  )

/** The ranking as its page and as its file. */
export const rankingOf = async (panel: TestPanel, session: Session, panelId: string) => {
  const found = await panel.services.candidates.candidates(session, panelId, 'candidates')
  return found.ok ? [found, candidatesCsv(found.candidates, found.matrix.version, found.today)] : found
}

export const everyPage = async (panel: TestPanel, who: PersonName) => {
  const { reads, home, due, store } = panel.services
  const session = await panel.sessionFor(who)
  const panels = [panel.panelId, panel.brookPanelId]
  const meetings = [panel.meetingId, panel.nextMeetingId, panel.brookMeetingId]
  const caseIds = (await store.read.select({ id: cases.id }).from(cases)).map((one) => one.id)
  const referralIds = (await store.read.select({ id: referrals.id }).from(referrals)).map((one) => one.id)
  const text = async (what: Promise<unknown> | Promise<unknown>[]) =>
    JSON.stringify(await (Array.isArray(what) ? Promise.all(what) : what))
  return {
    room: await text(reads.room(session, panel.meetingId, 'desk')),
    wall: await text(reads.room(session, panel.meetingId, 'wall')),
    laterRoom: await text(reads.room(session, panel.nextMeetingId, 'desk')),
    minutes: await text(reads.minutes(session, panel.meetingId)),
    file: await text(caseIds.map((id) => reads.caseFile(session, id))),
    elsewhere: await text([
      home.needs(session),
      reads.panelsOf(session),
      ...meetings.map((id) => reads.minutes(session, id)),
      reads.room(session, panel.brookMeetingId, 'desk'),
      due.dueFor(session, panel.panelId, '2026-12-16'),
      ...inboxesOf(panel, session),
      ...panels.flatMap((id) => [
        reads.panel(session, id),
        reads.policies(session, id),
        reads.casesToList(session, id),
        reads.figures(session, id),
        reads.referrals(session, id),
        reads.people(session, id),
        rankingOf(panel, session, id),
        ...referralIds.map((referralId) => reads.referral(session, id, referralId)),
      ]),
    ]),
  }
}
export type EveryPage = Awaited<ReturnType<typeof everyPage>>
