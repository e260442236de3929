import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { PageFrame } from '~/components/page/page-frame'
import { PaperLinks, PaperPage } from '~/components/minutes/paper-page'
import { pageViewer } from '~/domain/abilities'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Extract – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const meetingId = args.params.meetingId ?? ''
  const { viewer, panel, paper, state } = orRefuse(await services.reads.paper(session, meetingId, 'extract'))
  const { runs } = pageViewer(viewer)
  return {
    name: session.name,
    meetingId,
    panel: { id: panel.id, name: panel.name, sandbox: panel.sandbox },
    paper,
    files: runs || (state !== 'draft' && state !== 'open'),
  }
}

export default function Extract() {
  const { name, meetingId, panel, paper, files } = useLoaderData<typeof loader>()
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Minutes', href: `/meetings/${meetingId}/minutes` },
        { label: 'Extract' },
      ]}
    >
      <PaperPage paper={paper} />
      <PaperLinks meetingId={meetingId} what="extract" files={files} />
    </PageFrame>
  )
}
