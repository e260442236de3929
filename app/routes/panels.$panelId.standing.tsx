import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageFrame } from '~/components/page/page-frame'
import { StandingTable } from '~/components/panel/standing-table'
import { notFound } from '~/domain/refusals'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Attendance, returns and actions of ${data?.panel.name ?? 'a panel'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const {
    ok: _,
    viewer: __,
    panel: panels,
    ...found
  } = orRefuse(await services.standing.standing(session, args.params.panelId ?? ''))
  const [panel] = panels
  if (!panel) throw orRefuse(notFound)
  return { name: session.name, panel, ...found }
}

export default function StandingPage() {
  const { name, panel, ...standing } = useLoaderData<typeof loader>()
  const falling = standing.attendance.filter((one) => one.fallingOff)
  const nameOf = (agencyId: string) => standing.agencies.find((agency) => agency.id === agencyId)?.name ?? ''
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Agencies' },
      ]}
    >
      <h1>
        <span className="caption">{panel.name}</span>
        Attendance, returns and actions by agency
      </h1>
      {standing.meetings.length === 0 ? (
        <p className="empty">
          No meeting has been held yet. After the first, each agency’s attendance and returns are here.
        </p>
      ) : null}
      {falling.length > 0 ? (
        <p className="notice warning">
          Not there, with or without apologies, at the last{' '}
          {standing.missedMeetings === 1 ? 'meeting' : `${standing.missedMeetings} meetings or more`}:{' '}
          {falling.map((one) => nameOf(one.agencyId)).join(', ')}. Someone should ask them why.
        </p>
      ) : null}
      <StandingTable {...standing} />
      <p className="quiet">
        Over the last {standing.meetings.length} meetings held; how many, and when an agency counts as falling
        off, is set in the <a href={`/panels/${panel.id}/policy#meeting`}>panel settings</a>. Returns and
        actions are counted from what you may see.
      </p>
    </PageFrame>
  )
}
