import { returnBoard, type BoardRow } from '~/domain/returns/return-board'
import { oneOf, type RoomView } from '~/domain/meeting/room-view'
import { dateAndTime } from '../page/dates'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'
import { ReturnTag } from './return-lines'

/** Agencies by cases: who has returned, who is late, and the act of chasing. States only. */
export function ReturnBoard({
  view,
  meetingId,
  today,
  mayChase,
  once,
  refused,
}: {
  view: RoomView
  meetingId: string
  today: string
  mayChase: boolean
  once: string
  refused: RefusedForm | undefined
}) {
  const { items, rows } = returnBoard(view, meetingId, today)
  if (items.length === 0)
    return (
      <p className="empty">
        No case is on the agenda yet. When it has been circulated, each agency’s returns are here.
      </p>
    )
  return (
    <>
      <section aria-labelledby="by-agency">
        <h2 id="by-agency">By agency</h2>
        <ul className="plain rows">
          {rows.map((row) => (
            <li key={row.agencyId} className="meeting-row">
              <AgencyLine row={row} view={view} />
              {mayChase && row.outstanding > 0 ? (
                <CommandPageForm
                  kind="chaseReturns"
                  name={`chase-${row.agencyId}`}
                  ids={{ meetingId, agencyId: row.agencyId }}
                  once={once}
                  to={`/meetings/${meetingId}/board?done=chased`}
                  refused={refused}
                >
                  <button type="submit" className="secondary small">
                    Chase<span className="visually-hidden"> {row.name}</span>
                  </button>
                </CommandPageForm>
              ) : null}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="by-case">
        <h2 id="by-case">By case</h2>
        {/* Wider than a small screen: it scrolls on its own, and the keyboard must be able to reach it for that. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <div className="table-scroll" role="region" aria-label="Returns by case and agency" tabIndex={0}>
          <table className="board">
            <thead>
              <tr>
                <th scope="col">Case</th>
                {rows.map((row) => (
                  <th scope="col" key={row.agencyId}>
                    {row.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {items.map((item, at) => (
                <tr key={item.id}>
                  <th scope="row">
                    {item.another ? 'Another item' : `${item.caseRef ?? ''} ${item.initials ?? ''}`}
                  </th>
                  {rows.map((row) => {
                    const standing = row.cells[at] ?? null
                    return (
                      <td key={row.agencyId}>
                        {standing === null ? (
                          <span className="quiet">not in for it</span>
                        ) : (
                          <ReturnTag standing={standing} />
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </section>
    </>
  )
}

function AgencyLine({ row, view }: { row: BoardRow; view: RoomView }) {
  return (
    <div>
      <strong>{row.name}</strong>{' '}
      {row.overdue > 0 ? <span className="tag bad">{row.overdue} overdue</span> : null}{' '}
      {row.asked > 0 && row.outstanding === 0 ? <span className="tag good">All returned</span> : null}
      <br />
      <span className="quiet small">
        {row.asked === 0
          ? 'Not asked yet: circulate the agenda.'
          : `${row.returned} of ${row.asked} returned.`}
        {row.chasedAt === null
          ? ''
          : ` Chased ${row.timesChased === 1 ? 'once' : `${row.timesChased} times`}, last ${dateAndTime(row.chasedAt)}.`}
        {row.declined.map(
          (one) =>
            ` Declined on ${oneOf(view, 'item', one.itemId)?.caseRef ?? 'a case'}${one.reason ? `: ${one.reason}` : ''}.`,
        )}
      </span>
    </div>
  )
}
