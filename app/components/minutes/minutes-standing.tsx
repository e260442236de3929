import type { MinutesChange } from '~/domain/minutes/minutes'
import { entryKindWords } from '~/domain/meeting/entry-words'
import { memberName, oneOf, type RoomView } from '~/domain/meeting/room-view'
import type { Day, Instant } from '~/domain/dates/day'
import { dateAndTime, longDate } from '../page/dates'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'

export interface StandingProps {
  meetingId: string
  state: 'open' | 'draft' | 'approved' | 'distributed' | 'correction_waits' | 'kept_elsewhere'
  due: { what: 'approve' | 'distribute'; by: Day } | null
  versions: readonly { id: string; approvedAt: Instant; approvedBy: string; distributedAt: Instant | null }[]
  shownId: string | null
  comparedId: string | null
  changes: readonly MinutesChange[] | null
  may: { approve: boolean; distribute: boolean }
  today: Day
  once: string
  refused: RefusedForm | undefined
  view: RoomView
}

const stateWords = {
  draft: 'Draft: the chair has not approved these minutes yet.',
  approved: 'Approved by the chair, not distributed yet.',
  distributed: 'Approved by the chair and distributed.',
  correction_waits: 'Corrected after they were approved. The correction waits for the chair.',
  kept_elsewhere:
    'This meeting was held before the panel recorded its meetings here. Its minutes are where they were kept then; below is what was imported of it.',
}

/** How far the minutes have come and by when the next thing is due; their versions, and what changed between them. */
export function MinutesStanding(props: StandingProps) {
  const { meetingId, state, due, versions, shownId, may, today, once, refused, view } = props
  if (state === 'open') return null
  const here = `/meetings/${meetingId}/minutes`
  const shown = versions.find((version) => version.id === shownId)
  return (
    <section className="inset no-print" aria-label="How far the minutes have come">
      <p>
        <strong>
          {shown && shown !== versions.at(-1)
            ? `An earlier version, as approved ${dateAndTime(shown.approvedAt)}.`
            : stateWords[state]}
        </strong>{' '}
        {due ? (
          <>
            To be {due.what === 'approve' ? 'approved' : 'distributed'} by {longDate(due.by)}.{' '}
            {due.by < today ? <span className="tag bad">Late</span> : null}
          </>
        ) : null}
      </p>
      <div className="buttons">
        {may.approve && (state === 'draft' || state === 'correction_waits') ? (
          <CommandPageForm
            kind="approveMinutes"
            ids={{ meetingId }}
            once={once}
            to={`${here}?done=approved`}
            refused={refused}
          >
            <button type="submit">
              {state === 'draft' ? 'Approve these minutes' : 'Approve the corrected minutes'}
            </button>
          </CommandPageForm>
        ) : null}
        {may.distribute && state === 'approved' ? (
          <CommandPageForm
            kind="distributeMinutes"
            ids={{ meetingId }}
            once={once}
            to={`${here}?done=distributed`}
            refused={refused}
          >
            <button type="submit">Distribute them</button>
          </CommandPageForm>
        ) : null}
      </div>
      {versions.length > 0 ? (
        <ul className="plain small">
          {versions.map((version) => (
            <li key={version.id}>
              <a
                href={`${here}?version=${version.id}`}
                aria-current={version.id === shownId ? 'page' : undefined}
              >
                As approved {dateAndTime(version.approvedAt)}
              </a>{' '}
              by {memberName(view, version.approvedBy)}
              {version.distributedAt ? `, distributed ${dateAndTime(version.distributedAt)}` : ''}
              {version.id !== shownId ? (
                <>
                  {'. '}
                  <a href={`${here}?${shownId ? `version=${shownId}&` : ''}compare=${version.id}`}>
                    What changed<span className="visually-hidden"> between that version and this one</span>
                  </a>
                </>
              ) : null}
            </li>
          ))}
        </ul>
      ) : null}
      <Changes {...props} />
    </section>
  )
}

const changeWords = { corrected: 'Corrected', withdrawn: 'Struck out', added: 'Reads now' }

function Changes({ changes, versions, comparedId, view }: StandingProps) {
  const compared = versions.find((version) => version.id === comparedId)
  if (!changes || !compared) return null
  return (
    <>
      <h2>Between the minutes as approved {dateAndTime(compared.approvedAt)} and these</h2>
      {changes.length === 0 ? <p>Nothing that you may read is different.</p> : null}
      <ul className="plain">
        {changes.map((change) => (
          <li key={`${change.itemId ?? change.kind}-${change.before ?? ''}-${change.after ?? ''}`}>
            <p>
              <strong>
                {change.kind === 'attendance'
                  ? 'Attendance'
                  : `${oneOf(view, 'item', change.itemId)?.caseRef ?? ''}, ${entryKindWords[change.kind].toLowerCase()}`}
                : {changeWords[change.what]}
              </strong>
              {change.reason ? `. ${change.reason}` : ''}
            </p>
            {change.before ? (
              <p>
                Before: <del>{change.before}</del>
              </p>
            ) : null}
            {change.after ? (
              <p>
                Now: <ins>{change.after}</ins>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}
