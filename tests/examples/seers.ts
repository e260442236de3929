import { ashford, sitting, type PersonName } from '../support/small-panel'

// Who is who on the small panel, as the laws name those who may see something. The presenter has declared an interest in
// A1; the rest of A1 is open to all who sit.

export const ofThePanel: readonly PersonName[] = ashford
export const readsNames: readonly PersonName[] = ashford.filter((who) => who !== 'evaluator')
export const runThePanel: readonly PersonName[] = ['chair', 'coChair', 'coordinator']
export const theCircle: readonly PersonName[] = [...runThePanel, 'idva', 'idvaTwo', 'police']
/** Who reads safety records. */
export const hers: readonly PersonName[] = [...runThePanel, 'idva', 'idvaTwo']
export const all: readonly PersonName[] = sitting
export const atA1: readonly PersonName[] = sitting.filter((who) => who !== 'presenter')

/** Shown to the same people in each of these places. */
export const alike = <P extends string>(seers: readonly PersonName[], ...where: readonly P[]) =>
  Object.fromEntries(where.map((place) => [place, seers])) as Record<P, readonly PersonName[]>
