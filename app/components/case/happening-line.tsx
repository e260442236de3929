import type { ReactNode } from 'react'
import { handlingMarks, sources } from '~/domain/catalogues/entries'
import { disclosureAnswers, happeningKinds } from '~/domain/catalogues/case'
import { awaitsDisclosure, isAhead } from '~/domain/case/happening-prompts'
import { memberName, oneOf, type RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { dateAndTime, longDate } from '../page/dates'
import { Afterwards, RecordedBy } from './case-record'

const earlierVersions = (
  view: RoomView,
  happening: VisibleByKind['happening'],
): VisibleByKind['happening'][] => {
  const before = oneOf(view, 'happening', happening.supersedes)
  return before ? [before, ...earlierVersions(view, before)] : []
}

/** What happened, from whom, how it may be used; and how it stands with telling a new partner. */
export function HappeningLine({
  happening,
  view,
  today,
  children,
}: {
  happening: VisibleByKind['happening']
  view: RoomView
  today: string
  children?: ReactNode
}) {
  const withdrawn = happening.withdrawnAt !== null
  const earlier = earlierVersions(view, happening)
  return (
    <li className={withdrawn ? 'file-entry withdrawn' : 'file-entry'}>
      <p>
        <strong>{happeningKinds[happening.happeningKind]}</strong>,{' '}
        {isAhead(happening.happeningKind) && happening.day >= today ? 'on ' : ''}
        {longDate(happening.day)}: <span className="said">{happening.what}</span>
      </p>
      <p className="caption small">
        <RecordedBy view={view} one={happening} /> {sources[happening.source]}.{' '}
        {happening.audience.kind === 'safety_circle' ? (
          <span className="tag bad">Safety circle only</span>
        ) : null}{' '}
        {happening.handling.map((mark) => (
          <span key={mark} className="tag warn">
            {handlingMarks[mark]}
          </span>
        ))}
      </p>
      {earlier.length > 0 ? (
        <details className="earlier">
          <summary>Corrected{happening.correctionReason ? `: ${happening.correctionReason}` : ''}</summary>
          <ul className="plain">
            {earlier.map((one) => (
              <li key={one.id} className="quiet">
                Before, {dateAndTime(one.recordedAt)}: {happeningKinds[one.happeningKind]},{' '}
                {longDate(one.day)}: {one.what} ({sources[one.source]})
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <Afterwards
        view={view}
        what="Withdrawn"
        reason={happening.withdrawnReason}
        by={happening.withdrawnBy}
        at={happening.withdrawnAt}
      />
      {awaitsDisclosure(happening) && happening.disclosureDue ? (
        <p>
          <span className={happening.disclosureDue < today ? 'tag bad' : 'tag warn'}>
            {happening.disclosureDue < today ? 'Overdue' : 'To be answered'}
          </span>{' '}
          Is she told of his past, under the domestic violence disclosure scheme? By{' '}
          {longDate(happening.disclosureDue)}.
        </p>
      ) : null}
      {happening.disclosure ? (
        <p>
          {disclosureAnswers[happening.disclosure]}
          {happening.disclosureOn ? `, ${longDate(happening.disclosureOn)}` : ''}: {happening.disclosureWords}{' '}
          <span className="caption small">
            Answered by {memberName(view, happening.disclosureBy)}, {dateAndTime(happening.disclosureAt ?? 0)}
          </span>
        </p>
      ) : null}
      {happening.dismissedAt !== null ? (
        <p>
          Not brought back because of this, {memberName(view, happening.dismissedBy)},{' '}
          {dateAndTime(happening.dismissedAt)}: {happening.dismissedReason}
        </p>
      ) : null}
      {children}
    </li>
  )
}
