import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { MinutesRecord } from '~/components/minutes-record'
import { PageFrame } from '~/components/page-frame'
import { weekdayDate } from '~/components/dates'
import { allOf, meetingIn, viewOfThings } from '~/domain/room-view'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Minutes – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const meetingId = args.params.meetingId ?? ''
  const minutes = orRefuse(await services.reads.minutes(session, meetingId))
  return { meetingId, name: session.name, things: minutes.view, headHash: minutes.headHash, now: minutes.now, viewer: minutes.viewer }
}

export default function Minutes() {
  const data = useLoaderData<typeof loader>()
  const view = viewOfThings(data.things)
  const meeting = meetingIn(view, data.meetingId)
  const panel = allOf(view, 'panel')[0]
  if (!meeting || !panel) return null
  return (
    <PageFrame name={data.name} sandbox={panel.sandbox} crumbs={[{ label: panel.name, href: `/panels/${panel.id}` }, { label: 'Minutes' }]}>
      <h1>
        <span className="caption">{meeting.status === 'closed' ? 'Minutes' : 'Minutes so far'}</span>
        {panel.name}, {weekdayDate(meeting.date)}
      </h1>
      <MinutesRecord view={view} meeting={meeting} viewer={data.viewer} headHash={data.headHash} readAt={data.now} readerName={data.name} />
    </PageFrame>
  )
}
