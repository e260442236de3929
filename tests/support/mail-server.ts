import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export interface CaughtMail {
  from: string
  to: string[]
  raw: string
  headers: Record<string, string>
  text: string
}

const parted = (raw: string): Pick<CaughtMail, 'headers' | 'text'> => {
  const [head = '', ...rest] = raw.split('\r\n\r\n')
  const headers = Object.fromEntries(
    head
      .replace(/\r\n[ \t]+/g, ' ')
      .split('\r\n')
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 1).trim(),
      ]),
  )
  const body = rest.join('\r\n\r\n')
  const plain =
    headers['content-transfer-encoding'] === 'quoted-printable'
      ? body
          .replace(/=\r\n/g, '')
          .replace(/(?:=[0-9A-F]{2})+/g, (bytes) => decodeURIComponent(bytes.replaceAll('=', '%')))
      : body
  return { headers, text: plain.replaceAll('\r\n', '\n') }
}

/** A mail server on a port of the system's choice that keeps what it is given, and can be told to refuse. */
export class MailServer {
  readonly caught: CaughtMail[] = []
  /** The code with which recipients are refused; null: everything is taken. */
  refusing: number | null = null
  private readonly server: SMTPServer

  private constructor() {
    this.server = new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      disableReverseLookup: true,
      onRcptTo: (address, _session, done) =>
        this.refusing === null
          ? done()
          : done(
              Object.assign(new Error(`No such box: ${address.address}`), { responseCode: this.refusing }),
            ),
      onData: (stream, session, done) => {
        const chunks: Buffer[] = []
        stream.on('data', (chunk: Buffer) => chunks.push(chunk))
        stream.on('end', () => {
          const raw = Buffer.concat(chunks).toString('utf8')
          const from = session.envelope.mailFrom
          this.caught.push({
            from: from === false ? '' : from.address,
            to: session.envelope.rcptTo.map((one) => one.address),
            raw,
            ...parted(raw),
          })
          done()
        })
      },
    })
  }

  static async start(): Promise<MailServer> {
    const mailServer = new MailServer()
    mailServer.server.on('error', () => undefined)
    await new Promise<void>((ready) => mailServer.server.listen(0, '127.0.0.1', ready))
    return mailServer
  }

  get url(): string {
    return `smtp://127.0.0.1:${(this.server.server.address() as AddressInfo).port}`
  }

  to(address: string): CaughtMail[] {
    return this.caught.filter((mail) => mail.to.includes(address))
  }

  stop(): Promise<void> {
    return new Promise((done) => this.server.close(() => done()))
  }
}
