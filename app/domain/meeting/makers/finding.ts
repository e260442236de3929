import { refuseField } from '../../asking'
import { type Maker } from './making'

export const makeFinding: Maker<'finding'> = (fields, { base, asking }) => {
  const panel = asking.things.get('panel', asking.viewer.panelId)
  const set = asking.things
    .all('criteria')
    .find((one) => one.panelId === panel?.id && one.version === panel.criteriaVersion)
  if (!panel || !set?.criteria.some((criterion) => criterion.key === fields.criterionKey)) {
    return refuseField('fields.criterionKey', 'Choose one of the panel’s criteria.')
  }
  return {
    ...base,
    criterionKey: fields.criterionKey,
    criteriaVersion: panel.criteriaVersion,
    answer: fields.answer,
    evidence: fields.evidence,
  }
}
