import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ShownFigure } from '~/components/panel/shown-figure'
import { PageFrame } from '~/components/page/page-frame'
import { panelKindInFull } from '~/components/panel/panel-words'
import { pagesOf } from '~/domain/abilities'
import { decisionOutcomes, type DecisionOutcome } from '~/domain/catalogues/entries'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Figures of ${data?.figures.panel.name ?? 'the panel'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const { viewer, ...figures } = orRefuse(await services.reads.figures(session, args.params.panelId ?? ''))
  return { name: session.name, figures, hasPanelPage: pagesOf(viewer.role).panel }
}

const outcomeName = (key: string) =>
  key in decisionOutcomes ? decisionOutcomes[key as DecisionOutcome] : 'No decision recorded'

export default function Figures() {
  const { name, figures, hasPanelPage } = useLoaderData<typeof loader>()
  const { panel, outcomes, suppressed } = figures
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      narrow
      crumbs={[
        { label: 'Your panels', href: '/' },
        hasPanelPage ? { label: panel.name, href: `/panels/${panel.id}` } : { label: panel.name },
        { label: 'Figures' },
      ]}
    >
      <h1>
        <span className="caption">
          {panel.name}, {panelKindInFull[panel.kind]}
        </span>
        Figures
      </h1>
      <p>Everything recorded here since the panel began.</p>
      {suppressed ? (
        <p className="inset">
          Counts from 1 to 4 show as “fewer than 5”. Where a table holds such a count, its total is not shown
          either, so that nobody can be found by taking one number from another.
        </p>
      ) : null}
      <table className="figures">
        <caption>The panel</caption>
        <tbody>
          <Row label="Meetings held" n={figures.meetingsHeld} />
          <Row label="Agencies" n={figures.agencies} />
          <Row label="Cases referred" n={figures.casesReferred} />
        </tbody>
      </table>
      <table className="figures">
        <caption>What the panel decided, each time a case was heard</caption>
        <tbody>
          {outcomes.lines.map((line) => (
            <Row key={line.key} label={outcomeName(line.key)} n={line.n} />
          ))}
        </tbody>
        <tfoot>
          <Row label="Cases heard" n={outcomes.total} />
        </tfoot>
      </table>
    </PageFrame>
  )
}

function Row({ label, n }: { label: string; n: Parameters<typeof ShownFigure>[0]['n'] }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td className="number">
        <ShownFigure n={n} />
      </td>
    </tr>
  )
}
