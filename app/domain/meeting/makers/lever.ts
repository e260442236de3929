import { isRefusal } from '../../asking'
import { agencyOr, type Maker } from './making'

export const makeLever: Maker<'lever'> = (fields, { base, asking, lane }) => {
  const holder = agencyOr(asking, fields.holderAgencyId, lane.id, 'fields.holderAgencyId')
  if (isRefusal(holder)) return holder
  return {
    ...base,
    what: fields.what,
    leverKind: fields.leverKind,
    holderAgencyId: holder,
    safeToUse: fields.safeToUse,
    safetyNote: fields.safetyNote,
  }
}
