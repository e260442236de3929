import { audienceSchema } from '../audience'
import { handlingKeys } from '../catalogues/entries'
import { list, optionalId } from '../fields'
import { z } from 'zod'

/** What every kind of entry has. */
export const fieldsInCommon = {
  /** For a chair or coordinator who records for another agency in the room. */
  agencyId: optionalId,
  /** Not given: the rule for the kind of entry decides (entries.ts). */
  audience: audienceSchema.optional(),
  handling: list(z.enum(handlingKeys)),
}
