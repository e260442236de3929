import { Fragment, type ReactNode } from 'react'
import { itemKinds } from '~/domain/catalogues/agenda'
import { decisionOutcomes, findingAnswers, stances } from '~/domain/catalogues/entries'
import {
  agenciesIn,
  agencyName,
  allOf,
  entriesOn,
  hearingLabels,
  hearingOf,
  memberName,
  oneOf,
  standingOn,
  type RoomView,
  type VisibleItem,
} from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { CaseLink } from '../case/case-link'
import { clockTime, minutesAndSeconds } from '../page/dates'
import { currentEntries, EntryLine } from '../room/entry-line'
import { MinutesCorrection, type CorrectionContext } from './minutes-correction'

function Entries<K extends EntryKind>({
  title,
  kind,
  item,
  view,
  correction,
}: {
  title: string
  kind: K
  item: VisibleItem
  view: RoomView
  correction: CorrectionContext | undefined
}) {
  const entries = currentEntries(entriesOn(view, kind, item.id) as VisibleByKind[EntryKind][])
  if (entries.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="plain entries">
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} withActions={false}>
            {correction ? <MinutesCorrection entry={entry} context={correction} /> : null}
          </EntryLine>
        ))}
      </ul>
    </>
  )
}

export function CaseMinutes({
  item,
  number,
  view,
  correction,
}: {
  item: VisibleItem
  number: number
  view: RoomView
  correction: CorrectionContext | undefined
}) {
  const itsCase = oneOf(view, 'case', item.caseId)
  const person = oneOf(view, 'person', itsCase?.personId)
  // Of an imported meeting it is not known who spoke.
  const wasHeardHere = oneOf(view, 'meeting', item.meetingId)?.closedBy !== null
  const findings = standingOn(view, 'finding', item.id)
  const decision = standingOn(view, 'decision', item.id)[0]
  const settings = `/panels/${allOf(view, 'panel')[0]?.id ?? ''}/policy`
  const positions = decision
    ? standingOn(view, 'position', item.id).filter((one) => one.decisionId === decision.id)
    : []
  const out = allOf(view, 'conflict').filter((one) => one.caseId === item.caseId && one.withdrawnAt === null)
  const silent = agenciesIn(view).filter((agency) =>
    ['silent', 'awaited', 'returned'].includes(hearingOf(view, item, agency.id, true)),
  )
  const entriesOf = (kind: EntryKind, title: string) => (
    <Entries title={title} kind={kind} item={item} view={view} correction={correction} />
  )
  // Every kind of entry has its place, in the order of the minutes.
  const parts: Readonly<Record<EntryKind, ReactNode>> = {
    share: entriesOf('share', 'What was shared'),
    lever: entriesOf('lever', 'Levers'),
    finding:
      findings.length > 0 ? (
        <>
          <h4>Eligibility (criteria version {findings[0]?.criteriaVersion})</h4>
          <ul className="plain">
            {findings.map((finding) => (
              <li key={finding.id}>
                {allOf(view, 'criteria')
                  .find((set) => set.version === finding.criteriaVersion)
                  ?.criteria.find((criterion) => criterion.key === finding.criterionKey)?.label ??
                  finding.criterionKey}
                : {findingAnswers[finding.answer].toLowerCase()}. {finding.evidence}
              </li>
            ))}
          </ul>
        </>
      ) : null,
    decision: (
      <>
        {entriesOf('decision', 'Decision')}
        {decision ? (
          <p className="quiet small">
            Made under{' '}
            <a href={`${settings}#settings-${decision.policyVersion}`}>
              version {decision.policyVersion} of the panel settings
            </a>{' '}
            and{' '}
            <a href={`${settings}#criteria-${decision.criteriaVersion}`}>
              version {decision.criteriaVersion} of the criteria
            </a>
            .
          </p>
        ) : null}
      </>
    ),
    position:
      positions.length > 0 ? (
        <p className="small">
          Positions:{' '}
          {positions
            .map(
              (position) =>
                `${agencyName(view, position.agencyId)} ${stances[position.stance].toLowerCase()}${position.reason ? ` (${position.reason})` : ''}`,
            )
            .join('; ')}
          .
        </p>
      ) : null,
    intervention: entriesOf('intervention', 'Support and disrupt'),
    action: entriesOf('action', 'Actions'),
    request: entriesOf('request', 'Information requests'),
    safetyCheck: entriesOf('safetyCheck', 'Safety check'),
  }
  return (
    <section className="minutes-case" aria-labelledby={`case-${item.id}`}>
      <h3 id={`case-${item.id}`}>
        {number}. <CaseLink item={item} />{' '}
        {person ? `${person.givenName} ${person.familyName}` : item.initials}
      </h3>
      <p className="small">
        {item.itemKind ? itemKinds[item.itemKind] : ''}.{' '}
        {item.secondsSpent > 0
          ? `${minutesAndSeconds(item.secondsSpent)} of ${item.minutes}:00 minutes. `
          : ''}
        {item.presenterId
          ? `${item.status === 'concluded' ? 'Presented by' : 'To be presented by'} ${memberName(view, item.presenterId)}. `
          : ''}
        {item.status === 'concluded'
          ? `Concluded${item.concludedAt ? ` ${clockTime(item.concludedAt)}` : ''}${item.outcome ? `: ${decisionOutcomes[item.outcome].toLowerCase()}` : ''}.`
          : item.status === 'not_reached'
            ? `Not reached${item.statusReason ? `: ${item.statusReason}` : ''}.`
            : 'Not concluded.'}
        {item.lane === 'note_only'
          ? ` Noted without discussion: ${item.noteOnlyReason ?? 'on the note-only lane'}.`
          : ''}
        {item.broughtBackReason && !decision ? ` Brought back: ${item.broughtBackReason}.` : ''}
      </p>
      {item.concludedWithout ? (
        <p className="small">
          <strong>Concluded with something missing:</strong> {item.concludedWithout}
        </p>
      ) : null}
      {out.length > 0 ? (
        <p className="small">
          Out of this case, interest declared: {out.map((one) => memberName(view, one.memberId)).join(', ')}.
        </p>
      ) : null}
      {Object.entries(parts).map(([kind, part]) => (
        <Fragment key={kind}>{part}</Fragment>
      ))}
      {item.safetyAnswered.length > 0 ? (
        <p className="small">
          Safety check answered for{' '}
          {item.safetyAnswered.map((id) => oneOf(view, 'victim', id)?.victimRef ?? 'the case').join(', ')}.
        </p>
      ) : null}
      {itsCase ? null : (
        <p className="small quiet">
          A meeting with this case is in session. It opens to you here once you have joined that meeting.
        </p>
      )}
      {itsCase &&
      wasHeardHere &&
      item.status === 'concluded' &&
      item.secondsSpent > 0 &&
      silent.length > 0 ? (
        <p className="small quiet">
          Not heard:{' '}
          {silent
            .map((agency) => `${agency.name} (${hearingLabels[hearingOf(view, item, agency.id, true)]})`)
            .join(', ')}
          .
        </p>
      ) : null}
    </section>
  )
}
