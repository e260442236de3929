import type { CommandOf } from '../commands'
import {
  agenciesInTheRoom,
  attendanceOf,
  findItem,
  findMeeting,
  isInTheRoom,
  isRefusal,
  mustBeOpen,
  notFound,
  refuse,
  refuseField,
  sightInMeeting,
  type Asking,
  type Decided,
} from '../asking'
import { agendaOf } from '../agenda/agenda'
import { policyOf, policyValues, policyVersionOf } from '../panel/policy'
import { quorumOf } from './quorum'
import type { Things } from '../things/thing-set'
import { stands } from '../things/entries-standing'
import { missingToConclude } from './gate'
import { recorded, type PanelRecord } from '../records/records'
import { type CaseOutcome } from '../records/meeting'
import { isOutOf, sightOf } from '../sight/sight'
import { viewerOf } from '../sight/viewer'
import { tellingsAtClose } from '../minutes/telling-her'
import type { Item } from '../things/agenda'
import type { Attendance, Meeting } from '../things/meeting'
import { entryKinds } from '../things/entries'
import { statusesInTheRoom } from '../catalogues/meeting'

// The meeting in session (domain 4). The chair's pointer is shared state and moves only by an explicit act of whoever
// holds the chair; a lost connection moves nothing. Going back destroys nothing.

const holdsChair = (asking: Asking, meeting: Meeting) => meeting.chairId === asking.viewer.memberId
const notYourPointer = refuse(
  'not_allowed',
  'Only whoever holds the chair moves the panel. Ask for the chair, or take it with a reason.',
)

const openMeetingOf = (asking: Asking, meetingId: string): Meeting | ReturnType<typeof refuse> => {
  const meeting = findMeeting(asking, meetingId)
  if (isRefusal(meeting)) return meeting
  return mustBeOpen(meeting) ?? meeting
}

export const openMeeting = (asking: Asking, command: CommandOf<'openMeeting'>): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const { things, context, viewer } = asking
  if (meeting.status !== 'planned') return refuse('already_done', 'The meeting has been opened already.')
  const policy = policyOf(things, meeting.panelId)
  const quorum = quorumOf(policy, agenciesInTheRoom(things, meeting.id))
  if (!quorum.met && !command.inquorateReason) {
    return refuseField(
      'inquorateReason',
      `${quorum.present} of the ${quorum.needed} ${policy.quorumCounts === 'core' ? 'core ' : ''}agencies needed are in the room. Say why the meeting goes ahead without a quorum.`,
    )
  }
  return [
    recorded('meetingOpened', {
      meetingId: meeting.id,
      at: context.now,
      by: viewer.memberId,
      inquorateReason: quorum.met ? null : command.inquorateReason,
      policyVersion: policyVersionOf(things, meeting.panelId),
    }),
  ]
}

/** A meeting opened by mistake goes back to planned, as long as nothing about a case has been recorded. */
export const cancelOpening = (asking: Asking, command: CommandOf<'cancelOpening'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const { things, context, viewer } = asking
  const recordedHere = entryKinds.some((kind) =>
    things.all(kind).some((entry) => entry.meetingId === meeting.id),
  )
  const concluded = agendaOf(asking, meeting.id).some((item) => item.status === 'concluded')
  if (recordedHere || concluded) {
    return refuse(
      'wrong_moment',
      'Entries have been recorded, so the meeting can only be closed. Close it and say why.',
    )
  }
  return [
    recorded('openingCancelled', {
      meetingId: meeting.id,
      at: context.now,
      by: viewer.memberId,
      reason: command.reason,
    }),
  ]
}

export const attendanceFor = (asking: Asking, meeting: Meeting, memberId: string): Attendance => {
  const member = asking.things.get('member', memberId)
  return (
    attendanceOf(asking.things, meeting.id, memberId) ?? {
      id: asking.context.newId(),
      panelId: meeting.panelId,
      meetingId: meeting.id,
      agencyId: member?.agencyId ?? null,
      memberId,
      status: 'absent',
      deputyFor: null,
      note: null,
      joinedAt: null,
      leftAt: null,
      acceptedAt: null,
      acceptedVersion: null,
      history: [],
    }
  )
}

const runs = (asking: Asking) => asking.viewer.role === 'chair' || asking.viewer.role === 'coordinator'

/** Chair and coordinator record anyone's attendance; everyone else their own. */
const memberToRecord = (asking: Asking, meetingId: string, memberId: string) => {
  const meeting = findMeeting(asking, meetingId)
  if (isRefusal(meeting)) return meeting
  const member = asking.things.get('member', memberId)
  if (!member || member.panelId !== asking.viewer.panelId || !member.active)
    return refuseField('memberId', 'Choose a member of this panel.')
  if (member.id !== asking.viewer.memberId && !runs(asking)) {
    return refuse('not_allowed', 'Chair or coordinator records the attendance of others.')
  }
  if (meeting.status === 'closed')
    return refuse('wrong_moment', 'The meeting is closed; its attendance stands.')
  return { meeting, member }
}

