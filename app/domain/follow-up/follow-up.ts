import { isRefusal, refuse, refuseField, type Asking, type Decided, type Refusal } from '../asking'
import { entryToChange } from '../meeting/entry-correction'
import { dueFrom } from '../due-from'
import { calendarOf } from '../panel/panel-calendar'
import { policyOf } from '../panel/policy'
import { recorded } from '../records/records'
import { maySeeEntry } from '../sight/entries'
import { onceJoined, sightOf } from '../sight/sight'
import { sitsOnPanel, viewerOf, runsPanel, isChair } from '../sight/viewer'
import type { Action, InformationRequest } from '../things/entries'
import { addWorkingDays } from '../dates/working-days'
import { meetingId, entryId, line, id, optionalLine, optionalId, ticked } from '../fields'
import { z } from 'zod'
import { endOutcomeKeys, rulingKeys, interventionStatusKeys } from '../catalogues/entries'
import type { FilledIn } from '../fields'

// What becomes of actions, requests and interventions: in the room and between meetings. An agency answers for its own;
// chair and coordinator may record for any.

const runs = ({ viewer }: Asking) => runsPanel(viewer)
const now = ({ viewer, context }: Asking) => ({ by: viewer.memberId, at: context.now })

const actionOf = (asking: Asking, command: { meetingId: string; entryId: string }) => {
  const action = entryToChange(asking, command.meetingId, 'action', command.entryId)
  if (isRefusal(action)) return action
  if (action.endedAt !== null) return refuse('already_done', 'This action has ended.')
  return action
}

const isOwner = ({ viewer }: Asking, action: Action) =>
  viewer.agencyId !== null && viewer.agencyId === action.ownerAgencyId

export const acceptActionFields = { meetingId, entryId }

export const acceptAction = (asking: Asking, command: FilledIn<typeof acceptActionFields>): Decided => {
  const action = actionOf(asking, command)
  if (isRefusal(action)) return action
  if (!isOwner(asking, action))
    return refuse('not_allowed', 'Only the agency that owns the action accepts it.')
  if (action.acceptance === 'accepted') return refuse('already_done', 'This action is accepted.')
  return [recorded('actionAccepted', { entryId: action.id, ...now(asking) })]
}

export const parkActionFields = { meetingId, entryId }

export const parkAction = (asking: Asking, command: FilledIn<typeof parkActionFields>): Decided => {
  const action = actionOf(asking, command)
  if (isRefusal(action)) return action
  if (action.acceptance !== 'awaiting')
    return refuse('already_done', 'Only an action that waits to be accepted can be parked.')
  return [recorded('actionParked', { entryId: action.id, ...now(asking) })]
}

/** Whoever assigned an action, or the chair, takes it back: its owner would otherwise shed it without anyone agreeing. */
const mayWithdraw = ({ viewer }: Asking, action: Action) =>
  isChair(viewer) ||
  action.recordedBy === viewer.memberId ||
  (viewer.agencyId !== null && viewer.agencyId === action.agencyId)

export const endActionFields = {
  meetingId,
  entryId,
  outcome: z.enum(endOutcomeKeys, { error: 'Choose how the action ended.' }),
  evidence: line('Say what was done, or why it was not.'),
}

export const endAction = (asking: Asking, command: FilledIn<typeof endActionFields>): Decided => {
  const action = actionOf(asking, command)
  if (isRefusal(action)) return action
  if (command.outcome === 'withdrawn') {
    if (!mayWithdraw(asking, action))
      return refuse('not_allowed', 'Whoever assigned the action, or the chair, withdraws it.')
  } else if (!isOwner(asking, action) && !runs(asking)) {
    return refuse('not_allowed', 'The agency that owns the action says how it ended.')
  }
  return [
    recorded('actionEnded', {
      entryId: action.id,
      outcome: command.outcome,
      evidence: command.evidence,
      ...now(asking),
    }),
  ]
}

/** Members of an agency who may see an entry, with all that may put them out of it. */
const seersIn = (asking: Asking, agencyId: string, kind: 'action', entry: Action) =>
  asking.things
    .all('member')
    .filter((member) => member.agencyId === agencyId && member.active)
    .filter((member) => {
      const viewer = viewerOf(asking.things, member.accountId, member.panelId)
      // As someone who has joined would see it: whether they have by now is no question of whom it may be passed to.
      return (
        viewer !== undefined &&
        sitsOnPanel(viewer.role) &&
        maySeeEntry(onceJoined(sightOf(viewer, asking.things, entry.meetingId)), kind, entry)
      )
    })

