import { useEffect, useRef } from 'react'
import type { Refusal } from '~/domain/refusals'

/** What was refused, in one place, at the top of the form; takes the focus so that nobody misses it. */
export function ErrorSummary({ refusal }: { refusal: Refusal | undefined }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (refusal) box.current?.focus()
  }, [refusal])
  if (!refusal) return null
  const messages = refusal.missing?.length
    ? refusal.missing
    : (refusal.fields ?? []).map((fault) => fault.message)
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <h2>{refusal.code === 'gate' ? 'Not yet' : 'Please check this'}</h2>
      {messages.length > 1 && messages.includes(refusal.message) ? null : <p>{refusal.message}</p>}
      {messages.length > 0 && !(messages.length === 1 && messages[0] === refusal.message) ? (
        <ul>
          {messages.map((message) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
