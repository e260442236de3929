import { holidayRules } from '~/domain/catalogues/agenda'
import { cutOffBefore, rhythmInWords, seriesDays } from '~/domain/agenda/series-days'
import { addMonths } from '~/domain/dates/due-date'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { WorkingCalendar } from '~/domain/dates/working-days'

import { longDate, weekdayDate } from '../page/dates'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

type Series = VisibleByKind['meetingSeries']
type Meeting = VisibleByKind['meeting']

interface ListProps {
  panelId: string
  series: readonly Series[]
  meetings: readonly Meeting[]
  today: string
  calendar: WorkingCalendar
  mayPlan: boolean
  once: string
  refused: RefusedForm | undefined
}

/** The panel's series: the rhythm in words, the days to come with what holidays do to them, and planning ahead. */
export function SeriesList(props: ListProps) {
  const { series } = props
  if (series.length === 0) {
    return (
      <p className="empty">
        No series yet. When there is one, its days for the next half year are here, and one press plans them
        with their cut-off dates.
      </p>
    )
  }
  return (
    <>
      {[...series]
        .sort(
          (a, b) =>
            Number(a.endedOn !== null) - Number(b.endedOn !== null) || (a.startsOn < b.startsOn ? -1 : 1),
        )
        .map((one) => (
          <OneSeries key={one.id} {...props} one={one} />
        ))}
    </>
  )
}

function OneSeries({
  one,
  meetings,
  today,
  calendar,
  panelId,
  mayPlan,
  once,
  refused,
}: ListProps & { one: Series }) {
  const heading = `series-${one.id}`
  const to = (done: string) => `/panels/${panelId}/series?done=${done}`
  const ids = { panelId, seriesId: one.id }
  return (
    <section aria-labelledby={heading} className="panel-box">
      <h2 id={heading}>
        {rhythmInWords(one)}, {one.startsAt}
      </h2>
      <p>
        From {longDate(one.startsOn)}, {one.minutesPlanned} minutes
        {one.venue ? `, ${one.venue}` : ', the usual place'}. Cut-off {one.cutOffWorkingDays} working days
        before. On a bank holiday, or a day that the panel does not count:{' '}
        {holidayRules[one.onBankHoliday].toLowerCase()}.
      </p>
      {one.endedOn ? (
        <p>
          <span className="tag">Ended {longDate(one.endedOn)}</span> {one.endedReason}
        </p>
      ) : (
        <>
          <DaysToCome one={one} meetings={meetings} today={today} calendar={calendar} />
          {mayPlan ? (
            <>
              <CommandPageForm
                kind="planFromSeries"
                name={`plan-${one.id}`}
                ids={ids}
                once={once}
                to={to('planned')}
                refused={refused}
              >
                <TextField
                  name="months"
                  label="Plan ahead: months"
                  type="number"
                  inputMode="numeric"
                  short
                  min={1}
                  max={24}
                  defaultValue={6}
                />
                <button type="submit">Plan these meetings</button>
              </CommandPageForm>
              <Fold title="End this series" form={`end-${one.id}`} refused={refused}>
                <CommandPageForm
                  kind="endMeetingSeries"
                  name={`end-${one.id}`}
                  ids={ids}
                  once={once}
                  to={to('ended')}
                  refused={refused}
                >
                  <TextField
                    name="reason"
                    label="Why it ends"
                    hint="Meetings already planned stay as they are."
                  />
                  <button type="submit" className="secondary">
                    End the series
                  </button>
                </CommandPageForm>
              </Fold>
            </>
          ) : null}
        </>
      )}
    </section>
  )
}

function DaysToCome({
  one,
  meetings,
  today,
  calendar,
}: Pick<ListProps, 'meetings' | 'today' | 'calendar'> & { one: Series }) {
  const from = one.startsOn > today ? one.startsOn : today
  const dates = new Map(meetings.map((meeting) => [meeting.date, meeting]))
  return (
    <ul className="plain rows small">
      {seriesDays(one, from, addMonths(from, 6), calendar).map(({ usual, day, holiday }) => {
        const meeting = day === null ? undefined : dates.get(day)
        return (
          <li key={usual}>
            {day === null ? (
              <span className="quiet">{weekdayDate(usual)}: no meeting</span>
            ) : (
              weekdayDate(day)
            )}
            {holiday ? ` (${holiday}${day === null ? '' : `; usually ${longDate(usual)}`})` : ''}
            {day === null
              ? ''
              : `, cut-off ${longDate(cutOffBefore(day, one.cutOffWorkingDays, calendar))}. `}
            {meeting ? <a href={`/meetings/${meeting.id}/agenda`}>Planned: its agenda</a> : null}
          </li>
        )
      })}
    </ul>
  )
}
