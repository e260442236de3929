import { data, type ActionFunctionArgs } from '@remix-run/node'
import { pageContext, sessionOf } from '~/http/page.server'

/** A person is at the keyboard of a page: the idle clock starts again. Gives when the session would end. */
export async function action(args: ActionFunctionArgs) {
  const session = await sessionOf(args)
  if (!session) return data({ ends: null }, { status: 401 })
  const kept = await pageContext(args).services.sessions.touch(session)
  return data({ ends: Math.min(kept.idleAt, kept.endsAt) })
}
