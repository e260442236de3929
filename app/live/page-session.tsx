import { useEffect, useState } from 'react'
import { keepForms } from './form-keeper'

const warnBefore = 2 * 60_000

/** On every page but the live room: keeps what is typed, and says in time when the sign-in is about to end. */
export function PageSession({ path, ends, now }: { path: string; ends: number | null; now: number }) {
  const [limit, setLimit] = useState(ends)
  const [left, setLeft] = useState<number | null>(null)

  useEffect(() => keepForms(path), [path])
  useEffect(() => setLimit(ends), [ends])
  useEffect(() => {
    if (limit === null) return
    const ahead = now - Date.now()
    const tick = () => setLeft(limit - (Date.now() + ahead))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
    // `now` is the server's clock when the page was made; it is only compared once.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [limit])

  const stay = async () => {
    const answer = await fetch('/session', { method: 'POST' })
    const said = answer.ok ? ((await answer.json()) as { ends: number | null }) : { ends: null }
    setLimit(said.ends)
  }

  if (limit === null || left === null || left > warnBefore) return null
  return (
    <div className="notice warning session-warning" role="alert">
      {left > 0 ? (
        <p>
          You will be signed out in {Math.ceil(left / 1000)} seconds. What you typed is kept.{' '}
          <button type="button" className="small" onClick={() => void stay()}>
            Stay signed in
          </button>
        </p>
      ) : (
        <p>
          You have been signed out. What you typed is kept:{' '}
          <a href={`/sign-in?to=${encodeURIComponent(path)}`}>sign in again</a>.
        </p>
      )}
    </div>
  )
}
