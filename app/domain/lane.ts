import { type Asking, refuseField } from './asking'

/** An agency speaks for itself; chair and coordinator may record for any agency. */
export const laneOf = (asking: Asking, agencyId: string | null) => {
  const { viewer, things } = asking
  const wanted = agencyId ?? viewer.agencyId
  if (wanted === null) return refuseField('agencyId', 'Choose the agency this is recorded for.')
  const agency = things.get('agency', wanted)
  if (!agency || agency.panelId !== viewer.panelId)
    return refuseField('agencyId', 'Choose an agency of this panel.')
  const runs = viewer.role === 'chair' || viewer.role === 'coordinator'
  if (agency.id !== viewer.agencyId && !runs)
    return refuseField('agencyId', 'Record in your own agency’s lane.')
  return agency
}
