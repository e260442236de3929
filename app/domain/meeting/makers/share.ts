import { refuseField } from '../../asking'
import { type Maker } from './making'

export const makeShare: Maker<'share'> = (fields, { base, asking, item }) => {
  const known =
    fields.about === 'perpetrator' ||
    fields.about === 'children' ||
    asking.things.all('victim').some((victim) => victim.id === fields.about && victim.caseId === item.caseId)
  if (!known) return refuseField('fields.about', 'Choose whom this is about.')
  if (fields.factDate && fields.factDate > asking.context.today)
    return refuseField('fields.factDate', 'Give a date that is not in the future.')
  return {
    ...base,
    what: fields.what,
    about: fields.about,
    source: fields.source,
    nature: fields.nature,
    factDate: fields.factDate,
    purpose: fields.purpose,
    lawfulBasis: fields.lawfulBasis,
    gateway: fields.gateway,
    necessity: fields.necessity,
  }
}
