import type {
  Action,
  Decision,
  EntryBase,
  EntryByKind,
  EntryKind,
  Finding,
  FollowUp,
  InformationRequest,
  Intervention,
  Lever,
  Position,
  SafetyCheck,
  Share,
} from '../things/entries'
import { shows, type Parts, type SightsOf } from './kind-sight'
import { maySeeCase, wasAskedIn, mayLookAtItem, isForThem, condition, type Sight } from './sight'

/**
 * An entry is seen by members who may see its case, were invited to the item it was recorded at, and who wrote it or are
 * in its audience, and in the audience of every later version of it. On the wall: only decisions and actions for the
 * whole panel.
 */
export const maySeeEntry = (sight: Sight, kind: EntryKind, entry: EntryBase): boolean =>
  maySeeCase(sight, entry.caseId, entry.panelId) &&
  mayLookAtItem(sight, entry.itemId) &&
  // What an earlier meeting left open comes without its item: the entry itself remembers who was asked in.
  wasAskedIn(sight, entry.invitedAgencyIds) &&
  (sight.surface === 'wall' ? isForTheWall(sight, kind, entry) : isForThem(sight, entry))

const isForTheWall = condition(
  'on the wall: a decision or an action, in every version for the whole panel',
  (_sight, kind: EntryKind, entry: EntryBase) =>
    (kind === 'decision' || kind === 'action') &&
    [entry.audience, ...entry.laterAudiences].every((audience) => audience.kind === 'panel'),
)

/** A reference to an entry is shown only to those who see that entry; to others there was never a reference. */
export const referenceIfSeen = (sight: Sight, kind: EntryKind, id: string | null): string | null => {
  const entry = id === null ? undefined : sight.things.get(kind, id)
  return entry && maySeeEntry(sight, kind, entry) ? id : null
}

type Versions = { supersedes: string | null; supersededBy: string | null }

/** What leaves of every entry, whatever its kind. */
const ofEveryEntry = (entry: EntryBase, versions: Versions) => ({
  caseId: entry.caseId,
  meetingId: entry.meetingId,
  itemId: entry.itemId,
  agencyId: entry.agencyId,
  recordedBy: entry.recordedBy,
  recordedAt: entry.recordedAt,
  audience: entry.audience,
  handling: entry.handling,
  // Why a version was replaced may say what stood in it: only for those who may read that version too.
  correctionReason: versions.supersedes === null ? null : entry.correctionReason,
  withdrawnAt: entry.withdrawnAt,
  withdrawnReason: entry.withdrawnReason,
  supersedes: versions.supersedes,
  supersededBy: versions.supersededBy,
})

/** A later audience narrows who may read the earlier versions. */
const narrows = (before: EntryBase | undefined, after: EntryBase): boolean =>
  before !== undefined && before.laterAudiences.length !== after.laterAudiences.length

/** The rule that every kind of entry has, with the references that its own kind makes. */
const shownEntry = <T extends EntryBase, Own extends object, References extends Parts = Parts>(
  kind: EntryKind,
  own: {
    leaves: (entry: T, references: References & Versions) => Own
    references?: (sight: Sight, entry: T) => References
    alsoSeenBy?: (sight: Sight, entry: T) => boolean
  },
) =>
  shows({
    seenBy: (sight, entry: T) => maySeeEntry(sight, kind, entry) && (own.alsoSeenBy?.(sight, entry) ?? true),
    parts: (sight, entry) => ({
      supersedes: referenceIfSeen(sight, kind, entry.supersedes),
      supersededBy: referenceIfSeen(sight, kind, entry.supersededBy),
      ...(own.references?.(sight, entry) as References),
    }),
    leaves: (entry, parts) => ({ ...ofEveryEntry(entry, parts), ...own.leaves(entry, parts) }),
    turns: narrows,
  })

const followUpLine = ({ what, at, by, words, due, dueBefore }: FollowUp) => ({
  what,
  at,
  by,
  words,
  due,
  dueBefore,
})

