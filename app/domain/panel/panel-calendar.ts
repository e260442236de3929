import { namedDayFrom } from '../dates/named-day'
import type { WorkingCalendar } from '../dates/working-days'
import type { PolicyValues } from '../catalogues/policy-settings'

/** By what a panel counts working days, under this policy. */
export const calendarOf = ({ daysNotCounted }: Pick<PolicyValues, 'daysNotCounted'>): WorkingCalendar => ({
  notCounted: new Map(
    daysNotCounted.flatMap((line) => {
      const one = namedDayFrom(line)
      return one ? [[one.day, one.name] as const] : []
    }),
  ),
})
