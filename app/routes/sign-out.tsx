import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { pageContext, sessionOf } from '~/http/page.server'
import { goSignedOut } from '~/http/session-change.server'

export async function loader() {
  return redirect('/')
}

export async function action(args: ActionFunctionArgs) {
  const session = await sessionOf(args)
  if (session) await pageContext(args).services.sessions.end(session.id)
  return goSignedOut(args, '/sign-in?done=signed-out')
}