export const recordAttendance = (asking: Asking, command: CommandOf<'recordAttendance'>): Decided => {
  const found = memberToRecord(asking, command.meetingId, command.memberId)
  if (isRefusal(found)) return found
  const before = attendanceFor(asking, found.meeting, found.member.id)
  const here = statusesInTheRoom.includes(command.status)
  if (command.status === 'deputy' && !command.deputyFor)
    return refuseField('deputyFor', 'Say for whom the deputy attends.')
  if (!here && found.meeting.status === 'open' && found.meeting.chairId === found.member.id) {
    return refuse('wrong_moment', 'This person holds the chair. Hand the chair over first.')
  }
  const attendance: Attendance = {
    ...before,
    status: command.status,
    deputyFor: command.status === 'deputy' ? command.deputyFor : null,
    note: command.note || null,
    joinedAt: here ? (before.joinedAt ?? asking.context.now) : before.joinedAt,
    leftAt: here ? null : before.leftAt,
  }
  return [recorded('attendanceRecorded', { attendance })]
}

export const recordLeaving = (asking: Asking, command: CommandOf<'recordLeaving'>): Decided => {
  const found = memberToRecord(asking, command.meetingId, command.memberId)
  if (isRefusal(found)) return found
  const before = attendanceOf(asking.things, found.meeting.id, found.member.id)
  if (!before || !isInTheRoom(before)) return refuse('already_done', 'This person is not in the room.')
  if (found.meeting.status === 'open' && found.meeting.chairId === found.member.id) {
    return refuse('wrong_moment', 'This person holds the chair. Hand the chair over first.')
  }
  return [recorded('attendanceRecorded', { attendance: { ...before, leftAt: asking.context.now } })]
}

/** The words that a person has accepted: those of the policy that was in force then. */
const wordsAccepted = (things: Things, { panelId, acceptedVersion }: Attendance): string | null =>
  acceptedVersion === null
    ? null
    : policyValues(
        things.all('policy').find((one) => one.panelId === panelId && one.version === acceptedVersion),
      ).confidentialityStatement

/**
 * Joining: the confidentiality statement is accepted by each person, and that puts them in the room. The version of the
 * words is kept with the acceptance. Whoever comes back after the words have changed accepts the new ones.
 */
export const acceptConfidentiality = (
  asking: Asking,
  command: CommandOf<'acceptConfidentiality'>,
): Decided => {
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (meeting.status === 'closed') return refuse('wrong_moment', 'The meeting is closed.')
  if (command.status === 'deputy' && !command.deputyFor)
    return refuseField('deputyFor', 'Say for whom you deputise.')
  const before = attendanceFor(asking, meeting, asking.viewer.memberId)
  if (before.acceptedAt !== null && isInTheRoom(before))
    return refuse('already_done', 'You have joined this meeting.')
  const { things } = asking
  const { now } = asking.context
  const standing =
    before.acceptedAt !== null &&
    wordsAccepted(things, before) === policyOf(things, meeting.panelId).confidentialityStatement
  const attendance: Attendance = {
    ...before,
    status: command.status,
    deputyFor: command.status === 'deputy' ? command.deputyFor : null,
    joinedAt: before.joinedAt ?? now,
    leftAt: null,
    acceptedAt: standing ? before.acceptedAt : now,
    acceptedVersion: standing ? before.acceptedVersion : policyVersionOf(things, meeting.panelId),
  }
  return [recorded('confidentialityAccepted', { attendance })]
}

