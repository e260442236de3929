import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CandidateTable } from '~/components/candidates/candidate-table'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { mayCommandKind } from '~/domain/abilities'
import { candidatesBy, isCandidateOrder } from '~/domain/candidates/candidates'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Candidates – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const { panel, ...found } = orRefuse(
    await services.candidates.candidates(session, args.params.panelId ?? '', 'candidates'),
  )
  if (!panel) return orRefuse(notFound)
  const asked = new URL(args.request.url).searchParams.get('by') ?? ''
  const by = isCandidateOrder(asked) ? asked : ('score' as const)
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    by,
    candidates: candidatesBy(found.candidates, by),
    matrix: found.matrix,
    waits: found.waits,
    mayRefer: found.viewer.agencyId !== null && mayCommandKind(found.viewer.role, 'makeReferral'),
    mayPutForward: mayCommandKind(found.viewer.role, 'putForwardCandidate'),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  forward: 'He is put forward: his case is due for the agenda, with his score as it stands today.',
  withdrawn: 'He is no longer put forward. The reason is on record.',
}

export default function CandidatesPage() {
  const { name, done, panel, by, candidates, matrix, waits, mayPutForward, mayRefer, once } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}/candidates`
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Candidates' },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Candidates
      </h1>
      <p>
        People ranked by what they have done: how recently, how often, how gravely and to how many. A score
        shows where to look. It is not a risk assessment, and people decide who comes before the panel.
      </p>
      <ul className="plain panel-links">
        <li>
          <a href={`${here}/matrix`}>
            The scoring matrix: {matrix.version === 0 ? 'starting values' : `version ${matrix.version}`}
          </a>
        </li>
        {candidates.length > 0 ? (
          <li>
            <a href={`${here}.csv`} download>
              Take the list away (CSV)
            </a>
          </li>
        ) : null}
      </ul>
      {waits ? (
        <p className="inset">
          A meeting is in session. Who is on its agenda shows here once you have{' '}
          <a href={`/panels/${panel.id}`}>joined it</a>.
        </p>
      ) : null}
      {candidates.length === 0 ? (
        <p className="empty">
          Nobody is ranked. Incidents come in with the import, as incidents.csv; whoever has one in the months
          that the matrix looks back will be here.
        </p>
      ) : (
        <CandidateTable
          candidates={candidates}
          by={by}
          here={here}
          panelId={panel.id}
          mayPutForward={mayPutForward}
          mayRefer={mayRefer}
          refused={refused}
          once={once}
        />
      )}
    </PageFrame>
  )
}
