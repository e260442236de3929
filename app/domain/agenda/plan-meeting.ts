import type { Meeting } from '../things/meeting'
import type { Panel } from '../things/panel'
import { policyOf } from '../panel/policy'
import { recorded } from '../records/records'
import { type Asking, type Decided, notFound, refuseField } from '../asking'
import { type FilledIn, day, optionalLine, panelId, timeOfDay, wholeNumber } from '../fields'

export const planMeetingFields = {
  panelId,
  date: day('Give the date of the meeting as year-month-day, for example 2026-12-09.'),
  startsAt: timeOfDay,
  venue: optionalLine,
  minutesPlanned: wholeNumber('Give the length in minutes, from 15 to 480.', 15, 480),
}

export const planMeeting = (asking: Asking, command: FilledIn<typeof planMeetingFields>): Decided => {
  const { things, context } = asking
  const panel = things.get('panel', command.panelId)
  if (!panel) return notFound
  if (command.date < context.today) return refuseField('date', 'Give a date that is not in the past.')
  const sameDay = things.all('meeting').some((one) => one.panelId === panel.id && one.date === command.date)
  if (sameDay) return refuseField('date', 'This panel already meets on that day. Choose another day.')
  const { date, startsAt, minutesPlanned } = command
  const meeting = plannedMeeting(asking, panel, {
    date,
    startsAt,
    minutesPlanned,
    venue: command.venue,
    cutOffOn: null,
    seriesId: null,
    seriesDay: null,
  })
  return [recorded('meetingPlanned', { meeting })]
}

/** A meeting that is to come, with nothing on its agenda. */
export const plannedMeeting = (
  { context, things }: Asking,
  panel: Panel,
  planned: Pick<
    Meeting,
    'date' | 'startsAt' | 'venue' | 'minutesPlanned' | 'cutOffOn' | 'seriesId' | 'seriesDay'
  >,
): Meeting => ({
  id: context.newId(),
  panelId: panel.id,
  ref: `${panel.name} ${planned.date}`,
  ...planned,
  venue: planned.venue || policyOf(things, panel.id).usualPlace,
  minutesTaken: null,
  agendaCirculatedOn: null,
  status: 'planned',
  openedAt: null,
  openedBy: null,
  inquorateReason: null,
  policyVersion: null,
  closedAt: null,
  closedBy: null,
  closedReason: null,
  chairId: null,
  itemId: null,
  step: 'introduce',
  itemSince: null,
  trail: [],
})
