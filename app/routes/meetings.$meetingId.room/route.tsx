import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { mayCommandKinds } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { isInCircle } from '~/domain/sight/viewer'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'
import { LiveRoom } from './live-room'

export const meta: MetaFunction = () => [{ title: 'Live meeting – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const room = orRefuse(await services.reads.room(session, args.params.meetingId ?? ''))
  const query = new URL(args.request.url).searchParams
  return {
    meetingId: args.params.meetingId ?? '',
    viewer: room.viewer,
    things: room.view,
    cursor: room.cursor,
    now: room.now,
    today: localDay(room.now),
    held: await services.reads.heldSince(args.params.meetingId ?? '', room),
    commands: mayCommandKinds(room.viewer.role),
    mayCheckSafety: isInCircle(room.viewer),
    idleAt: session.idleAt,
    endsAt: session.endsAt,
    item: query.get('item'),
    record: query.get('record'),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

export default function Room() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <LiveRoom key={data.meetingId} opening={data} refused={refused} />
}
