import type { PolicyValues } from '../catalogues/policy-settings'

export interface Quorum {
  needed: number
  /** Agencies here that count. */
  present: number
  met: boolean
  /** Core agencies that are not here. */
  coreMissing: string[]
}

/** A meeting is quorate when as many agencies are in the room as the panel's policy asks for: any, or core ones alone. */
export const quorumOf = (
  policy: Pick<PolicyValues, 'quorum' | 'quorumCounts' | 'coreAgencyIds'>,
  here: ReadonlySet<string>,
): Quorum => {
  const coreHere = policy.coreAgencyIds.filter((id) => here.has(id))
  const present = policy.quorumCounts === 'core' ? coreHere.length : here.size
  return {
    needed: policy.quorum,
    present,
    met: present >= policy.quorum,
    coreMissing: policy.coreAgencyIds.filter((id) => !here.has(id)),
  }
}
