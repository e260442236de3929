import { agendaOf } from './agenda'
import { returnFor } from '../returns/agency-returns'
import { findMeeting, isRefusal, notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import { changesBetween, isUnchanged } from './circulation-changes'
import { dayFromWords } from '../dates/due-date'
import { localDay } from '../dates/local-time'
import { calendarOf } from '../panel/panel-calendar'
import { policyOf } from '../panel/policy'
import { recorded } from '../records/records'
import type { PolicyValues } from '../catalogues/policy-settings'

import { isOutstanding, standingOfReturn, usualReturnsDue } from '../returns/return-standing'
import { sitsOnPanel } from '../sight/viewer'
import type { Meeting } from '../things/meeting'
import type { CirculatedLine, Circulation, Item } from '../things/agenda'
import type { AgencyReturn } from '../things/returns'
import type { Day } from '../dates/day'
import { clearWorkingDays } from '../dates/working-days'
import { meetingId, optionalLine, id } from '../fields'
import { z } from 'zod'
import type { FilledIn } from '../fields'

// Circulating an agenda (domain 4, "Before"): the agenda as it stands is frozen as a numbered version, every agency that is
// in for an item is asked for its return, and the members who are to be told are on record. The panel sees what notice
// it gave, in clear working days, against what its policy asks for; less than that needs a reason.

const lineOf = (item: Item): CirculatedLine => ({
  itemId: item.id,
  caseId: item.caseId,
  kind: item.kind,
  minutes: item.minutes,
  lane: item.lane,
  presenterId: item.presenterId,
})

export const latestCirculation = (asking: Asking, meetingId: string): Circulation | undefined =>
  asking.things
    .all('circulation')
    .filter((one) => one.meetingId === meetingId)
    .reduce<Circulation | undefined>(
      (latest, one) => (latest && latest.version > one.version ? latest : one),
      undefined,
    )

const returnsDueFor = (asking: Asking, meeting: Meeting, words: string, policy: PolicyValues) => {
  const { today } = asking.context
  if (words === '') return usualReturnsDue(meeting.date, policy, today)
  const due = dayFromWords(words, today)
  if (due === undefined)
    return refuseField('returnsDue', 'Write a date, or words such as “Friday” or “in 1 week”.')
  if (due < today || due > meeting.date)
    return refuseField('returnsDue', 'Give a day from today to the day of the meeting.')
  return due
}

/** Who is asked for a return: those asked in for the item by name; otherwise all, or the core ones, as the policy says. */
const isAsked = ({ things, viewer }: Asking, item: Item) => {
  const { returnsAskedOf, coreAgencyIds } = policyOf(things, viewer.panelId)
  const asked = item.invitedAgencyIds ?? (returnsAskedOf === 'core' ? coreAgencyIds : null)
  return (agencyId: string) => asked === null || asked.includes(agencyId)
}

/** Each agency in for an item is asked once; what it has answered, or when that was due, a new version does not change. */
const asksOf = (asking: Asking, agenda: readonly Item[], dueOn: Day): AgencyReturn[] =>
  agenda.flatMap((item) => {
    const asked = isAsked(asking, item)
    return asking.things
      .all('agency')
      .filter((agency) => agency.panelId === item.panelId && asked(agency.id))
      .map((agency) => returnFor(asking, item, agency.id))
      .filter((one) => one.dueOn === null)
      .map((one) => ({ ...one, askedOn: one.askedOn ?? asking.context.today, dueOn }))
  })

const sittingMembers = (asking: Asking, agencyId: string | null) =>
  asking.things
    .all('member')
    .filter((member) => member.panelId === asking.viewer.panelId && member.active && sitsOnPanel(member.role))
    .filter((member) => agencyId === null || member.agencyId === agencyId)

export const circulateAgendaFields = {
  meetingId,
  /** A day, or words; not given: as the panel's policy says. */
  returnsDue: z.string().trim().max(80).default(''),
  shortNoticeReason: optionalLine,
}

export const circulateAgenda = (asking: Asking, command: FilledIn<typeof circulateAgendaFields>): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.status !== 'planned')
    return refuse(
      'wrong_moment',
      'The meeting has been opened. Its agenda is in the room now, and no longer circulated.',
    )
  const agenda = agendaOf(asking, meeting.id)
  if (agenda.length === 0)
    return refuse('wrong_moment', 'No case is on the agenda yet. Add the first one, then circulate it.')
  const before = latestCirculation(asking, meeting.id)
  const lines = agenda.map(lineOf)
  if (before && isUnchanged(changesBetween(before.lines, lines))) {
    return refuse('already_done', `Nothing has changed since version ${before.version} was circulated.`)
  }
  const { things, context, viewer } = asking
  const policy = policyOf(things, viewer.panelId)
  const dueOn = returnsDueFor(asking, meeting, command.returnsDue, policy)
  if (isRefusal(dueOn)) return dueOn
  const noticeDays = clearWorkingDays(context.today, meeting.date, calendarOf(policy))
  // An agenda that is known to have gone out before it was kept here gave its notice then.
  const short = meeting.agendaCirculatedOn === null && noticeDays < policy.noticeWorkingDays
  if (short && !command.shortNoticeReason) {
    return refuseField(
      'shortNoticeReason',
      `This gives ${noticeDays} clear working days; the panel’s policy is ${policy.noticeWorkingDays}. Say why the notice is shorter.`,
    )
  }
  const circulation: Circulation = {
    id: context.newId(),
    panelId: viewer.panelId,
    meetingId: meeting.id,
    version: (before?.version ?? 0) + 1,
    lines,
    circulatedAt: context.now,
    circulatedOn: context.today,
    circulatedBy: viewer.memberId,
    noticeDays,
    noticeAsked: policy.noticeWorkingDays,
    shortNoticeReason: short ? command.shortNoticeReason : null,
    returnsDueOn: dueOn,
    tellMemberIds: sittingMembers(asking, null).map((member) => member.id),
  }
  return [recorded('agendaCirculated', { circulation, agencyReturns: asksOf(asking, agenda, dueOn) })]
}

export const chaseReturnsFields = { meetingId, agencyId: id('Choose the agency.') }

/** Asks an agency again for everything it still owes this meeting; once a day is enough. */
export const chaseReturns = (asking: Asking, command: FilledIn<typeof chaseReturnsFields>): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.status === 'closed')
    return refuse('wrong_moment', 'The meeting is closed; its returns are no longer chased.')
  const agency = asking.things.get('agency', command.agencyId)
  if (!agency || agency.panelId !== asking.viewer.panelId) return notFound
  const { now, today } = asking.context
  const listed = new Set(agendaOf(asking, meeting.id).map((item) => item.id))
  const owed = asking.things
    .all('agencyReturn')
    .filter((one) => one.meetingId === meeting.id && one.agencyId === agency.id && listed.has(one.itemId))
    .filter((one) => isOutstanding(standingOfReturn(one, today)))
  if (owed.length === 0) return refuse('already_done', `${agency.name} owes no return for this meeting.`)
  if (owed.every((one) => one.chasedAt !== null && localDay(one.chasedAt) === today)) {
    return refuse('already_done', `${agency.name} was chased today already.`)
  }
  return [
    recorded('returnsChased', {
      meetingId: meeting.id,
      agencyId: agency.id,
      returnIds: owed.map((one) => one.id),
      tellMemberIds: sittingMembers(asking, agency.id).map((member) => member.id),
      at: now,
      by: asking.viewer.memberId,
    }),
  ]
}
