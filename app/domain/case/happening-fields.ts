import { fieldsInCommon } from '../meeting/fields-in-common'
import { happeningKindKeys } from '../catalogues/case'
import { line } from '../fields'
import { sourceKeys } from '../catalogues/entries'
import { z } from 'zod'

/** What a person fills in for something that happened between meetings, to record it and to correct it. */
export const happeningFields = z.object({
  ...fieldsInCommon,
  happeningKind: z.enum(happeningKindKeys, { error: 'Choose what happened.' }),
  day: line('Say on which day: a date, or words such as “today” or “21 November”.'),
  what: line('Write what happened, or what is going to.'),
  source: z.enum(sourceKeys, { error: 'Choose where this comes from.' }).default('agency_record'),
})
