import { entryKinds, type EntryKind } from '../../app/domain/things/entries'
import { agencyIds, anItemOf, memberIds, type Ground, type Maker } from './ground'

// Entries as chance has them: recorded, corrected, withdrawn.

const audienceOf = (ground: Ground) => {
  const { pick, some } = ground
  return pick(
    [
      undefined,
      { kind: 'panel' },
      { kind: 'agencies', agencyIds: some(agencyIds(ground), 6) },
      { kind: 'safety_circle', memberIds: some(memberIds(ground), 7) },
    ],
    5,
  )
}

export const fieldsOf = (kind: EntryKind, ground: Ground): Record<string, unknown> => {
  const { pick, things, words } = ground
  const common = {
    audience: audienceOf(ground),
    agencyId: (ground.numbers[4] ?? 0) % 6 === 0 ? pick(agencyIds(ground), 3) : null,
  }
  const some = words || 'words'
  switch (kind) {
    case 'share':
      return {
        ...common,
        what: some,
        source: pick(['agency_record', 'victim_survivor', 'intelligence'], 3),
        necessity: words,
      }
    case 'lever':
      return { ...common, what: some, safetyNote: words }
    case 'finding':
      return {
        ...common,
        criterionKey: pick(['safe_lever', 'victim_support'], 3),
        answer: pick(['met', 'not_met', 'unknown'], 2),
        evidence: words,
      }
    case 'decision':
      return {
        ...common,
        outcome: pick(['continue', 'accept', 'bring_back', 'close', 'transfer'], 3),
        mode: pick(['', 'direct'], 2),
        rationale: some,
        reason: words,
        onward: words,
        closureReason: 'custody',
      }
    case 'position':
      return {
        ...common,
        decisionId: pick(things.all('decision'), 3)?.id ?? 'none',
        stance: pick(['agrees', 'dissents'], 2),
        reason: words,
      }
    case 'intervention':
      return {
        ...common,
        what: some,
        strand: pick(['support', 'disrupt', 'both'], 3),
        supportAreas: ['identity'],
        disruptAreas: ['housing'],
        leverId: pick(['', ...things.all('lever').map((one) => one.id)], 2),
      }
    case 'action':
      return {
        ...common,
        what: some,
        due: pick(['tomorrow', 'in 2 weeks', 'yesterday'], 3),
        ownerAgencyId: pick(['', ...agencyIds(ground)], 2),
        interventionId: pick(['', ...things.all('intervention').map((one) => one.id)], 1),
        requestId: pick(['', ...things.all('request').map((one) => one.id)], 3),
      }
    case 'request':
      return { ...common, what: some, why: some, due: 'Friday', toAgencyId: pick(agencyIds(ground), 2) }
    case 'safetyCheck':
      return {
        ...common,
        victimId: pick(['', ...things.all('victim').map((one) => one.id)], 2),
        knows: 'yes',
        raisesRisk: pick(['no', 'yes'], 3),
        riskNote: words,
        safeContact: 'yes',
        plan: some,
        whoTells: some,
        children: some,
      }
    default:
      return kind satisfies never
  }
}

const commandOf = {
  share: 'shareInformation',
  lever: 'recordLever',
  finding: 'recordFinding',
  decision: 'recordDecision',
  position: 'recordPosition',
  intervention: 'planIntervention',
  action: 'assignAction',
  request: 'requestInformation',
  safetyCheck: 'answerSafetyCheck',
} as const satisfies Record<EntryKind, string>

export const anEntryOf =
  (kind: EntryKind): Maker =>
  (ground) => ({ kind: commandOf[kind], ...anItemOf(ground), fields: fieldsOf(kind, ground) })

const anEntry = ({ things, pick }: Ground) => {
  const entries = entryKinds.flatMap((kind) => things.all(kind).map((entry) => ({ kind, entry })))
  const standing = entries.filter(({ entry }) => entry.supersededBy === null && entry.withdrawnAt === null)
  return pick([...standing, ...standing, ...standing, ...entries], 1)
}

export const aCorrection: Maker = (ground) => {
  const found = anEntry(ground)
  return (
    found && {
      kind: 'correctEntry',
      meetingId: ground.panel.meetingId,
      entryId: found.entry.id,
      correction: { entryKind: found.kind, fields: fieldsOf(found.kind, ground) },
      reason: 'Corrected.',
    }
  )
}

export const aWithdrawal: Maker = (ground) => {
  const found = anEntry(ground)
  return (
    found && {
      kind: 'withdrawEntry',
      meetingId: ground.panel.meetingId,
      entryId: found.entry.id,
      reason: 'Withdrawn.',
    }
  )
}
