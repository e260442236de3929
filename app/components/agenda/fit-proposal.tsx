import { fitAgenda } from '~/domain/agenda/agenda-fit'
import { usualMinutes } from '~/domain/agenda/due-cases'
import { agendaIn, oneOf, policyIn, type RoomView, type VisibleMeeting } from '~/domain/meeting/room-view'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'

/** The capacity guard: what to shorten or leave out so that the agenda fits. Nothing happens unless it is applied. */
export function FitProposal({
  view,
  meeting,
  once,
  refused,
}: {
  view: RoomView
  meeting: VisibleMeeting
  once: string
  refused: RefusedForm | undefined
}) {
  const policy = policyIn(view)
  const items = agendaIn(view, meeting.id)
  const fit = fitAgenda(
    items
      .filter((item) => item.lane === 'discuss')
      .map((item) => ({
        id: item.id,
        kind: item.itemKind ?? 'new',
        minutes: item.minutes,
        usual: usualMinutes(item.itemKind ?? 'new', policy),
        free: !item.another && item.status === 'listed',
      })),
    meeting.minutesPlanned,
  )
  if (fit.shorten.length + fit.leaveOut.length === 0) return null
  const called = (itemId: string) => {
    const item = oneOf(view, 'item', itemId)
    return `${item?.caseRef ?? ''} ${item?.initials ?? ''}`
  }
  return (
    <section aria-labelledby="fit" className="panel-box no-print">
      <h2 id="fit">So that it fits</h2>
      <p>
        A proposal: what takes longer than is usual here is shortened first; then reviews wait before closures
        and new cases, and urgent ones never. Untick what should stay as it is.
      </p>
      <CommandPageForm
        kind="applyFit"
        ids={{ meetingId: meeting.id }}
        once={once}
        to={`/meetings/${meeting.id}/agenda?done=fitted`}
        refused={refused}
      >
        <ul className="plain">
          {fit.shorten.map((one) => (
            <li key={one.itemId} className="choice">
              <input
                type="checkbox"
                id={`fit-${one.itemId}`}
                name={`shorten.${one.itemId}`}
                value={one.to}
                defaultChecked
              />
              <label htmlFor={`fit-${one.itemId}`}>
                Shorten {called(one.itemId)} from {one.from} to {one.to} minutes
              </label>
            </li>
          ))}
          {fit.leaveOut.map((itemId) => (
            <li key={itemId} className="choice">
              <input type="checkbox" id={`fit-${itemId}`} name="leaveOut[]" value={itemId} defaultChecked />
              <label htmlFor={`fit-${itemId}`}>
                Leave out {called(itemId)}; it stays on the list of what is due
              </label>
            </li>
          ))}
        </ul>
        {fit.stillOver > 0 ? (
          <p>Even so the agenda runs {fit.stillOver} minutes over: only cases that cannot wait are left.</p>
        ) : null}
        <button type="submit" className="secondary">
          Apply what is ticked
        </button>
      </CommandPageForm>
    </section>
  )
}
