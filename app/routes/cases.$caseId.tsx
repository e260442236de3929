import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CaseFile, doneInCaseFile } from '~/components/case/case-file'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { panelKindInFull } from '~/components/panel/panel-words'
import { pageViewer } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { notFound } from '~/domain/refusals'
import { oneOf, viewOfThings } from '~/domain/meeting/room-view'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

// A title stays in the browser's history: the reference, never a name.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.caseRef ?? 'Case'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const caseId = args.params.caseId ?? ''
  const { viewer, view, readers } = orRefuse(await services.reads.caseFile(session, caseId))
  const itsCase = view.find((thing) => thing.kind === 'case' && thing.id === caseId)
  if (itsCase?.kind !== 'case') return orRefuse(notFound)
  return {
    name: session.name,
    done: doneIn(args.request),
    caseId,
    caseRef: itsCase.caseRef,
    panelId: viewer.panelId,
    things: view,
    readers,
    today: localDay(services.clock()),
    once: crypto.randomUUID(),
    viewer: pageViewer(viewer),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

export default function CasePage() {
  const { name, done, caseId, caseRef, panelId, things, readers, today, once, viewer } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const view = viewOfThings(things)
  const panel = oneOf(view, 'panel', panelId)
  const itsCase = oneOf(view, 'case', caseId)
  const person = oneOf(view, 'person', itsCase?.personId)
  if (!itsCase || !panel) return null
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panelId}` },
        { label: caseRef },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneInCaseFile} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">
          Case {caseRef}, {panel.name}. {panelKindInFull[panel.panelKind]}
        </span>
        {person ? `${person.givenName} ${person.familyName}` : caseRef}
      </h1>
      <CaseFile {...{ view, itsCase, person, viewer, readers, today, once, refused }} />
    </PageFrame>
  )
}
