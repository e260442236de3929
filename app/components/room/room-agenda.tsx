import { itemKinds } from '~/domain/catalogues/agenda'
import { decisionOutcomes } from '~/domain/catalogues/entries'
import { agendaIn, meetingIn, oneOf, type VisibleItem } from '~/domain/meeting/room-view'
import { cameToChair } from './owed-standing'
import { nameOf, useRoomContext, type PresentMember } from '../forms/room-context'

const stateOf = (item: VisibleItem): string => {
  if (item.another) return ''
  if (item.status === 'concluded')
    return item.outcome ? decisionOutcomes[item.outcome] : item.lane === 'note_only' ? 'Noted' : 'Concluded'
  if (item.status === 'not_reached') return 'Not reached'
  return item.lane === 'note_only' ? 'Note only' : ''
}

/** The agenda beside the case: who, kind, state, minutes, where the panel is and who looks elsewhere. */
export function RoomAgenda({
  shownId,
  here,
  news,
  onShow,
}: {
  shownId: string | null
  here: readonly PresentMember[]
  news: ReadonlyMap<string, number>
  onShow: (itemId: string) => void
}) {
  const room = useRoomContext()
  const { view, meetingId } = room
  const meeting = meetingIn(view, meetingId)
  const agenda = agendaIn(view, meetingId)
  return (
    <ol className="agenda-list plain">
      {agenda.map((item, index) => {
        const current = meeting?.itemId === item.id
        const person = oneOf(view, 'person', oneOf(view, 'case', item.caseId)?.personId)
        const looking = here.filter(
          (one) => one.itemId === item.id && one.memberId !== room.viewer.memberId,
        ).length
        const state = stateOf(item)
        const chairs = item.another ? [] : cameToChair(room, item)
        return (
          <li
            key={item.id}
            className={current ? 'current' : undefined}
            data-shown={shownId === item.id ? '' : undefined}
          >
            <a
              href={`?item=${item.id}`}
              aria-current={shownId === item.id ? 'true' : undefined}
              onClick={(event) => {
                if (!room.live || event.metaKey || event.ctrlKey) return
                event.preventDefault()
                onShow(item.id)
              }}
            >
              <span className="position">{index + 1}</span>
              <span className="who">
                {item.another
                  ? 'Another item'
                  : `${item.caseRef ?? ''} ${nameOf(room, person, item.initials)}`}
                {current ? <strong className="here-mark"> ▶ here</strong> : null}
              </span>
              <span className="what quiet small">
                {item.itemKind ? itemKinds[item.itemKind] : ''} {item.minutes} min{state ? ` · ${state}` : ''}
                {item.status === 'concluded' ? ' ✓' : ''}
                {chairs.length > 0 ? <strong> · with the chair: {chairs.length}</strong> : null}
                {looking > 0 && room.live ? ` · ${looking} here` : ''}
                {news.get(item.id) ? <strong className="news"> · {news.get(item.id)} new</strong> : null}
              </span>
            </a>
          </li>
        )
      })}
    </ol>
  )
}
