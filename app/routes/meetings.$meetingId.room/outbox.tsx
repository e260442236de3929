import type { RoomClient, Sending } from '~/live/room-client'

const named: Record<string, string> = {
  shareInformation: 'information',
  recordLever: 'a lever',
  planIntervention: 'an intervention',
  assignAction: 'an action',
  requestInformation: 'a request',
  recordDecision: 'a decision',
  answerSafetyCheck: 'a safety check',
  recordFinding: 'a criterion',
  recordPosition: 'a position',
  correctEntry: 'a correction',
}

const textOf = (sending: Sending): string => {
  const text =
    sending.typed['fields.what'] ??
    sending.typed['fields.rationale'] ??
    sending.typed['fields.plan'] ??
    sending.typed['reason'] ??
    ''
  return typeof text === 'string' ? text : ''
}

/** What has been recorded here but is not yet on the server, and what came back refused. */
export function Outbox({
  outbox,
  client,
  isOffline,
}: {
  outbox: readonly Sending[]
  client: RoomClient | null
  isOffline: boolean
}) {
  const slow = outbox.filter((sending) => sending.state === 'waiting' && textOf(sending) !== '')
  const refused = outbox.filter((sending) => sending.state === 'refused')
  if (slow.length + refused.length === 0) return null
  return (
    <section className="outbox no-print" aria-label="Not yet saved">
      <ul className="plain">
        {slow.map((sending) => (
          <li key={sending.commandId}>
            <span className="tag warn">{isOffline ? 'Not sent yet' : 'Sending'}</span>{' '}
            {named[String(sending.command.kind)] ?? 'a change'}: {textOf(sending).slice(0, 120)}
          </li>
        ))}
        {refused.map((sending) => (
          <li key={sending.commandId}>
            <span className="tag bad">Not saved</span> {sending.refusal?.message}{' '}
            <span className="quiet">{textOf(sending).slice(0, 120)}</span>{' '}
            <button type="button" className="link" onClick={() => client?.dismiss(sending.commandId)}>
              Dismiss
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