export const passOnActionFields = {
  meetingId,
  entryId,
  toAgencyId: id('Choose the agency that takes it on.'),
  toRole: optionalLine,
  toMemberId: optionalId,
  what: line('Write what the receiver is to do.'),
  due: optionalLine,
  reason: line('Say why it is passed on.'),
}

/**
 * An action is passed on by ending it and making another, linked to it, that its receiver has to accept. The new one is
 * for whom the old one was: passing on never shows it to anyone who might not have read it before.
 */
export const passOnAction = (asking: Asking, command: FilledIn<typeof passOnActionFields>): Decided => {
  const { things, viewer, context } = asking
  const action = actionOf(asking, command)
  if (isRefusal(action)) return action
  if (!isOwner(asking, action) && !runs(asking))
    return refuse('not_allowed', 'The agency that owns the action passes it on.')
  const agency = things.get('agency', command.toAgencyId)
  if (!agency || agency.panelId !== viewer.panelId)
    return refuseField('toAgencyId', 'Choose an agency of this panel.')
  const member = command.toMemberId === null ? undefined : things.get('member', command.toMemberId)
  if (command.toMemberId !== null && (member?.agencyId !== agency.id || !member.active)) {
    return refuseField('toMemberId', 'Choose a person of the agency that takes it on.')
  }
  if (
    agency.id === action.ownerAgencyId &&
    (member?.id ?? null) === action.ownerMemberId &&
    command.toRole === action.ownerRole
  ) {
    return refuseField('toAgencyId', 'It lies there already. Choose another agency, role or person.')
  }
  const seers = seersIn(asking, agency.id, 'action', action)
  if (member ? !seers.includes(member) : seers.length === 0) {
    return refuseField(
      member ? 'toMemberId' : 'toAgencyId',
      'They may not read this action, so it cannot be passed to them. Ask whoever assigned it.',
    )
  }
  const due =
    command.due === '' && action.due >= context.today ? action.due : dueFrom(asking, command.due, 'due')
  if (isRefusal(due)) return due
  const mine = agency.id === viewer.agencyId && (member === undefined || member.id === viewer.memberId)
  const entry: Action = {
    ...action,
    id: context.newId(),
    agencyId: viewer.agencyId ?? action.agencyId,
    recordedBy: viewer.memberId,
    recordedAt: context.now,
    supersedes: null,
    correctionReason: null,
    what: command.what,
    ownerAgencyId: agency.id,
    ownerRole: command.toRole,
    ownerMemberId: member?.id ?? null,
    due,
    acceptance: mine ? 'accepted' : 'awaiting',
    acceptedBy: mine ? viewer.memberId : null,
    acceptedAt: mine ? context.now : null,
    passedFrom: action.id,
    history: [],
  }
  return [recorded('actionPassedOn', { of: action.id, entry, reason: command.reason, ...now(asking) })]
}

const overdueOf = (
  asking: Asking,
  command: FilledIn<typeof ruleOnOverdueFields>,
): { kind: 'action'; entry: Action } | { kind: 'request'; entry: InformationRequest } | Refusal => {
  const { context } = asking
  if (asking.things.get('action', command.entryId)) {
    const entry = actionOf(asking, command)
    if (isRefusal(entry)) return entry
    return entry.due < context.today ? { kind: 'action', entry } : notOverdue
  }
  const entry = requestOf(asking, command)
  if (isRefusal(entry)) return entry
  return entry.due < context.today || entry.escalatedAt !== null ? { kind: 'request', entry } : notOverdue
}
const notOverdue = refuse('wrong_moment', 'It is not overdue. Its owner may pass it on, or say how it ended.')

export const ruleOnOverdueFields = {
  meetingId,
  entryId,
  ruling: z.enum(rulingKeys, { error: 'Choose what becomes of it.' }),
  due: optionalLine,
  reason: line('Say why, in a line. It stays in its history.'),
}

