import { isRefusal, refuseField } from '../../asking'
import { dueFrom } from '../../due-from'
import { agencyOr, agencyCanRead, type Maker } from './making'

export const makeRequest: Maker<'request'> = (fields, making) => {
  const { base, asking, lane, replaces } = making
  const to = agencyOr(asking, fields.toAgencyId, fields.toAgencyId, 'fields.toAgencyId')
  if (isRefusal(to)) return to
  if (to === lane.id) return refuseField('fields.toAgencyId', 'Choose another agency than the one that asks.')
  const due = dueFrom(asking, fields.due, 'fields.due', asking.things.get('request', replaces?.id)?.due)
  if (isRefusal(due)) return due
  if (!agencyCanRead(making, to))
    return refuseField(
      'fields.audience',
      'The agency that is asked must be able to read it. Add it to the audience.',
    )
  const before = asking.things.get('request', replaces?.id)
  return {
    ...base,
    toAgencyId: to,
    what: fields.what,
    why: fields.why,
    lawfulBasis: fields.lawfulBasis,
    due,
    state: before?.state ?? 'outstanding',
    answer: before?.answer ?? '',
    refusalReason: before?.refusalReason ?? '',
    answeredAt: before?.answeredAt ?? null,
    timesChased: before?.timesChased ?? 0,
    escalatedAt: before?.escalatedAt ?? null,
    history: before?.history ?? [],
  }
}
