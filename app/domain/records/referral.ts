import type { Instant } from '../dates/day'
import type {
  Referral,
  ReferralSafety,
  ReferralAddition,
  ReferrerTelling,
  ReferralLink,
} from '../things/referral'
import { put, change } from './changes'
import type { Person } from '../things/people'
import type { Case, Victim, Child, SafetyRecord } from '../things/case'
import { quiet, told, type RecordRules } from './record'

/** Who screened a referral, when, and why; `words` are for the referrer, `note` for the panel. */
export interface Screening {
  at: Instant
  by: string
  reason: string
  note: string
  words: string
}

const screened = ({ at, by, reason, note, words }: Screening) => ({
  screenedAt: at,
  screenedBy: by,
  screeningReason: reason,
  screeningNote: note,
  screeningWords: words,
})

export const referralRecords = {
  referralReceived: told(1, (body: { referral: Referral; safety: ReferralSafety }, things) => [
    put(things, 'referral', body.referral),
    put(things, 'referralSafety', body.safety),
  ]),

  referralAddedTo: told(
    1,
    (
      body: {
        referralId: string
        addition: ReferralAddition | null
        safetyAddition: ReferralAddition | null
      },
      things,
    ) => {
      const referral = things.get('referral', body.referralId)
      const safety = things.get('referralSafety', body.referralId)
      return [
        change(things, 'referral', body.referralId, {
          stage: 'received',
          additions: [...(referral?.additions ?? []), ...(body.addition ? [body.addition] : [])],
        }),
        ...(body.safetyAddition
          ? [
              change(things, 'referralSafety', body.referralId, {
                additions: [...(safety?.additions ?? []), body.safetyAddition],
              }),
            ]
          : []),
      ]
    },
  ),

  referralAccepted: quiet(
    1,
    (
      body: {
        referralId: string
        screening: Screening
        /** Null: the case is about someone who was known already. */
        person: Person | null
        case: Case
        victims: Victim[]
        children: Child[]
        safetyRecords: SafetyRecord[]
      },
      things,
    ) => [
      ...(body.person ? [put(things, 'person', body.person)] : []),
      put(things, 'case', body.case),
      ...body.victims.map((victim) => put(things, 'victim', victim)),
      ...body.children.map((child) => put(things, 'child', child)),
      ...body.safetyRecords.map((record) => put(things, 'safetyRecord', record)),
      change(things, 'referral', body.referralId, {
        stage: 'accepted',
        caseId: body.case.id,
        ...screened(body.screening),
      }),
    ],
  ),

  referralReturned: quiet(1, (body: { referralId: string; screening: Screening }, things) => [
    change(things, 'referral', body.referralId, { stage: 'returned', ...screened(body.screening) }),
  ]),

  referralSignposted: quiet(1, (body: { referralId: string; screening: Screening }, things) => [
    change(things, 'referral', body.referralId, { stage: 'signposted', ...screened(body.screening) }),
  ]),

  referrerTold: told(1, (body: { telling: ReferrerTelling }, things) => [
    put(things, 'referrerTelling', body.telling),
  ]),

  referralLinkOffered: quiet(1, (body: { link: Omit<ReferralLink, 'tokenHash'> }, things, sealed) => [
    put(things, 'referralLink', { ...body.link, tokenHash: sealed?.linkHash ?? '' }),
  ]),

  referralLinkUsed: quiet(1, (body: { linkId: string; referralId: string; at: Instant }, things) => [
    change(things, 'referralLink', body.linkId, { usedAt: body.at, referralId: body.referralId }),
  ]),

  referralLinkWithdrawn: quiet(1, (body: { linkId: string; at: Instant; reason: string }, things) => [
    change(things, 'referralLink', body.linkId, { withdrawnAt: body.at, withdrawnReason: body.reason }),
  ]),
} satisfies RecordRules
