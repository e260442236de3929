import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dateAndTime } from '~/components/page/dates'
import { MatrixForm, MatrixTable } from '~/components/candidates/matrix-table'
import { DoneNotice, Fold, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { mayCommandKind } from '~/domain/abilities'
import { matrixChanges, shownMatrix } from '~/domain/candidates/matrix-words'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Scoring matrix – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const { panel, ...found } = orRefuse(
    await services.candidates.candidates(session, args.params.panelId ?? '', 'candidates'),
  )
  if (!panel) return orRefuse(notFound)
  const names = new Map(found.members.map((member) => [member.id, member.name]))
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    matrix: found.matrix,
    shown: shownMatrix(found.matrix.values),
    versions: found.matrices.map((one, index) => ({
      version: one.version,
      reason: one.reason,
      adoptedAt: one.adoptedAt,
      by: names.get(one.adoptedBy) ?? '',
      changes: matrixChanges(found.matrices[index + 1]?.values, one.values),
    })),
    mayAdopt: mayCommandKind(found.viewer.role, 'adoptScoringMatrix'),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  adopted:
    'The new matrix is in force. Whoever was put forward before keeps the score and the version of that day.',
}

export default function MatrixPage() {
  const { name, done, panel, matrix, shown, versions, mayAdopt, once } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const candidates = `/panels/${panel.id}/candidates`
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Candidates', href: candidates },
        { label: 'Scoring matrix' },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Scoring matrix
      </h1>
      <p>
        {matrix.version === 0
          ? 'None adopted yet: the starting values below are in force.'
          : `Version ${matrix.version} is in force.`}{' '}
        A score is the sum of the four parts.
      </p>
      <MatrixTable shown={shown} />
      {mayAdopt ? (
        <Fold title="Change the matrix" form="adoptScoringMatrix" refused={refused}>
          <MatrixForm
            values={matrix.values}
            panelId={panel.id}
            once={once}
            to={`${candidates}/matrix?done=adopted`}
            refused={refused}
          />
        </Fold>
      ) : null}
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        {versions.length === 0 ? <p>None adopted yet.</p> : null}
        <ol reversed className="plain">
          {versions.map((one) => (
            <li key={one.version} className="inset">
              <strong>Version {one.version}</strong>, {dateAndTime(one.adoptedAt)}, {one.by}: {one.reason}
              <ul>
                {one.changes.map((change) => (
                  <li key={change}>{change}</li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </section>
    </PageFrame>
  )
}
