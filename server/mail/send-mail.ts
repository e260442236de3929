import { createHash } from 'node:crypto'
import type { Transporter } from 'nodemailer'
import type { Log } from '../log'
import { mailSubject, mailText } from './mail-words'
import type { Outbox, WaitingMail } from './outbox'

// Sends what waits in the outbox, all that waits for one person as one mail. What the server has taken is marked as sent
// after it answered; a crash in between sends it again under the same message id, by which the receiving side knows it.

export interface MailSettings {
  transport: Transporter
  /** The address that mail comes from. */
  from: string
  /** The public address of the site, for links. */
  baseUrl: string
}

const lookEveryMs = 5_000

const messageId = (batch: readonly WaitingMail[], baseUrl: string) => {
  const digest = createHash('sha256')
    .update(batch.map((mail) => mail.id).join(' '))
    .digest('hex')
    .slice(0, 32)
  return `<${digest}@${new URL(baseUrl).hostname}>`
}

/** The kind of fault, without anything that was sent: servers repeat addresses and text in their answers. */
const faultOf = (error: unknown): string => {
  const { code, responseCode } = error as { code?: unknown; responseCode?: unknown }
  if (typeof responseCode === 'number')
    return responseCode >= 500
      ? `refused by the mail server (${responseCode})`
      : `put off by the mail server (${responseCode})`
  return typeof code === 'string'
    ? `no connection to the mail server (${code})`
    : 'the mail server could not be used'
}

export const createMailSender = ({
  outbox,
  mail,
  log,
}: {
  outbox: Outbox
  mail: MailSettings | undefined
  log: Log
}) => {
  let running: Promise<void> | undefined

  const sendTo = async (settings: MailSettings, batch: readonly WaitingMail[]) => {
    const [first] = batch
    if (!first) return
    try {
      await settings.transport.sendMail({
        from: { name: 'Panelroom', address: settings.from },
        to: first.address,
        subject: mailSubject,
        text: mailText(batch, settings.baseUrl),
        messageId: messageId(batch, settings.baseUrl),
        headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      })
      await outbox.sent(batch.map((one) => one.id))
    } catch (error) {
      const fault = faultOf(error)
      log.warn({ mails: batch.length, fault }, 'mail could not be sent')
      await outbox.failed(batch, fault)
    }
  }

  const sendDue = async () => {
    if (!mail) return
    const byPerson = new Map<string, WaitingMail[]>()
    for (const one of await outbox.due())
      byPerson.set(one.address, [...(byPerson.get(one.address) ?? []), one])
    for (const batch of byPerson.values()) await sendTo(mail, batch)
  }

  /** Sends what is due; asked for while it runs, it does not run twice. */
  const run = (): Promise<void> => {
    running ??= sendDue()
      .catch(() => log.error('the outbox could not be read'))
      .finally(() => (running = undefined))
    return running
  }

  const timer = setInterval(() => void run(), lookEveryMs)
  timer.unref()

  return {
    isSetUp: mail !== undefined,
    run,
    close: async () => {
      clearInterval(timer)
      await running
      mail?.transport.close()
    },
  }
}
export type MailSender = ReturnType<typeof createMailSender>
