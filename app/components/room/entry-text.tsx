import type { Labels } from '~/domain/catalogues/labels'
import { caseModes, closureReasons } from '~/domain/catalogues/case'
import {
  actionOutcomes,
  answers,
  decisionOutcomes,
  disruptAreas,
  handlingMarks,
  interventionStatuses,
  leverKinds,
  natures,
  purposes,
  sources,
  stances,
  strands,
  supportAreas,
} from '~/domain/catalogues/entries'
import { agencyName, memberName, oneOf } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { longDate } from '../page/dates'
import { useRoomContext } from '../forms/room-context'
import { owedStanding, type Owed } from './owed-standing'

export type AnyEntry = VisibleByKind[EntryKind]

const label = (labels: Labels, key: string) => labels[key] ?? key

/** Marks that say how an entry may be used. Words as well as colour. */
export function Marks({ entry }: { entry: AnyEntry }) {
  const { view } = useRoomContext()
  return (
    <>
      {entry.kind === 'share' && entry.source === 'victim_survivor' ? (
        <span className="tag circle">From the victim-survivor</span>
      ) : null}
      {entry.audience.kind === 'safety_circle' ? (
        <span className="tag circle">
          Safety circle
          {entry.audience.memberIds.length > 0
            ? ` and ${entry.audience.memberIds.map((id) => memberName(view, id)).join(', ')}`
            : ''}
        </span>
      ) : null}
      {entry.audience.kind === 'agencies' ? (
        <span className="tag warn">
          Only {entry.audience.agencyIds.map((id) => agencyName(view, id)).join(', ')}
        </span>
      ) : null}
      {entry.handling.map((mark) => (
        <span className="tag bad" key={mark}>
          {handlingMarks[mark]}
        </span>
      ))}
    </>
  )
}

/** What an entry says, without who said it. */
export function EntryText({ entry }: { entry: AnyEntry }) {
  const { view } = useRoomContext()
  switch (entry.kind) {
    case 'share':
      return (
        <>
          {entry.nature === 'opinion' ? <em>{natures.opinion}: </em> : null}
          {entry.what}
          <span className="quiet small">
            {' '}
            {sources[entry.source]}
            {entry.factDate ? `, ${longDate(entry.factDate)}` : ''}
            {entry.about !== 'perpetrator'
              ? `, about ${entry.about === 'children' ? 'the children' : (oneOf(view, 'victim', entry.about)?.victimRef ?? 'a victim-survivor')}`
              : ''}
            {entry.necessity ? `. ${label(purposes, entry.purpose)}: ${entry.necessity}` : ''}
          </span>
        </>
      )
    case 'lever':
      return (
        <>
          {entry.what}{' '}
          <span className="quiet small">
            {label(leverKinds, entry.leverKind)}, held by {agencyName(view, entry.holderAgencyId)}. Safe to
            use: {answers[entry.safeToUse].toLowerCase()}
            {entry.safetyNote ? `: ${entry.safetyNote}` : ''}
          </span>
        </>
      )
    case 'finding':
      return (
        <>
          {entry.criterionKey.replace(/_/g, ' ')}: {entry.answer.replace('_', ' ')}. {entry.evidence}
        </>
      )
    case 'decision':
      return (
        <>
          <strong>{decisionOutcomes[entry.outcome]}</strong>
          {entry.mode ? `, ${caseModes[entry.mode].toLowerCase()}` : ''}
          {entry.closureReason ? `, ${closureReasons[entry.closureReason].toLowerCase()}` : ''}
          {entry.reason ? `: ${entry.reason}` : ''}
          {entry.onward ? ` (${entry.onward})` : ''}
          {entry.until ? `, ${longDate(entry.until)}` : ''}. {entry.rationale}
        </>
      )
    case 'position':
      return (
        <>
          {stances[entry.stance]}
          {entry.reason ? `: ${entry.reason}` : ''}
        </>
      )
    case 'intervention':
      return (
        <>
          <span className={`tag ${entry.strand}`}>{strands[entry.strand]}</span> {entry.what}{' '}
          <span className="quiet small">
            {[
              ...entry.supportAreas.map((area) => label(supportAreas, area)),
              ...entry.disruptAreas.map((area) => label(disruptAreas, area)),
            ].join('; ')}
            . Lead {agencyName(view, entry.leadAgencyId)}
            {entry.jointAgencyIds.length > 0
              ? `, with ${entry.jointAgencyIds.map((id) => agencyName(view, id)).join(', ')}`
              : ''}
            . {interventionStatuses[entry.status]}
            {entry.result ? `: ${entry.result}` : ''}
          </span>
        </>
      )
    case 'action':
      return (
        <>
          <strong>{agencyName(view, entry.ownerAgencyId)}</strong>
          {entry.ownerRole ? ` (${entry.ownerRole})` : ''}
          {entry.ownerMemberId ? `, ${memberName(view, entry.ownerMemberId)}` : ''}: {entry.what}{' '}
          <span className="nowrap">by {longDate(entry.due)}</span> <ActionState action={entry} />{' '}
          <StandingTag owed={entry} />
        </>
      )
    case 'request':
      return (
        <>
          <strong>{agencyName(view, entry.toAgencyId)}</strong> is asked: {entry.what}{' '}
          <span className="quiet small">
            Why: {entry.why}. By {longDate(entry.due)}.
          </span>{' '}
          <RequestState request={entry} /> <StandingTag owed={entry} />
        </>
      )
    case 'safetyCheck':
      return (
        <>
          <strong>
            {entry.victimId
              ? (oneOf(view, 'victim', entry.victimId)?.victimRef ?? 'Victim-survivor')
              : 'This case'}
          </strong>
          : knows the plan: {answers[entry.knows].toLowerCase()}; could raise risk:{' '}
          {answers[entry.raisesRisk].toLowerCase()}
          {entry.riskNote ? ` (${entry.riskNote})` : ''}; safe contact:{' '}
          {answers[entry.safeContact].toLowerCase()}. Plan: {entry.plan}. Told by: {entry.whoTells}. Children:{' '}
          {entry.children}.
        </>
      )
    default:
      return entry satisfies never
  }
}

export function ActionState({ action }: { action: VisibleByKind['action'] }) {
  if (action.outcome) return <span className="tag">{actionOutcomes[action.outcome]}</span>
  if (action.acceptance === 'accepted') return <span className="tag good">Accepted</span>
  return (
    <span className="tag warn">
      {action.acceptance === 'parked' ? 'Parked for an absent agency' : 'Waits to be accepted'}
    </span>
  )
}

/** Overdue, or with the chair: while it is owed. */
export function StandingTag({ owed }: { owed: Owed }) {
  const standing = owedStanding(useRoomContext(), owed)
  if (standing === 'open') return null
  return <span className="tag bad">{standing === 'escalated' ? 'With the chair' : 'Overdue'}</span>
}

const requestEnds = { answered: 'Answered', refused: 'Refused', left: 'Left unanswered' }

export function RequestState({ request }: { request: VisibleByKind['request'] }) {
  return (
    <>
      {request.state === 'outstanding' ? (
        <span className="tag warn">
          Outstanding
          {request.timesChased > 0
            ? `, chased ${request.timesChased === 1 ? 'once' : `${request.timesChased} times`}`
            : ''}
        </span>
      ) : (
        <span className="tag">{requestEnds[request.state]}</span>
      )}{' '}
      {request.answer || request.refusalReason}
    </>
  )
}
