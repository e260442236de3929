import { redirect, type ActionFunctionArgs, type TypedResponse } from '@remix-run/node'
import { endedCookie, sessionCookie } from '~/wire/session-cookie'
import { pageContext } from './page.server'
import { safePath } from './safe-path.server'

/** Where to go, with the cookie of a session just begun. */
export const goSignedIn = (args: ActionFunctionArgs, token: string, to: unknown): TypedResponse<never> =>
  redirect(safePath(typeof to === 'string' ? to : '/'), {
    status: 303,
    headers: { 'Set-Cookie': sessionCookie(token, pageContext(args).production) },
  })

/** Where to go without a session. */
export const goSignedOut = (args: ActionFunctionArgs, to: string): TypedResponse<never> =>
  redirect(to, { status: 303, headers: { 'Set-Cookie': endedCookie(pageContext(args).production) } })

/** Headers for an answer that puts a new session in place of this one; what loads with the answer belongs to the new one. */
export const carryOnAs = (args: ActionFunctionArgs, token: string): HeadersInit => {
  const context = pageContext(args)
  context.newToken = token
  return { 'Set-Cookie': sessionCookie(token, context.production) }
}
