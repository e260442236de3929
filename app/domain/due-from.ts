import { refuseField, type Asking } from './asking'
import { dayFromWords } from './dates/due-date'

/** `was`: a correction that leaves the day as it was is no new promise, so that day may have passed. */
export const dueFrom = (asking: Asking, words: string, field = 'fields.due', was?: string) => {
  if (was !== undefined && words === was) return was
  const due = dayFromWords(words, asking.context.today)
  if (due === undefined)
    return refuseField(field, 'Write a date, or words such as “Friday”, “in 2 weeks” or “21 November”.')
  return due < asking.context.today ? refuseField(field, 'Give a day that is not in the past.') : due
}
