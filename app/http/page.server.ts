import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { refusalStatus, type Refusal } from '~/domain/refusals'
import type { PageContext } from '../../server/http'
import type { Session } from '../../server/accounts/sessions'
import { cookieToken } from '~/wire/session-cookie'
import { safePath } from './safe-path.server'

type Args = LoaderFunctionArgs | ActionFunctionArgs

export const pageContext = (args: Args): PageContext => args.context as unknown as PageContext

export interface SignedIn {
  services: PageContext['services']
  session: Session
  context: PageContext
}

const here = (request: Request) => {
  const url = new URL(request.url)
  return `${url.pathname.replace(/\.data$/, '')}${url.search}`
}

/** The session if someone is signed in, whatever they still owe. */
export const sessionOf = async (args: Args): Promise<Session | undefined> => {
  const { services, production, newToken } = pageContext(args)
  return services.sessions.byToken(newToken ?? cookieToken(args.request.headers.get('Cookie'), production))
}

/** Who looks at this page; to anyone else, the way to sign in and back here. */
export const signedIn = async (args: Args): Promise<SignedIn> => {
  const context = pageContext(args)
  const session = await sessionOf(args)
  const to = encodeURIComponent(safePath(here(args.request)))
  if (!session) throw redirect(`/sign-in?to=${to}`)
  if (session.secondFactorDue) throw redirect(`/sign-in/second-factor?to=${to}`)
  return { services: context.services, session: await context.services.sessions.touch(session), context }
}

/** The value, or the refusal as a page, or the way to mend it. */
export const orRefuse = <T extends { ok?: unknown }>(value: T | Refusal): Exclude<T, Refusal> => {
  if (value.ok !== false) return value as Exclude<T, Refusal>
  const refusal = value as Refusal
  if (refusal.code === 'second_factor_first') throw redirect('/account/second-factor?asked=yes')
  throw new Response(refusal.message, { status: refusalStatus[refusal.code] })
}