export const declareConflict = (asking: Asking, command: CommandOf<'declareConflict'>): Decided => {
  const { viewer, things, context } = asking
  const meeting = findMeeting(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const item = findItem(asking, command.meetingId, command.itemId)
  if (isRefusal(item)) return item
  const memberId = command.memberId ?? viewer.memberId
  const member = things.get('member', memberId)
  if (!member || member.panelId !== viewer.panelId)
    return refuseField('memberId', 'Choose a member of this panel.')
  if (memberId !== viewer.memberId && !runs(asking))
    return refuse('not_allowed', 'Chair or coordinator records the interests of others.')
  if (meeting.status === 'closed') return refuse('wrong_moment', 'The meeting is closed.')
  // A chair who leaves must leave the pointer with someone: it passes only by an explicit act.
  if (meeting.status === 'open' && meeting.chairId === memberId && meeting.itemId === item.id) {
    return refuse(
      'wrong_moment',
      'Whoever holds the chair cannot leave this case yet: hand the chair over first.',
    )
  }
  const already = things
    .all('conflict')
    .some((one) => one.caseId === item.caseId && one.memberId === memberId && one.withdrawnAt === null)
  if (already) return refuse('already_done', 'This interest is declared already.')
  return [
    recorded('conflictDeclared', {
      conflict: {
        id: context.newId(),
        panelId: viewer.panelId,
        caseId: item.caseId,
        memberId,
        reason: command.reason,
        declaredAt: context.now,
        declaredBy: viewer.memberId,
        withdrawnAt: null,
        withdrawnReason: null,
      },
    }),
  ]
}

export const withdrawConflict = (asking: Asking, command: CommandOf<'withdrawConflict'>): Decided => {
  const { viewer, things, context } = asking
  const conflict = things.get('conflict', command.conflictId)
  const sight = sightInMeeting(asking, command.meetingId)
  if (!conflict || conflict.panelId !== viewer.panelId || isOutOf(sight, conflict.caseId)) return notFound
  if (conflict.withdrawnAt !== null) return refuse('already_done', 'This interest was withdrawn already.')
  return [recorded('conflictWithdrawn', { conflictId: conflict.id, at: context.now, reason: command.reason })]
}

export const movePointer = (asking: Asking, command: CommandOf<'movePointer'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  const item = findItem(asking, meeting.id, command.itemId)
  if (isRefusal(item)) {
    // The chair may be out of this very case; it is on the agenda as "another item", so saying so tells nothing new.
    const another = asking.things.get('item', command.itemId)
    return another?.meetingId === meeting.id && another.status !== 'removed'
      ? refuse('wrong_moment', 'You are out of this case. Hand the chair over for it.')
      : item
  }
  if (meeting.itemId === item.id && meeting.step === command.step)
    return refuse('already_done', 'The panel is there already.')
  return [
    recorded('pointerMoved', {
      meetingId: meeting.id,
      itemId: item.id,
      step: command.step,
      at: asking.context.now,
    }),
  ]
}

export const undoAdvance = (asking: Asking, command: CommandOf<'undoAdvance'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  const back = meeting.trail.at(-1)
  if (!back) return refuse('already_done', 'There is no move to undo.')
  if (back.itemId !== null && isRefusal(findItem(asking, meeting.id, back.itemId))) {
    return refuse('wrong_moment', 'You cannot go back there. Choose a case on the agenda.')
  }
  return [recorded('advanceUndone', { meetingId: meeting.id, at: asking.context.now })]
}

/** Someone may hold the chair who is chair or coordinator, is in the room and is not out of the case at hand. */
const mayHold = (asking: Asking, meeting: Meeting, memberId: string): boolean => {
  const member = asking.things.get('member', memberId)
  if (!member || !member.active || (member.role !== 'chair' && member.role !== 'coordinator')) return false
  const attendance = attendanceOf(asking.things, meeting.id, memberId)
  if (!isInTheRoom(attendance) || !attendance?.acceptedAt) return false
  const item = asking.things.get('item', meeting.itemId)
  const viewer = viewerOf(asking.things, member.accountId, meeting.panelId)
  return viewer !== undefined && (!item || !isOutOf(sightOf(viewer, asking.things, meeting.id), item.caseId))
}

export const handOverChair = (asking: Asking, command: CommandOf<'handOverChair'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  if (command.memberId === asking.viewer.memberId) return refuse('already_done', 'You hold the chair.')
  if (!mayHold(asking, meeting, command.memberId)) {
    return refuseField(
      'memberId',
      'Choose a chair or coordinator who has joined the meeting and may be in this case.',
    )
  }
  return [recorded('chairHandedOver', { meetingId: meeting.id, from: meeting.chairId, to: command.memberId })]
}

/** For a chair who is gone: a co-chair or coordinator takes the chair, says why, and the record keeps it. */
export const takeChair = (asking: Asking, command: CommandOf<'takeChair'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const me = asking.viewer.memberId
  if (holdsChair(asking, meeting)) return refuse('already_done', 'You hold the chair.')
  if (!mayHold(asking, meeting, me))
    return refuse('wrong_moment', 'You cannot take the chair while you are out of this case.')
  return [
    recorded('chairTaken', { meetingId: meeting.id, from: meeting.chairId, to: me, reason: command.reason }),
  ]
}

const standingDecision = (asking: Asking, item: Item) =>
  asking.things.all('decision').find((entry) => entry.itemId === item.id && stands(entry))

export const concludeItem = (asking: Asking, command: CommandOf<'concludeItem'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  const item = findItem(asking, meeting.id, command.itemId)
  if (isRefusal(item)) return item
  if (item.status === 'concluded') return refuse('already_done', 'This case is concluded.')
  const { things, context, viewer } = asking
  const missing = missingToConclude({
    item,
    decisions: things.all('decision'),
    interventions: things.all('intervention'),
    victims: things.all('victim').filter((victim) => victim.caseId === item.caseId),
  })
  if (missing.length > 0 && !command.without) {
    return {
      ok: false,
      code: 'gate',
      message:
        'The case cannot be concluded yet. Complete what is missing, or record why the panel goes on without it.',
      missing,
      fields: [{ field: 'without', message: 'Say why the panel goes on without what is missing.' }],
    }
  }
  const decision = standingDecision(asking, item)
  const dissenting = things
    .all('position')
    .filter((entry) => entry.decisionId === decision?.id && entry.stance === 'dissents' && stands(entry))
  return [
    recorded('itemConcluded', {
      itemId: item.id,
      at: context.now,
      by: viewer.memberId,
      without: missing.length > 0 ? `${command.without} (Missing: ${missing.join(' ')})` : null,
      outcome: decision?.outcome ?? null,
      broughtBackReason: decision?.outcome === 'bring_back' ? decision.reason : null,
      dissentingAgencyIds: dissenting.map((entry) => entry.agencyId),
    }),
  ]
}

export const reopenItem = (asking: Asking, command: CommandOf<'reopenItem'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const item = findItem(asking, meeting.id, command.itemId)
  if (isRefusal(item)) return item
  if (item.status !== 'concluded') return refuse('already_done', 'This case is open.')
  return [recorded('itemReopened', { itemId: item.id, reason: command.reason })]
}

/**
 * What the standing decisions make of their cases. One brought back or continued stays as it is; if it was closed, or not
 * accepted, the panel has taken it up again by that. One that is closed already keeps the day on which it was.
 */
const caseOutcomes = (asking: Asking, items: readonly Item[]): CaseOutcome[] =>
  items.flatMap((item): CaseOutcome[] => {
    const decision = item.status === 'concluded' ? standingDecision(asking, item) : undefined
    const today = asking.context.today
    const outcome = decision?.outcome
    const itsCase = asking.things.get('case', item.caseId)
    if (!decision || !outcome || !itsCase) return []
    const openAgain = itsCase.closedOn === null ? {} : { closedOn: null, closureReason: null }
    switch (outcome) {
      case 'accept':
        return [
          {
            caseId: item.caseId,
            changes: { acceptedOn: today, notAcceptedOn: null, mode: decision.mode, ...openAgain },
          },
        ]
      case 'not_accepted':
        return [{ caseId: item.caseId, changes: { notAcceptedOn: today } }]
      case 'close':
      case 'transfer':
        if (itsCase.closedOn !== null) return []
        return [
          {
            caseId: item.caseId,
            changes: { closedOn: today, closureReason: decision.closureReason ?? 'managed_elsewhere' },
          },
        ]
      case 'bring_back':
      case 'continue':
      case 'extend':
        return itsCase.closedOn === null && itsCase.notAcceptedOn === null
          ? []
          : [{ caseId: item.caseId, changes: { notAcceptedOn: null, ...openAgain } }]
      default:
        return outcome satisfies never
    }
  })

/**
 * Closing makes the minutes. Whoever holds the chair closes; a co-chair or coordinator may end a meeting that its chair
 * abandoned, saying why. Cases that were not concluded stay on record as not reached, with the reason.
 */
export const closeMeeting = (asking: Asking, command: CommandOf<'closeMeeting'>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const { context, viewer } = asking
  const agenda = agendaOf(asking, meeting.id)
  const notReached = agenda.filter((item) => item.status !== 'concluded').map((item) => item.id)
  if (!holdsChair(asking, meeting) && !command.reason) {
    return refuseField('reason', 'You do not hold the chair. Say why you end the meeting.')
  }
  // A chair who is out of a case must not learn from a count how far the panel came with it.
  const sight = sightInMeeting(asking, meeting.id)
  const open = agenda.filter((item) => item.status !== 'concluded' && !isOutOf(sight, item.caseId)).length
  if (open > 0 && !command.reason) {
    const cases = open === 1 ? 'One case is' : `${open} cases are`
    return refuseField('reason', `${cases} not concluded. Say why the meeting ends all the same.`)
  }
  const records: PanelRecord[] = [
    recorded('meetingClosed', {
      meetingId: meeting.id,
      at: context.now,
      by: viewer.memberId,
      reason: command.reason || null,
      notReached,
      cases: caseOutcomes(asking, agenda),
    }),
    ...tellingsAtClose(asking, agenda),
  ]
  return records
}
