import { holidayRules, placesInMonth, rhythms, workingWeekdays } from '~/domain/catalogues/agenda'
import { nextOnWeekday } from '~/domain/agenda/series-days'
import type { PolicyValues } from '~/domain/catalogues/policy-settings'
import { Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

/** A new series: rhythm, first day, and what holidays do to it. It starts from the panel's settings. */
export function SeriesForm({
  panelId,
  usual,
  today,
  once,
  refused,
}: {
  panelId: string
  usual: PolicyValues
  today: string
  once: string
  refused: RefusedForm | undefined
}) {
  return (
    <Fold title="Set up a series" form="setMeetingSeries" refused={refused}>
      <CommandPageForm
        kind="setMeetingSeries"
        ids={{ panelId }}
        once={once}
        to={`/panels/${panelId}/series?done=set`}
        refused={refused}
      >
        <Radios
          name="rhythm"
          legend="How often the panel meets"
          options={optionsOf(rhythms)}
          defaultValue={usual.rhythm}
        />
        <div className="row">
          <TextField
            name="everyWeeks"
            label="Every so many weeks: how many"
            hint="2 is fortnightly. The weekday is that of the first day."
            type="number"
            inputMode="numeric"
            short
            min={1}
            max={12}
            defaultValue={usual.everyWeeks}
          />
          <Select
            name="placeInMonth"
            label="Once a month: which"
            options={optionsOf(placesInMonth)}
            defaultValue={usual.placeInMonth}
          />
          <Select
            name="weekday"
            label="Once a month: weekday"
            options={optionsOf(workingWeekdays)}
            defaultValue={usual.usualWeekday}
          />
        </div>
        <div className="row">
          <TextField
            name="startsOn"
            label="First day, or from when"
            type="date"
            short
            defaultValue={nextOnWeekday(today, Number(usual.usualWeekday))}
          />
          <TextField name="startsAt" label="Starts at" type="time" short defaultValue={usual.usualTime} />
          <TextField
            name="minutesPlanned"
            label="Length in minutes"
            type="number"
            inputMode="numeric"
            short
            min={15}
            max={480}
            defaultValue={usual.meetingMinutes}
          />
        </div>
        <TextField
          name="venue"
          label="Place or call"
          hint="Empty: the usual place"
          defaultValue={usual.usualPlace}
        />
        <div className="row">
          <TextField
            name="cutOffWorkingDays"
            label="Cut-off, in working days before"
            hint="What comes later needs a reason."
            type="number"
            inputMode="numeric"
            short
            min={0}
            max={60}
            defaultValue={usual.cutOffWorkingDays}
          />
          <Select
            name="onBankHoliday"
            label="On a bank holiday, or a day not counted"
            options={optionsOf(holidayRules)}
            defaultValue="week_later"
          />
        </div>
        <button type="submit">Set up this series</button>
      </CommandPageForm>
    </Fold>
  )
}
