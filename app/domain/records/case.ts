import type { SafetyRecord, Conflict, Contact, CourtOrder, CourtOrderEnd, Happening } from '../things/case'
import { put, change } from './changes'
import type { Instant, Day } from '../dates/day'
import type { Change } from '../things/kinds'
import type { DisclosureAnswer } from '../catalogues/case'
import { quiet, told, type RecordRules } from './record'

export const caseRecords = {
  safetyRecordKept: quiet(1, (body: { safetyRecord: SafetyRecord }, things) => [
    put(things, 'safetyRecord', body.safetyRecord),
  ]),

  conflictDeclared: quiet(1, (body: { conflict: Conflict }, things) => [
    put(things, 'conflict', body.conflict),
  ]),

  conflictWithdrawn: quiet(1, (body: { conflictId: string; at: Instant; reason: string }, things) => [
    change(things, 'conflict', body.conflictId, { withdrawnAt: body.at, withdrawnReason: body.reason }),
  ]),

  // Version 2: with what it corrects.
  happeningRecorded: told(2, ({ happening }: { happening: Happening }, things) => [
    put(things, 'happening', happening),
  ]),

  /** `of` and what it corrected stay readable, for whoever may read this too. */
  happeningCorrected: told(
    1,
    ({ happening, of }: { happening: Happening; of: string; reason: string }, things) => {
      const versions: Change[] = []
      for (
        let earlier = things.get('happening', of);
        earlier;
        earlier = things.get('happening', earlier.supersedes)
      ) {
        versions.push(
          change(things, 'happening', earlier.id, {
            laterAudiences: [...earlier.laterAudiences, happening.audience],
            ...(earlier.id === of ? { supersededBy: happening.id } : {}),
          }),
        )
      }
      return [...versions, put(things, 'happening', happening)]
    },
  ),

  relistingDismissed: quiet(
    1,
    (body: { happeningId: string; at: Instant; by: string; reason: string }, things) => [
      change(things, 'happening', body.happeningId, {
        dismissedAt: body.at,
        dismissedBy: body.by,
        dismissedReason: body.reason,
      }),
    ],
  ),

  disclosureAnswered: quiet(
    1,
    (
      body: {
        happeningId: string
        answer: DisclosureAnswer
        on: Day | null
        words: string
        at: Instant
        by: string
      },
      things,
    ) => [
      change(things, 'happening', body.happeningId, {
        disclosure: body.answer,
        disclosureOn: body.on,
        disclosureWords: body.words,
        disclosureAt: body.at,
        disclosureBy: body.by,
      }),
    ],
  ),

  happeningWithdrawn: quiet(
    1,
    (body: { happeningId: string; at: Instant; by: string; reason: string }, things) => [
      change(things, 'happening', body.happeningId, {
        withdrawnAt: body.at,
        withdrawnBy: body.by,
        withdrawnReason: body.reason,
      }),
    ],
  ),

  courtOrderRecorded: quiet(1, (body: { courtOrder: CourtOrder }, things) => [
    put(things, 'courtOrder', body.courtOrder),
  ]),

  courtOrderEnded: quiet(
    1,
    (
      body: {
        courtOrderId: string
        as: CourtOrderEnd
        on: Day
        reason: string
        at: Instant
        by: string
      },
      things,
    ) => [
      change(things, 'courtOrder', body.courtOrderId, {
        endedAs: body.as,
        endedOn: body.on,
        endedReason: body.reason,
        endedAt: body.at,
        endedBy: body.by,
      }),
    ],
  ),

  contactRecorded: quiet(1, (body: { contact: Contact }, things) => [put(things, 'contact', body.contact)]),

  contactWithdrawn: quiet(
    1,
    (body: { contactId: string; at: Instant; by: string; reason: string }, things) => [
      change(things, 'contact', body.contactId, {
        withdrawnAt: body.at,
        withdrawnBy: body.by,
        withdrawnReason: body.reason,
      }),
    ],
  ),
} satisfies RecordRules
