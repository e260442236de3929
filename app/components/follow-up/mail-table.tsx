import { dateAndTime } from '../page/dates'

interface Mail {
  id: string
  to: string
  occasion: string
  state: 'waiting' | 'sent' | 'failed' | 'dropped'
  askedAt: number
  nextAt: number
  sentAt: number | null
  tries: number
  fault: string | null
}

const stateTag = { waiting: 'tag', sent: 'tag good', failed: 'tag bad', dropped: 'tag' } as const

const stateOf = (mail: Mail, isSetUp: boolean) => {
  switch (mail.state) {
    case 'sent':
      return `Sent ${dateAndTime(mail.sentAt ?? mail.askedAt)}`
    case 'failed':
      return `Not sent after ${mail.tries} tries`
    case 'dropped':
      return 'Not sent any more'
    case 'waiting':
      return isSetUp ? `Waits until ${dateAndTime(mail.nextAt)}` : 'Waits: no mail server is set up'
    default:
      return mail.state satisfies never
  }
}

/** What was mailed to whom, and what was not. */
export function MailTable({ mails, isSetUp }: { mails: readonly Mail[]; isSetUp: boolean }) {
  if (mails.length === 0) return <p className="empty">No mail has been asked for yet.</p>
  return (
    <table className="mails">
      <thead>
        <tr>
          <th scope="col">To</th>
          <th scope="col">What it says</th>
          <th scope="col">State</th>
        </tr>
      </thead>
      <tbody>
        {mails.map((mail) => (
          <tr key={mail.id}>
            <th scope="row">{mail.to}</th>
            <td>
              {mail.occasion}
              <span className="caption small">Asked for {dateAndTime(mail.askedAt)}</span>
            </td>
            <td>
              <span className={stateTag[mail.state]}>{stateOf(mail, isSetUp)}</span>
              {mail.fault ? <span className="caption small">Last fault: {mail.fault}</span> : null}
              {mail.state === 'failed' ? (
                <form method="post" className="one-button">
                  <input type="hidden" name="mailId" value={mail.id} />
                  <button type="submit" className="secondary small" aria-label={`Send again to ${mail.to}`}>
                    Send again
                  </button>
                </form>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
