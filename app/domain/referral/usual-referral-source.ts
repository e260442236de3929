import type { ReferralSource } from '../catalogues/referral'
import type { Viewer } from '../sight/viewer'

/** Where a referral is taken to come from until whoever makes it says otherwise. */
export const usualReferralSource = ({ agencyKind }: Pick<Viewer, 'agencyKind'>): ReferralSource =>
  agencyKind === 'police' ? 'police' : 'agency'
