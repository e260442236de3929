import { isRefusal, refuse, type Asking, type Decided } from './asking'
import type { CommandOf } from './commands'
import { entryToChange } from './entries'
import { recorded } from './records'
import type { Action, InformationRequest } from './things'

// What becomes of actions, requests and interventions: in the room and between meetings. An agency answers for its own;
// chair and coordinator may record for any.

const runs = ({ viewer }: Asking) => viewer.role === 'chair' || viewer.role === 'coordinator'

const actionOf = (asking: Asking, command: { meetingId: string; entryId: string }) => {
  const action = entryToChange(asking, command.meetingId, 'action', command.entryId)
  if (isRefusal(action)) return action
  if (action.endedAt !== null) return refuse('already_done', 'This action has ended.')
  return action
}

const isOwner = ({ viewer }: Asking, action: Action) => viewer.agencyId !== null && viewer.agencyId === action.ownerAgencyId

export const acceptAction = (asking: Asking, command: CommandOf<'acceptAction'>): Decided => {
  const action = actionOf(asking, command)
  if (isRefusal(action)) return action
  if (!isOwner(asking, action)) return refuse('not_allowed', 'Only the agency that owns the action accepts it.')
  if (action.acceptance === 'accepted') return refuse('already_done', 'This action is accepted.')
  return [recorded('actionAccepted', { entryId: action.id, by: asking.viewer.memberId, at: asking.context.now })]
}

export const parkAction = (asking: Asking, command: CommandOf<'parkAction'>): Decided => {
  const action = actionOf(asking, command)
  if (isRefusal(action)) return action
  if (action.acceptance !== 'awaiting') return refuse('already_done', 'Only an action that waits to be accepted can be parked.')
  return [recorded('actionParked', { entryId: action.id })]
}

export const endAction = (asking: Asking, command: CommandOf<'endAction'>): Decided => {
  const action = actionOf(asking, command)
  if (isRefusal(action)) return action
  if (!isOwner(asking, action) && !runs(asking)) return refuse('not_allowed', 'The agency that owns the action says how it ended.')
  return [
    recorded('actionEnded', {
      entryId: action.id,
      outcome: command.outcome,
      evidence: command.evidence,
      at: asking.context.now,
    }),
  ]
}

export const changeIntervention = (asking: Asking, command: CommandOf<'changeIntervention'>): Decided => {
  const intervention = entryToChange(asking, command.meetingId, 'intervention', command.entryId)
  if (isRefusal(intervention)) return intervention
  const { viewer } = asking
  const involved = [intervention.agencyId, intervention.leadAgencyId, ...intervention.jointAgencyIds]
  if (!runs(asking) && (viewer.agencyId === null || !involved.includes(viewer.agencyId))) {
    return refuse('not_allowed', 'Only the agencies of the intervention, chair or coordinator change its state.')
  }
  return [recorded('interventionChanged', { entryId: intervention.id, status: command.status, result: command.result })]
}

const requestOf = (asking: Asking, command: { meetingId: string; entryId: string }) => {
  const request = entryToChange(asking, command.meetingId, 'request', command.entryId)
  if (isRefusal(request)) return request
  return request.state === 'outstanding' ? request : refuse('already_done', 'This request has been answered.')
}

const isAsked = ({ viewer }: Asking, request: InformationRequest) =>
  viewer.agencyId !== null && viewer.agencyId === request.toAgencyId

const onlyTheAsked = refuse('not_allowed', 'Only the agency that was asked answers.')

export const answerRequest = (asking: Asking, command: CommandOf<'answerRequest'>): Decided => {
  const request = requestOf(asking, command)
  if (isRefusal(request)) return request
  if (!isAsked(asking, request) && !runs(asking)) return onlyTheAsked
  return [recorded('requestAnswered', { entryId: request.id, answer: command.answer, at: asking.context.now })]
}

export const refuseRequest = (asking: Asking, command: CommandOf<'refuseRequest'>): Decided => {
  const request = requestOf(asking, command)
  if (isRefusal(request)) return request
  if (!isAsked(asking, request) && !runs(asking)) return onlyTheAsked
  return [recorded('requestRefused', { entryId: request.id, reason: command.reason, at: asking.context.now })]
}

export const chaseRequest = (asking: Asking, command: CommandOf<'chaseRequest'>): Decided => {
  const request = requestOf(asking, command)
  if (isRefusal(request)) return request
  if (!runs(asking) && asking.viewer.agencyId !== request.agencyId) {
    return refuse('not_allowed', 'The agency that asked, chair or coordinator chases.')
  }
  return [recorded('requestChased', { entryId: request.id, at: asking.context.now, escalated: command.escalate })]
}
