import { people, type Who } from './people'

// Commands by plain form posts, as a browser without script sends them: to bring a meeting to where a test begins.

const unescaped = (html: string) =>
  html.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"')

export class FrontDoor {
  private readonly cookies = new Map<Who, string>()
  private accounts: Map<string, string> | undefined

  constructor(readonly address: string) {}

  /** The demo chooser's own buttons say which account is whose. */
  async accountOf(who: Who): Promise<string> {
    if (!this.accounts) {
      const page = await (await fetch(`${this.address}/sign-in`)).text()
      const seats = page.matchAll(/name="accountId" value="([^"]+)"[^>]*><span>([^<]+)<\/span>/g)
      this.accounts = new Map([...seats].map(([, id = '', name = '']) => [unescaped(name), id]))
    }
    const account = this.accounts.get(people[who])
    if (!account) throw new Error(`${people[who]} is not among the demo sign-ins.`)
    return account
  }

  private async cookieOf(who: Who): Promise<string> {
    const known = this.cookies.get(who)
    if (known) return known
    const answer = await this.post('/sign-in', { accountId: await this.accountOf(who), to: '/' })
    const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
    if (!cookie) throw new Error(`${people[who]} was not signed in.`)
    this.cookies.set(who, cookie)
    return cookie
  }

  private post(path: string, fields: Record<string, string>, cookie?: string) {
    return fetch(`${this.address}${path}`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: this.address, ...(cookie ? { Cookie: cookie } : {}) },
      body: new URLSearchParams(fields),
    })
  }

  async read(who: Who, path: string): Promise<string> {
    const answer = await fetch(`${this.address}${path}`, { headers: { Cookie: await this.cookieOf(who) } })
    return answer.text()
  }

  /** The meeting to come, as this person's front page links to it. */
  async comingMeeting(who: Who): Promise<string> {
    const id = /\/meetings\/([\w-]+)\/agenda/.exec(await this.read(who, '/'))?.[1]
    if (!id) throw new Error('The front page links to no meeting.')
    return id
  }

  /** Items of a meeting in the agenda's order. */
  async items(who: Who, meetingId: string): Promise<string[]> {
    const room = await this.read(who, `/meetings/${meetingId}/room`)
    return [...room.matchAll(/href="\?item=([\w-]+)" aria-current|href="\?item=([\w-]+)"/g)].map(
      (found) => found[1] ?? found[2] ?? '',
    )
  }

  async command(
    who: Who,
    kind: string,
    meetingId: string,
    fields: Record<string, string> = {},
  ): Promise<void> {
    const answer = await this.post(
      `/meetings/${meetingId}/room`,
      { kind, meetingId, ...fields },
      await this.cookieOf(who),
    )
    if (answer.status !== 303)
      throw new Error(`${people[who]} could not ${kind}: ${answer.status} ${await answer.text()}`)
  }
}