/** What is overdue and has come to the chair: a new date, a word with the agency's lead, or accepting that it was not done. */
export const ruleOnOverdue = (asking: Asking, command: FilledIn<typeof ruleOnOverdueFields>): Decided => {
  const found = overdueOf(asking, command)
  if (isRefusal(found)) return found
  const { kind: entryKind, entry } = found
  const ruled = { entryKind, entryId: entry.id, reason: command.reason, ...now(asking) }
  switch (command.ruling) {
    case 'extend': {
      const due = dueFrom(asking, command.due, 'due')
      return isRefusal(due) ? due : [recorded('overdueExtended', { ...ruled, due })]
    }
    case 'raise':
      return [recorded('overdueRaised', ruled)]
    case 'accept':
      return entryKind === 'action'
        ? [
            recorded('actionEnded', {
              entryId: entry.id,
              outcome: 'not_done',
              evidence: command.reason,
              ...now(asking),
            }),
          ]
        : [recorded('requestLeft', { entryId: entry.id, reason: command.reason, ...now(asking) })]
    default:
      return command.ruling satisfies never
  }
}

export const changeInterventionFields = {
  meetingId,
  entryId,
  status: z.enum(interventionStatusKeys, { error: 'Choose the state of the intervention.' }),
  result: optionalLine,
}

export const changeIntervention = (
  asking: Asking,
  command: FilledIn<typeof changeInterventionFields>,
): Decided => {
  const intervention = entryToChange(asking, command.meetingId, 'intervention', command.entryId)
  if (isRefusal(intervention)) return intervention
  const { viewer } = asking
  const involved = [intervention.agencyId, intervention.leadAgencyId, ...intervention.jointAgencyIds]
  if (!runs(asking) && (viewer.agencyId === null || !involved.includes(viewer.agencyId))) {
    return refuse(
      'not_allowed',
      'Only the agencies of the intervention, chair or coordinator change its state.',
    )
  }
  return [
    recorded('interventionChanged', {
      entryId: intervention.id,
      status: command.status,
      result: command.result,
      ...now(asking),
    }),
  ]
}

const requestOf = (asking: Asking, command: { meetingId: string; entryId: string }) => {
  const request = entryToChange(asking, command.meetingId, 'request', command.entryId)
  if (isRefusal(request)) return request
  return request.state === 'outstanding' ? request : refuse('already_done', 'This request has been answered.')
}

const isAsked = ({ viewer }: Asking, request: InformationRequest) =>
  viewer.agencyId !== null && viewer.agencyId === request.toAgencyId

const onlyTheAsked = refuse('not_allowed', 'Only the agency that was asked answers.')

export const answerRequestFields = { meetingId, entryId, answer: line('Write the answer.') }

export const answerRequest = (asking: Asking, command: FilledIn<typeof answerRequestFields>): Decided => {
  const request = requestOf(asking, command)
  if (isRefusal(request)) return request
  if (!isAsked(asking, request) && !runs(asking)) return onlyTheAsked
  return [recorded('requestAnswered', { entryId: request.id, answer: command.answer, ...now(asking) })]
}

export const refuseRequestFields = {
  meetingId,
  entryId,
  reason: line('Say why the information cannot be given.'),
}

export const refuseRequest = (asking: Asking, command: FilledIn<typeof refuseRequestFields>): Decided => {
  const request = requestOf(asking, command)
  if (isRefusal(request)) return request
  if (!isAsked(asking, request) && !runs(asking)) return onlyTheAsked
  return [recorded('requestRefused', { entryId: request.id, reason: command.reason, ...now(asking) })]
}

export const chaseRequestFields = {
  meetingId,
  entryId,
  due: optionalLine,
  words: optionalLine,
  escalate: ticked,
}

/** Chasing sets the day by which an answer is now due: as said, or as many working days ahead as the policy has. */
export const chaseRequest = (asking: Asking, command: FilledIn<typeof chaseRequestFields>): Decided => {
  const request = requestOf(asking, command)
  if (isRefusal(request)) return request
  const { things, viewer, context } = asking
  if (!runs(asking) && viewer.agencyId !== request.agencyId) {
    return refuse('not_allowed', 'The agency that asked, chair or coordinator chases.')
  }
  const policy = policyOf(things, viewer.panelId)
  const usual = addWorkingDays(context.today, policy.chaseWorkingDays, calendarOf(policy))
  const due =
    command.due === '' ? (request.due > usual ? request.due : usual) : dueFrom(asking, command.due, 'due')
  if (isRefusal(due)) return due
  return [
    recorded('requestChased', {
      entryId: request.id,
      due,
      words: command.words,
      escalated: command.escalate,
      ...now(asking),
    }),
  ]
}
