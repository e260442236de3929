import type { Sent, SmallPanel } from './small-panel'

// Commands with everything filled in that must be, for the first meeting of the small panel. A test says what matters to
// it; the rest is sound.

type ItemRef = keyof SmallPanel['items']
type Fields = Record<string, unknown>

export const commandsIn = (panel: SmallPanel) => {
  const inItem = (item: ItemRef) => ({
    meetingId: item === 'B1' ? panel.brookMeetingId : panel.meetingId,
    itemId: panel.items[item],
  })
  const entry = (kind: string, item: ItemRef, fields: Fields): Sent => ({ kind, ...inItem(item), fields })
  return {
    inItem,
    share: (item: ItemRef, what: string, fields: Fields = {}) =>
      entry('shareInformation', item, { what, ...fields }),
    lever: (item: ItemRef, what: string, fields: Fields = {}) =>
      entry('recordLever', item, { what, ...fields }),
    finding: (item: ItemRef, fields: Fields = {}) =>
      entry('recordFinding', item, { criterionKey: 'safe_lever', answer: 'met', ...fields }),
    decision: (item: ItemRef, fields: Fields = {}) =>
      entry('recordDecision', item, { outcome: 'continue', rationale: 'The plan works.', ...fields }),
    position: (item: ItemRef, decisionId: string, fields: Fields = {}) =>
      entry('recordPosition', item, { decisionId, stance: 'agrees', ...fields }),
    intervention: (item: ItemRef, what: string, fields: Fields = {}) =>
      entry('planIntervention', item, { what, strand: 'disrupt', disruptAreas: ['housing'], ...fields }),
    action: (item: ItemRef, what: string, fields: Fields = {}) =>
      entry('assignAction', item, { what, due: 'in 2 weeks', ...fields }),
    request: (item: ItemRef, toAgencyId: string, what: string, fields: Fields = {}) =>
      entry('requestInformation', item, { toAgencyId, what, why: 'To plan.', due: 'in 1 week', ...fields }),
    safetyCheck: (item: ItemRef, fields: Fields = {}) =>
      entry('answerSafetyCheck', item, {
        knows: 'yes',
        raisesRisk: 'no',
        safeContact: 'yes',
        plan: 'Her plan stands.',
        whoTells: 'Her advocate, by telephone.',
        children: 'No children.',
        ...fields,
      }),
    correct: (
      entryKind: string,
      entryId: string,
      fields: Fields,
      reason = 'A slip of the keyboard.',
    ): Sent => ({
      kind: 'correctEntry',
      meetingId: panel.meetingId,
      entryId,
      correction: { entryKind, fields },
      reason,
    }),
    withdraw: (entryId: string, reason = 'Recorded on the wrong case.'): Sent => ({
      kind: 'withdrawEntry',
      meetingId: panel.meetingId,
      entryId,
      reason,
    }),
    conflict: (item: ItemRef, fields: Fields = {}): Sent => ({
      kind: 'declareConflict',
      ...inItem(item),
      reason: 'A cousin.',
      ...fields,
    }),
    invite: (item: ItemRef, ...agencyIds: string[]): Sent => ({
      kind: 'inviteToItem',
      ...inItem(item),
      agencyIds,
    }),
    inviteEveryone: (item: ItemRef): Sent => ({ kind: 'inviteToItem', ...inItem(item), everyone: true }),
    move: (item: ItemRef, step = 'introduce'): Sent => ({ kind: 'movePointer', ...inItem(item), step }),
    conclude: (item: ItemRef, without = ''): Sent => ({ kind: 'concludeItem', ...inItem(item), without }),
    close: (reason = ''): Sent => ({ kind: 'closeMeeting', meetingId: panel.meetingId, reason }),
    listFifth: (lateReason = 'A new arrest.', itemKind = 'urgent'): Sent => ({
      kind: 'listCase',
      meetingId: panel.meetingId,
      caseId: panel.cases.A5,
      itemKind,
      minutes: 10,
      lateReason,
    }),
  }
}

export const panelAudience = { kind: 'panel' } as const
export const circle = (...memberIds: string[]) => ({ kind: 'safety_circle' as const, memberIds })
export const agencies = (...agencyIds: string[]) => ({ kind: 'agencies' as const, agencyIds })
