// WHAT A COMMAND WORKS ON, said with each command: what has to be at hand before its rule can decide. The process loads it
// by this alone (server/scopes.ts); to whoever it is not of their panel, there is nothing.

export type Scope =
  /** A meeting's room; and the files of cases that come on to its agenda. */
  | { of: 'meeting'; meetingId: string; arriving: readonly string[] }
  /** One case's file. */
  | { of: 'case'; caseId: string }
  /** A panel with its members, agencies and meetings. */
  | { of: 'panel'; panelId: string }
  | { of: 'panel and matrices'; panelId: string }
  | { of: 'panel and address'; panelId: string; email: string }
  | { of: 'referral'; panelId: string; referralId: string }
  /** A referral, and everyone whom it may be about. */
  | { of: 'screening'; panelId: string; referralId: string }
  | { of: 'referral link'; panelId: string | null; linkId: string }
  /** Everyone the panel has a case about; and incidents of those who change hands. */
  | { of: 'merging'; panelId: string; personIds: readonly string[] }
  | { of: 'unmerging'; panelId: string; mergeId: string }
  | { of: 'moving a case'; panelId: string; caseId: string }
  | { of: 'candidate'; panelId: string; personId: string }
  | { of: 'candidacy'; panelId: string; candidacyId: string }
  /** An account with what proves it. */
  | { of: 'account'; accountId: string }
  /** A panel, and the account of one of its members. */
  | { of: 'member'; panelId: string; memberId: string }
  | { of: 'member of account'; panelId: string; accountId: string }
  | { of: 'everything' }

type Meeting = { meetingId: string }
type Panel = { panelId: string }
type Case = { caseId: string }

export const ofMeeting = ({ meetingId }: Meeting): Scope => ({ of: 'meeting', meetingId, arriving: [] })
export const ofMeetingAndCase = ({ meetingId, caseId }: Meeting & Case): Scope => ({
  of: 'meeting',
  meetingId,
  arriving: [caseId],
})
export const ofMeetingAndCases = (
  command: Meeting & {
    cases: Readonly<Record<string, { take: boolean }>>
    only: string | null
  },
): Scope => ({
  of: 'meeting',
  meetingId: command.meetingId,
  arriving: Object.entries(command.cases).flatMap(([caseId, one]) =>
    (command.only ? command.only === caseId : one.take) ? [caseId] : [],
  ),
})
export const ofCase = ({ caseId }: Case): Scope => ({ of: 'case', caseId })
export const ofPanel = ({ panelId }: Panel): Scope => ({ of: 'panel', panelId })
export const ofPanelWithMatrices = ({ panelId }: Panel): Scope => ({ of: 'panel and matrices', panelId })
export const ofPanelAndAddress = ({ panelId, email }: Panel & { email: string }): Scope => ({
  of: 'panel and address',
  panelId,
  email,
})
export const ofReferral = ({ panelId, referralId }: Panel & { referralId: string }): Scope => ({
  of: 'referral',
  panelId,
  referralId,
})
export const ofScreening = ({ panelId, referralId }: Panel & { referralId: string }): Scope => ({
  of: 'screening',
  panelId,
  referralId,
})
export const ofReferralLink = ({ panelId, linkId }: Panel & { linkId: string }): Scope => ({
  of: 'referral link',
  panelId,
  linkId,
})
export const ofMerging = ({ panelId, mergedIds }: Panel & { mergedIds: readonly string[] }): Scope => ({
  of: 'merging',
  panelId,
  personIds: mergedIds,
})
export const ofUnmerging = ({ panelId, mergeId }: Panel & { mergeId: string }): Scope => ({
  of: 'unmerging',
  panelId,
  mergeId,
})
export const ofMovingCase = ({ panelId, caseId }: Panel & Case): Scope => ({
  of: 'moving a case',
  panelId,
  caseId,
})
export const ofCandidate = ({ panelId, personId }: Panel & { personId: string }): Scope => ({
  of: 'candidate',
  panelId,
  personId,
})
export const ofCandidacy = ({ panelId, candidacyId }: Panel & { candidacyId: string }): Scope => ({
  of: 'candidacy',
  panelId,
  candidacyId,
})
