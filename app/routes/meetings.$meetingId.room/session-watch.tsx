import { useEffect, useRef } from 'react'
import { minutesAndSeconds } from '~/components/page/dates'
import type { RoomClient } from '~/live/room-client'

const warnBefore = 2 * 60_000
const signOfLife = 60_000

/** Keeps the session while a person is at the keyboard, and says in time when it is about to end. Nothing typed is lost. */
export function SessionWatch({
  idleAt,
  endsAt,
  now,
  client,
}: {
  idleAt: number
  endsAt: number
  now: number
  client: RoomClient | null
}) {
  const last = useRef(0)
  useEffect(() => {
    if (!client) return
    const alive = () => {
      if (Date.now() - last.current < signOfLife) return
      last.current = Date.now()
      void client.stay()
    }
    window.addEventListener('keydown', alive)
    window.addEventListener('pointerdown', alive)
    return () => {
      window.removeEventListener('keydown', alive)
      window.removeEventListener('pointerdown', alive)
    }
  }, [client])

  const ends = Math.min(idleAt, endsAt)
  const left = ends - now
  if (!client || left > warnBefore || left <= 0) return null
  const absolute = endsAt <= idleAt
  return (
    <div className="notice warning session-warning" role="alert">
      <p>
        You will be signed out in {minutesAndSeconds(left / 1000)}
        {absolute ? ', because a sign-in lasts only so long' : ''}. What you typed is kept.{' '}
        {absolute ? null : (
          <button type="button" className="small" onClick={() => void client.stay()}>
            Stay signed in
          </button>
        )}
      </p>
    </div>
  )
}
