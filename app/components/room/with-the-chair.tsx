import { policyIn, type VisibleItem } from '~/domain/meeting/room-view'
import { useRoomContext } from '../forms/room-context'
import { EntryLine } from './entry-line'
import { cameToChair } from './owed-standing'
import { RuleOnIt } from './rule-on-it'

/** First on the next agenda (domain 4): what was owed too long stands above all else of its case, for the chair to rule on. */
export function WithTheChair({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const owed = cameToChair(room, item)
  const { ladderMeetings } = policyIn(room.view)
  if (owed.length === 0) return null
  return (
    <section className="entry-section" aria-labelledby="with-chair-heading">
      <h3 id="with-chair-heading">
        With the chair <span className="quiet small">{owed.length}</span>
      </h3>
      <p className="quiet small">
        Overdue at {ladderMeetings === 1 ? 'a meeting' : `${ladderMeetings} meetings`} or more, chased in
        vain, or taken to the chair.
      </p>
      <ul className="plain entries">
        {owed.map((one) => (
          <EntryLine key={one.id} entry={one}>
            <RuleOnIt owed={one} />
          </EntryLine>
        ))}
      </ul>
    </section>
  )
}