export const entrySight = {
  share: shownEntry('share', {
    leaves: (entry: Share) => ({
      what: entry.what,
      about: entry.about,
      source: entry.source,
      nature: entry.nature,
      factDate: entry.factDate,
      purpose: entry.purpose,
      lawfulBasis: entry.lawfulBasis,
      gateway: entry.gateway,
      necessity: entry.necessity,
    }),
  }),

  lever: shownEntry('lever', {
    leaves: (entry: Lever) => ({
      what: entry.what,
      leverKind: entry.leverKind,
      holderAgencyId: entry.holderAgencyId,
      safeToUse: entry.safeToUse,
      safetyNote: entry.safetyNote,
    }),
  }),

  finding: shownEntry('finding', {
    leaves: (entry: Finding) => ({
      criterionKey: entry.criterionKey,
      criteriaVersion: entry.criteriaVersion,
      answer: entry.answer,
      evidence: entry.evidence,
    }),
  }),

  decision: shownEntry('decision', {
    leaves: (entry: Decision) => ({
      outcome: entry.outcome,
      mode: entry.mode,
      rationale: entry.rationale,
      reason: entry.reason,
      until: entry.until,
      onward: entry.onward,
      closureReason: entry.closureReason,
      criteriaVersion: entry.criteriaVersion,
      policyVersion: entry.policyVersion,
    }),
  }),

  // A position on a decision that the viewer may not see would tell that there is one.
  position: shownEntry('position', {
    alsoSeenBy: (sight, entry) => referenceIfSeen(sight, 'decision', entry.decisionId) !== null,
    leaves: (entry: Position) => ({
      decisionId: entry.decisionId,
      stance: entry.stance,
      reason: entry.reason,
    }),
  }),

  intervention: shownEntry('intervention', {
    references: (sight, entry) => ({ leverId: referenceIfSeen(sight, 'lever', entry.leverId) }),
    leaves: (entry: Intervention, references: { leverId: string | null }) => ({
      strand: entry.strand,
      supportAreas: entry.supportAreas,
      disruptAreas: entry.disruptAreas,
      what: entry.what,
      leverId: references.leverId,
      leadAgencyId: entry.leadAgencyId,
      jointAgencyIds: entry.jointAgencyIds,
      status: entry.status,
      result: entry.result,
    }),
  }),

  // Its history is for those who look at their own screen, not for the wall.
  action: shownEntry('action', {
    references: (sight, entry) => ({
      interventionId: referenceIfSeen(sight, 'intervention', entry.interventionId),
      requestId: referenceIfSeen(sight, 'request', entry.requestId),
      passedFrom: referenceIfSeen(sight, 'action', entry.passedFrom),
      passedTo: referenceIfSeen(sight, 'action', entry.passedTo),
      atDesk: sight.surface === 'desk',
    }),
    leaves: (
      entry: Action,
      references: {
        interventionId: string | null
        requestId: string | null
        passedFrom: string | null
        passedTo: string | null
        atDesk: boolean
      },
    ) => ({
      what: entry.what,
      ownerAgencyId: entry.ownerAgencyId,
      ownerRole: entry.ownerRole,
      ownerMemberId: entry.ownerMemberId,
      due: entry.due,
      interventionId: references.interventionId,
      requestId: references.requestId,
      acceptance: entry.acceptance,
      acceptedBy: entry.acceptedBy,
      outcome: entry.outcome,
      evidence: entry.evidence,
      endedAt: entry.endedAt,
      passedFrom: references.passedFrom,
      passedTo: references.passedTo,
      history: references.atDesk ? entry.history.map(followUpLine) : [],
    }),
  }),

  request: shownEntry('request', {
    leaves: (entry: InformationRequest) => ({
      toAgencyId: entry.toAgencyId,
      what: entry.what,
      why: entry.why,
      lawfulBasis: entry.lawfulBasis,
      due: entry.due,
      state: entry.state,
      answer: entry.answer,
      refusalReason: entry.refusalReason,
      timesChased: entry.timesChased,
      escalatedAt: entry.escalatedAt,
      history: entry.history.map(followUpLine),
    }),
  }),

  safetyCheck: shownEntry('safetyCheck', {
    leaves: (entry: SafetyCheck) => ({
      victimId: entry.victimId,
      knows: entry.knows,
      raisesRisk: entry.raisesRisk,
      riskNote: entry.riskNote,
      safeContact: entry.safeContact,
      plan: entry.plan,
      whoTells: entry.whoTells,
      children: entry.children,
    }),
  }),
} satisfies SightsOf<EntryByKind>
