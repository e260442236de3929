import { plannedMeeting } from './plan-meeting'
import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import { addMonths } from '../dates/due-date'
import { recorded } from '../records/records'
import { calendarOf } from '../panel/panel-calendar'
import { policyOf } from '../panel/policy'

import { cutOffBefore, seriesDays } from './series-days'
import type { MeetingSeries } from '../things/agenda'
import { weekdayOf } from '../dates/working-days'
import { panelId, wholeNumber, day, timeOfDay, optionalLine, id, line } from '../fields'
import { z } from 'zod'
import { rhythmKeys, holidayRuleKeys } from '../catalogues/agenda'
import type { FilledIn } from '../fields'

// A panel's meetings are planned ahead from a series at one press. Each carries its cut-off. What has been planned once is
// not planned again, wherever it was moved to since; a day on which the panel meets already is left alone.

export const setMeetingSeriesFields = {
  panelId,
  rhythm: z.enum(rhythmKeys, { error: 'Choose how often the panel meets.' }),
  everyWeeks: wholeNumber('Give the weeks as a whole number from 1 to 12.', 1, 12).default(2),
  placeInMonth: wholeNumber('Choose which one of the month.', 1, 5).default(1),
  weekday: wholeNumber('Choose a weekday, Monday to Friday.', 1, 5).default(1),
  startsOn: day('Give the first day as year-month-day, for example 2026-12-09.'),
  startsAt: timeOfDay,
  venue: optionalLine,
  minutesPlanned: wholeNumber('Give the length in minutes, from 15 to 480.', 15, 480),
  cutOffWorkingDays: wholeNumber('Give the cut-off in working days, from 0 to 60.', 0, 60),
  onBankHoliday: z.enum(holidayRuleKeys, { error: 'Choose what happens on a bank holiday.' }),
}

export const setMeetingSeries = (
  asking: Asking,
  command: FilledIn<typeof setMeetingSeriesFields>,
): Decided => {
  const { context, viewer } = asking
  if (command.startsOn < context.today)
    return refuseField('startsOn', 'Give a first day that is not in the past.')
  const weekday = weekdayOf(command.startsOn)
  if (command.rhythm === 'every_weeks' && (weekday === 0 || weekday === 6))
    return refuseField('startsOn', 'Give a first day from Monday to Friday.')
  const series: MeetingSeries = {
    id: context.newId(),
    panelId: viewer.panelId,
    rhythm: command.rhythm,
    everyWeeks: command.everyWeeks,
    placeInMonth: command.placeInMonth,
    weekday: command.rhythm === 'monthly' ? command.weekday : weekday,
    startsOn: command.startsOn,
    startsAt: command.startsAt,
    venue: command.venue,
    minutesPlanned: command.minutesPlanned,
    cutOffWorkingDays: command.cutOffWorkingDays,
    onBankHoliday: command.onBankHoliday,
    setAt: context.now,
    setBy: viewer.memberId,
    endedOn: null,
    endedReason: null,
  }
  return [recorded('meetingSeriesSet', { series })]
}

const standingSeries = ({ things, viewer }: Asking, seriesId: string) => {
  const series = things.get('meetingSeries', seriesId)
  if (!series || series.panelId !== viewer.panelId) return notFound
  return series.endedOn === null ? series : refuse('already_done', 'This series has ended. Set up a new one.')
}

export const planFromSeriesFields = {
  panelId,
  seriesId: id('Choose the series.'),
  months: wholeNumber('Give the months as a whole number from 1 to 24.', 1, 24),
}

export const planFromSeries = (asking: Asking, command: FilledIn<typeof planFromSeriesFields>): Decided => {
  const series = standingSeries(asking, command.seriesId)
  if (isRefusal(series)) return series
  const { things, context, viewer } = asking
  const panel = things.get('panel', viewer.panelId)
  if (!panel) return notFound
  const meetings = things.all('meeting').filter((meeting) => meeting.panelId === panel.id)
  const planned = new Set(
    meetings.flatMap((meeting) =>
      meeting.seriesId === series.id && meeting.seriesDay ? [meeting.seriesDay] : [],
    ),
  )
  const met = new Set(meetings.map((meeting) => meeting.date))
  const from = series.startsOn > context.today ? series.startsOn : context.today
  const calendar = calendarOf(policyOf(things, panel.id))
  const records = seriesDays(series, from, addMonths(from, command.months), calendar).flatMap(
    ({ usual, day }) => {
      if (day === null || day < context.today || planned.has(usual) || met.has(day)) return []
      const meeting = plannedMeeting(asking, panel, {
        date: day,
        startsAt: series.startsAt,
        venue: series.venue,
        minutesPlanned: series.minutesPlanned,
        cutOffOn: cutOffBefore(day, series.cutOffWorkingDays, calendar),
        seriesId: series.id,
        seriesDay: usual,
      })
      return [recorded('meetingPlanned', { meeting })]
    },
  )
  return records.length > 0
    ? records
    : refuse('already_done', 'Every meeting of this time is planned already.')
}

export const endMeetingSeriesFields = {
  panelId,
  seriesId: id('Choose the series.'),
  reason: line('Say why the series ends.'),
}

export const endMeetingSeries = (
  asking: Asking,
  command: FilledIn<typeof endMeetingSeriesFields>,
): Decided => {
  const series = standingSeries(asking, command.seriesId)
  if (isRefusal(series)) return series
  return [
    recorded('meetingSeriesEnded', { seriesId: series.id, on: asking.context.today, reason: command.reason }),
  ]
}
