import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useMemo } from 'react'
import { WallScreen } from '~/components/room/wall-screen'
import { viewOfThings } from '~/domain/meeting/room-view'
import { orRefuse, signedIn } from '~/http/page.server'
import { useNow, useRoom } from '~/live/use-room'

export const meta: MetaFunction = () => [{ title: 'Big screen – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const meetingId = args.params.meetingId ?? ''
  const room = orRefuse(await services.reads.room(session, meetingId, 'wall'))
  return {
    meetingId,
    accountId: room.viewer.accountId,
    things: room.view,
    cursor: room.cursor,
    now: room.now,
    idleAt: session.idleAt,
    endsAt: session.endsAt,
  }
}

export default function Wall() {
  const data = useLoaderData<typeof loader>()
  const first = useMemo(() => viewOfThings(data.things), [data.things])
  const { room } = useRoom({ ...data, surface: 'wall', view: first })
  const now = useNow(room.ahead, data.now)
  return (
    <WallScreen
      view={room.view}
      meetingId={data.meetingId}
      now={now}
      connected={room.connection === 'live'}
      signedOut={room.connection === 'signed_out'}
    />
  )
}
