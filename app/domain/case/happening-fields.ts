import { fieldsInCommon } from '../meeting/fields-in-common'
import { happeningKindKeys } from '../catalogues/case'
import { line } from '../fields'
import { sourceKeys } from '../catalogues/entries'
import { z } from 'zod'

// What a person fills in for each kind of entry. The same shapes serve recording and correcting. Every message names
// the mend. An empty box on a form arrives as '' and means "not given".

/** What a person fills in for something that happened between meetings. */
export const happeningFields = z.object({
  ...fieldsInCommon,
  happeningKind: z.enum(happeningKindKeys, { error: 'Choose what happened.' }),
  day: line('Say on which day: a date, or words such as “today” or “21 November”.'),
  what: line('Write what happened, or what is going to.'),
  source: z.enum(sourceKeys, { error: 'Choose where this comes from.' }).default('agency_record'),
})
