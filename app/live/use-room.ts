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

  const { meetingId, accountId, surface } = opening
  const leaving = useRef<{ client: RoomClient; from: string; timer: number } | null>(null)
  useEffect(() => {
    const from = JSON.stringify([meetingId, accountId, surface])
    // Effects are run again when code is worked on: the socket stays, unless it is its own code that has changed.
    const left = leaving.current
    leaving.current = null
    const stays = left?.from === from && left.client instanceof RoomClient ? left.client : undefined
    if (left && stays) clearTimeout(left.timer)
    const here = stays ?? new RoomClient(latest.current)
    if (!stays) here.start()
    setClient(here)
    return () => {
      leaving.current = { client: here, from, timer: window.setTimeout(() => here.stop()) }
    }
  }, [meetingId, accountId, surface])

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
