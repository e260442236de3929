import { candidatesCsv } from '../../app/domain/candidates/candidates-csv'
import { cases } from '../../db/schema/case'
import { referrals } from '../../db/schema/referral'
import type { PersonName, TestPanel } from './small-panel'

// Everything that a person can load, place by place, as text to be searched.

export const everyPage = async (panel: TestPanel, who: PersonName) => {
  const { reads, home, followUp, candidates, due, store } = panel.services
  const session = await panel.sessionFor(who)
  const panels = [panel.panelId, panel.brookPanelId]
  const meetings = [panel.meetingId, panel.nextMeetingId, panel.brookMeetingId]
  const caseIds = (await store.read.select({ id: cases.id }).from(cases)).map((one) => one.id)
  const referralIds = (await store.read.select({ id: referrals.id }).from(referrals)).map((one) => one.id)
  const text = async (what: Promise<unknown> | Promise<unknown>[]) =>
    JSON.stringify(await (Array.isArray(what) ? Promise.all(what) : what))
  const ranking = async (panelId: string) => {
    const found = await candidates.candidates(session, panelId, 'candidates')
    return found.ok ? [found, candidatesCsv(found.candidates, found.matrix.version, found.today)] : found
  }
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
      ...[null, ...Object.values(panel.agencies)].map((id) => followUp.inbox(session, panel.panelId, id)),
      ...panels.flatMap((id) => [
        reads.panel(session, id),
        reads.policies(session, id),
        reads.casesToList(session, id),
        reads.figures(session, id),
        reads.referrals(session, id),
        reads.people(session, id),
        ranking(id),
      ]),
      ...referralIds.map((id) => reads.referral(session, panel.panelId, id)),
    ]),
  }
}
export type EveryPage = Awaited<ReturnType<typeof everyPage>>
