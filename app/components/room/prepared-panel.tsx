import { agencyEngagements, holdings } from '~/domain/catalogues/returns'
import { ownReturnOn, type VisiblePrepared } from '~/domain/returns/own-return'
import type { VisibleItem } from '~/domain/meeting/room-view'
import { CommandButton } from '../forms/command-form'
import { clockTime } from '../page/dates'
import { PreparedText } from './prepared-entry'
import { useRoomContext } from '../forms/room-context'

/** What one's own agency prepared on this case; nobody else has this. In the meeting one key, or one press, shares an entry. */
export function PreparedPanel({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const { written, prepared } = ownReturnOn(view, item, viewer)
  if (!written && prepared.length === 0) return null
  const toShare = prepared.filter((one) => one.sharedAt === null).length
  return (
    <section className="prepared no-print" aria-labelledby="prepared-heading">
      <h3 id="prepared-heading">What we prepared</h3>{' '}
      <span className="quiet small">
        {written
          ? `${holdings[written.holding]}${written.engagement ? `, ${agencyEngagements[written.engagement].toLowerCase()}` : ''}. `
          : ''}
        Only your agency sees this{toShare > 0 ? ` until you share it` : ''}.{' '}
        <a href={`/meetings/${meetingId}/returns`}>Our returns</a>
      </span>
      <ol className="plain entries">
        {prepared.map((one, index) => (
          <li key={one.id}>
            <PreparedText prepared={one} /> <ShareButton prepared={one} item={item} number={index + 1} />
          </li>
        ))}
      </ol>
    </section>
  )
}

function ShareButton({
  prepared,
  item,
  number,
}: {
  prepared: VisiblePrepared
  item: VisibleItem
  number: number
}) {
  const room = useRoomContext()
  if (prepared.sharedAt !== null)
    return <span className="tag good">Shared at {clockTime(prepared.sharedAt)}</span>
  if (!room.inSession || item.status === 'concluded' || !room.commands.has('sharePrepared')) return null
  return (
    <CommandButton
      kind="sharePrepared"
      ids={{ meetingId: room.meetingId, preparedId: prepared.id }}
      formKey={`share-prepared:${prepared.id}`}
      className="small"
      {...(number <= 9 ? { shortcut: String(number) } : {})}
      label={`Share prepared entry ${number}: ${prepared.what.slice(0, 60)}`}
    >
      {number <= 9 ? <kbd aria-hidden="true">{number}</kbd> : null} Share
    </CommandButton>
  )
}
