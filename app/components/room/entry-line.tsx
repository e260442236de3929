import { useState, type ReactNode } from 'react'
import { stands } from '~/domain/things/entries-standing'
import { agencyName, allOf, memberName, oneOf } from '~/domain/meeting/room-view'
import { clockTime, dateAndTime } from '../page/dates'
import { useRoomContext } from '../forms/room-context'
import { EntryText, Marks, type AnyEntry } from './entry-text'
import { Accepting, EntryActions, actsOn } from './entry-actions'

const arrivesWithin = 5_000

/** One entry: what, who, when, how it may be used; its earlier versions; and, on request, what can be done with it. */
export function EntryLine({
  entry,
  withActions = true,
  children,
}: {
  entry: AnyEntry
  withActions?: boolean
  children?: ReactNode
}) {
  const room = useRoomContext()
  const { view, commands, live, now, meetingId } = room
  const [open, setOpen] = useState(false)
  // Only what has just arrived draws the eye, not a whole case that is opened or a page of minutes.
  const [justArrived] = useState(live && now - entry.recordedAt < arrivesWithin)
  const earlier = (allOf(view, entry.kind) as AnyEntry[]).filter(
    (one) => one.supersededBy === entry.id || isEarlier(view, entry, one),
  )
  const withdrawn = entry.withdrawnAt !== null
  const mayAct = withActions && !withdrawn && commands.size > 0 && commands.has('shareInformation')
  return (
    <li className={justArrived ? 'entry arrived' : 'entry'} id={`entry-${entry.id}`}>
      <div className={withdrawn ? 'entry-text withdrawn' : 'entry-text'}>
        <EntryText entry={entry} />
      </div>
      <div className="entry-foot">
        <span className="quiet small">
          {agencyName(view, entry.agencyId)}, {memberName(view, entry.recordedBy)},{' '}
          <time dateTime={new Date(entry.recordedAt).toISOString()}>
            {entry.meetingId === meetingId ? clockTime(entry.recordedAt) : dateAndTime(entry.recordedAt)}
          </time>
        </span>{' '}
        <Marks entry={entry} />
        {withdrawn ? <span className="tag bad">Withdrawn: {entry.withdrawnReason}</span> : null}
        {earlier.length > 0 ? (
          <details className="earlier">
            <summary>Corrected{entry.correctionReason ? `: ${entry.correctionReason}` : ''}</summary>
            <ul className="plain">
              {earlier.map((one) => (
                <li key={one.id} className="quiet">
                  Before, {clockTime(one.recordedAt)}: <EntryText entry={one} />
                </li>
              ))}
            </ul>
          </details>
        ) : null}
        {mayAct ? <Accepting entry={entry} /> : null}
        {mayAct && Object.values(actsOn(room, entry)).includes(true) ? (
          <details className="entry-more" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>
              Change<span className="visually-hidden"> this entry</span>
            </summary>
            {/* The forms of every entry at once would make a busy case slow to draw; without script they must be there. */}
            {open || !live ? <EntryActions entry={entry} onDone={() => setOpen(false)} /> : null}
          </details>
        ) : null}
        {children}
      </div>
    </li>
  )
}

const isEarlier = (view: Parameters<typeof allOf>[0], entry: AnyEntry, one: AnyEntry): boolean => {
  let next = one.supersededBy
  while (next) {
    if (next === entry.id) return true
    next = (oneOf(view, entry.kind, next) as AnyEntry | undefined)?.supersededBy ?? null
  }
  return false
}

/** Entries that stand or were withdrawn; earlier versions show under the version that followed. */
export const currentEntries = <E extends AnyEntry>(entries: readonly E[]): E[] =>
  entries.filter((entry) => stands(entry) || entry.withdrawnAt !== null)
