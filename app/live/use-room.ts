import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { RoomClient, type RoomSnapshot } from './room-client'

type Opening = ConstructorParameters<typeof RoomClient>[0]

/** A meeting's room: what the loader gave, kept right by the socket. On the server, and without script, just the former. */
export const useRoom = (opening: Opening): { room: RoomSnapshot; client: RoomClient | null } => {
  const [client, setClient] = useState<RoomClient | null>(null)
  const first = useRef<RoomSnapshot>({
    view: opening.view,
    cursor: opening.cursor,
    connection: 'connecting',
    here: [],
    outbox: [],
    ahead: 0,
    idleAt: opening.idleAt,
    endsAt: opening.endsAt,
  })
  const latest = useRef(opening)
  latest.current = opening

  useEffect(() => {
    const made = new RoomClient(latest.current)
    made.start()
    setClient(made)
    return () => made.stop()
  }, [opening.meetingId, opening.accountId, opening.surface])

  const nothing = () => () => undefined
  const room = useSyncExternalStore(
    client?.subscribe ?? nothing,
    () => client?.read() ?? first.current,
    () => first.current,
  )
  return { room, client }
}

/** This moment by the server's clock, once a second; on the server, the moment the page was made. */
export const useNow = (ahead: number, madeAt: number): number => {
  const [now, setNow] = useState(madeAt)
  useEffect(() => {
    const tick = () => setNow(Date.now() + ahead)
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [ahead])
  return now
}
