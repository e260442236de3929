import type { CaseFileProps } from '~/components/case/case-file-props'
import { stands } from '~/domain/things/entries-standing'
import { ownerWords } from '~/domain/meeting/entry-words'
import { allOf } from '~/domain/meeting/room-view'
import { longDate } from '../page/dates'

/** What is still to be done, soonest first, whichever meeting agreed it. */
export function CaseActions({
  view,
  itsCase: { id: caseId },
  today,
}: Pick<CaseFileProps, 'view' | 'itsCase' | 'today'>) {
  const open = allOf(view, 'action')
    .filter((action) => action.caseId === caseId && stands(action) && action.outcome === null)
    .sort((a, b) => (a.due < b.due ? -1 : 1))
  return (
    <section aria-labelledby="actions">
      <h2 id="actions">Open actions</h2>
      {open.length === 0 ? (
        <p className="empty">
          Nothing is open. What agencies agree to do at a meeting will be here until it is done.
        </p>
      ) : (
        <table className="case-actions">
          <thead>
            <tr>
              <th scope="col">Due</th>
              <th scope="col">Action</th>
            </tr>
          </thead>
          <tbody>
            {open.map((action) => (
              <tr key={action.id}>
                <td>
                  {longDate(action.due)}{' '}
                  {action.due < today ? <span className="tag bad">Overdue</span> : null}
                </td>
                <td>
                  <strong>{ownerWords(view, action)}</strong>: {action.what}{' '}
                  {action.acceptance === 'accepted' ? null : (
                    <span className="tag warn">Not accepted yet</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}
