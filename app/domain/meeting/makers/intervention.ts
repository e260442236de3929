import { isRefusal, refuseField } from '../../asking'
import { agencyOr, seenReference, type Maker } from './making'

export const makeIntervention: Maker<'intervention'> = (fields, making) => {
  const { base, asking, lane } = making
  if (fields.strand !== 'disrupt' && fields.supportAreas.length === 0) {
    return refuseField('fields.supportAreas', 'Choose at least one area of support.')
  }
  if (fields.strand !== 'support' && fields.disruptAreas.length === 0) {
    return refuseField('fields.disruptAreas', 'Choose at least one area of disruption.')
  }
  const leverId = seenReference(making, 'lever', fields.leverId, 'fields.leverId')
  if (isRefusal(leverId)) return leverId
  const lead = agencyOr(asking, fields.leadAgencyId, lane.id, 'fields.leadAgencyId')
  if (isRefusal(lead)) return lead
  const joint = [...new Set(fields.jointAgencyIds)].filter((one) => one !== lead)
  if (joint.some((one) => asking.things.get('agency', one)?.panelId !== asking.viewer.panelId)) {
    return refuseField('fields.jointAgencyIds', 'Choose agencies of this panel.')
  }
  return {
    ...base,
    strand: fields.strand,
    supportAreas: fields.strand === 'disrupt' ? [] : fields.supportAreas,
    disruptAreas: fields.strand === 'support' ? [] : fields.disruptAreas,
    what: fields.what,
    leverId,
    leadAgencyId: lead,
    jointAgencyIds: joint,
    status: fields.status,
    result: fields.result,
    history:
      making.replaces === null ? [] : (asking.things.get('intervention', making.replaces.id)?.history ?? []),
  }
}
