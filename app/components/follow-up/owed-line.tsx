import { followUpKinds } from '~/domain/catalogues/entries'
import type { Owed } from '~/domain/follow-up/inbox'
import { longDate, shortDate, dateAndTime } from '../page/dates'
import type { InboxContext } from './inbox-context'
import { ActionForms, RequestForms, RulingForm } from './owed-forms'

const nameIn = (list: readonly { id: string; name: string }[], id: string | null) =>
  list.find((one) => one.id === id)?.name ?? 'someone who has left'

/** One thing owed: what, by when, whose, what has happened to it, and what can be done with it now. */
export function OwedLine({
  owed,
  context,
  withChair = false,
}: {
  owed: Owed
  context: InboxContext
  withChair?: boolean
}) {
  const { agencies, members } = context
  const to = owed.kind === 'action' ? owed.ownerAgencyId : owed.toAgencyId
  return (
    <li className="owed-line" id={withChair ? `ruling-${owed.id}` : `owed-${owed.id}`}>
      <p className="owed-what">
        {owed.kind === 'request' ? <span className="tag">Information</span> : null} {owed.what}
      </p>
      <p className="owed-facts">
        <strong>Due {longDate(owed.due)}</strong>{' '}
        {owed.standing === 'open' ? null : (
          <span className="tag bad">{owed.standing === 'escalated' ? 'With the chair' : 'Overdue'}</span>
        )}{' '}
        {owed.kind === 'action' && owed.acceptance !== 'accepted' ? (
          <span className="tag warn">Not accepted yet</span>
        ) : null}
        <span className="caption">
          Case <a href={`/cases/${owed.caseId}`}>{owed.caseRef}</a>. {nameIn(agencies, to)}
          {owed.kind === 'action' && owed.ownerRole ? `, ${owed.ownerRole}` : ''}
          {owed.kind === 'action' && owed.ownerMemberId ? `, ${nameIn(members, owed.ownerMemberId)}` : ''}
          {owed.kind === 'action' && owed.leftBehindBy ? `. Was ${owed.leftBehindBy}’s, who has left` : ''}
          {owed.kind === 'request' ? `, asked by ${nameIn(agencies, owed.byAgencyId)}: ${owed.why}` : ''}
          {owed.meetingsOverdue > 0
            ? `. Overdue at ${owed.meetingsOverdue === 1 ? 'one meeting' : `${owed.meetingsOverdue} meetings`}`
            : ''}
          {owed.kind === 'request' && owed.timesChased > 0
            ? `. Chased ${owed.timesChased === 1 ? 'once' : `${owed.timesChased} times`}`
            : ''}
        </span>
      </p>
      {owed.history.length > 0 ? (
        <details className="fold">
          <summary>
            Its history<span className="visually-hidden"> of {owed.what}</span>
          </summary>
          <ol className="plain small">
            {owed.history.map((line) => (
              <li key={`${line.at}-${line.what}`}>
                {dateAndTime(line.at)}: {followUpKinds[line.what]} by {nameIn(members, line.by)}
                {line.due
                  ? `, from ${line.dueBefore ? shortDate(line.dueBefore) : 'no date'} to ${longDate(line.due)}`
                  : ''}
                {line.words ? `. ${line.words}` : ''}
              </li>
            ))}
          </ol>
        </details>
      ) : null}
      {withChair ? (
        <RulingForm owed={owed} context={context} />
      ) : owed.kind === 'action' ? (
        <ActionForms action={owed} context={context} />
      ) : (
        <RequestForms request={owed} context={context} />
      )}
    </li>
  )
}
