import { holidayRules, rhythms } from '~/domain/catalogues'
import { placesInMonth, weekdayOptions } from '~/domain/agenda/series-days'
import type { VisibleByKind } from '~/domain/sees'
import { optionsOf, Radios, Select, TextField } from '../forms/form-controls'
import { Fold, OrderForm, type RefusedForm } from '../forms/page-form'

/** A new series: rhythm, first day, and what bank holidays do to it. */
export function SeriesForm({ panel, cutOff, minutes, once, refused }: { panel: VisibleByKind['panel']; cutOff: number; minutes: number; once: string; refused: RefusedForm | undefined }) {
  return (
    <Fold title="Set up a series" form="setMeetingSeries" refused={refused}>
      <OrderForm kind="setMeetingSeries" ids={{ panelId: panel.id }} once={once} to={`/panels/${panel.id}/series?done=set`} refused={refused}>
        <Radios name="rhythm" legend="How often the panel meets" options={optionsOf(rhythms)} defaultValue="every_weeks" />
        <div className="row">
          <TextField name="everyWeeks" label="Every so many weeks: how many" hint="2 is fortnightly. The weekday is that of the first day." type="number" inputMode="numeric" short min={1} max={12} defaultValue={2} />
          <Select name="placeInMonth" label="Once a month: which" options={optionsOf(placesInMonth)} defaultValue="1" />
          <Select name="weekday" label="Once a month: weekday" options={weekdayOptions} defaultValue="3" />
        </div>
        <div className="row">
          <TextField name="startsOn" label="First day, or from when" type="date" short />
          <TextField name="startsAt" label="Starts at" type="time" short defaultValue={panel.usualTime} />
          <TextField name="minutesPlanned" label="Length in minutes" type="number" inputMode="numeric" short min={15} max={480} defaultValue={minutes} />
        </div>
        <TextField name="venue" label="Place or call" hint="Empty: the usual place" defaultValue={panel.usualPlace} />
        <div className="row">
          <TextField name="cutOffWorkingDays" label="Cut-off, in working days before" hint="What comes later needs a reason." type="number" inputMode="numeric" short min={0} max={60} defaultValue={cutOff} />
          <Select name="onBankHoliday" label="On a bank holiday" options={optionsOf(holidayRules)} defaultValue="week_later" />
        </div>
        <button type="submit">Set up this series</button>
      </OrderForm>
    </Fold>
  )
}
