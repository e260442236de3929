import { command } from './command'
import { byRecorders, byRunners, inLane } from './permission'
import { ofPanel, ofReferral, ofReferralLink, ofScreening } from './scope'
import { acceptReferral, acceptReferralFields } from '../referral/accept-referral'
import {
  addToReferral,
  addToReferralFields,
  makeReferral,
  makeReferralFields,
  returnReferral,
  returnReferralFields,
  signpostReferral,
  signpostReferralFields,
  tellReferrer,
  tellReferrerFields,
  withdrawReferralLink,
  withdrawReferralLinkFields,
} from '../referral/referrals'

export const referralCommands = {
  makeReferral: command({ fields: makeReferralFields, scope: ofPanel, may: inLane, decide: makeReferral }),
  addToReferral: command({
    fields: addToReferralFields,
    scope: ofReferral,
    may: inLane,
    decide: addToReferral,
  }),
  acceptReferral: command({
    fields: acceptReferralFields,
    scope: ofScreening,
    may: byRunners,
    decide: acceptReferral,
  }),
  returnReferral: command({
    fields: returnReferralFields,
    scope: ofReferral,
    may: byRunners,
    decide: returnReferral,
  }),
  signpostReferral: command({
    fields: signpostReferralFields,
    scope: ofReferral,
    may: byRunners,
    decide: signpostReferral,
  }),
  tellReferrer: command({
    fields: tellReferrerFields,
    scope: ofReferral,
    may: byRunners,
    decide: tellReferrer,
  }),
  withdrawReferralLink: command({
    fields: withdrawReferralLinkFields,
    scope: ofReferralLink,
    may: byRecorders,
    decide: withdrawReferralLink,
  }),
}
