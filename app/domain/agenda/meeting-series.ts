import { plannedMeeting } from './agenda'
import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import type { CommandOf } from '../commands'
import { addMonths } from '../dates/due-date'
import { recorded } from '../records/records'
import { calendarOf } from '../panel/panel-calendar'
import { policyOf } from '../panel/policy'

import { cutOffBefore, seriesDays } from './series-days'
import type { MeetingSeries } from '../things/agenda'
import { weekdayOf } from '../dates/working-days'

// A panel's meetings are planned ahead from a series at one press. Each carries its cut-off. What has been planned once is
// not planned again, wherever it was moved to since; a day on which the panel meets already is left alone.

export const setMeetingSeries = (asking: Asking, command: CommandOf<'setMeetingSeries'>): Decided => {
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

export const planFromSeries = (asking: Asking, command: CommandOf<'planFromSeries'>): Decided => {
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

export const endMeetingSeries = (asking: Asking, command: CommandOf<'endMeetingSeries'>): Decided => {
  const series = standingSeries(asking, command.seriesId)
  if (isRefusal(series)) return series
  return [
    recorded('meetingSeriesEnded', { seriesId: series.id, on: asking.context.today, reason: command.reason }),
  ]
}
