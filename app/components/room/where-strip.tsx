import type { VisibleItem } from '~/domain/meeting/room-view'

/**
 * On a narrow screen the bar and the case's heading scroll away: one line stays, with the case in view and whether the
 * line is up. It says nothing that the bar and the heading do not say, so a screen reader passes it over.
 */
export function WhereStrip({
  agenda,
  item,
  isOffline,
}: {
  agenda: readonly VisibleItem[]
  item: VisibleItem | undefined
  isOffline: boolean
}) {
  const at = agenda.findIndex((one) => one.id === item?.id)
  if (!item && !isOffline) return null
  return (
    <p className={isOffline ? 'where-strip offline no-print' : 'where-strip no-print'} aria-hidden="true">
      {item ? (
        <strong>{item.another ? 'Another item' : `${item.caseRef ?? ''} ${item.initials ?? ''}`}</strong>
      ) : null}{' '}
      {isOffline ? 'No connection' : `${at + 1} of ${agenda.length}`}
    </p>
  )
}
