import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { HomePanel } from '~/components/page/home-panel'
import { PageFrame } from '~/components/page/page-frame'
import { pagesOf } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { signedIn } from '~/http/page.server'

export const meta = () => [{ title: 'Your panels – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const [panels, needs] = await Promise.all([services.reads.panelsOf(session), services.home.needs(session)])
  const today = localDay(services.clock())
  return {
    name: session.name,
    panels: panels.map((panel) => ({
      ...panel,
      pages: pagesOf(panel.role),
      coming: panel.coming.map((meeting) => ({
        ...meeting,
        join: meeting.status === 'open' || meeting.date === today,
      })),
      needs: needs[panel.id] ?? [],
    })),
  }
}

export default function Home() {
  const { name, panels } = useLoaderData<typeof loader>()
  const [only] = panels
  return (
    <PageFrame name={name} sandbox={panels.length === 1 && only?.sandbox === true}>
      <h1>{panels.length === 1 ? 'Your panel' : 'Your panels'}</h1>
      {panels.length === 0 ? (
        <p className="empty">
          You are not a member of a panel yet. When a coordinator adds you to one, its meetings and what needs
          you will be here.
        </p>
      ) : null}
      {panels.map((panel) => (
        <HomePanel key={panel.id} panel={panel} />
      ))}
    </PageFrame>
  )
}
