import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { SeriesForm } from '~/components/agenda/series-form'
import { SeriesList } from '~/components/agenda/series-list'
import { mayCommandKind, pagesOf } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { calendarOf } from '~/domain/panel/panel-calendar'
import { policyValues } from '~/domain/panel/policy'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Meeting series – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  if (!panel || !pagesOf(found.viewer.role).meetings) throw orRefuse(notFound)
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    policy: policyValues(found.policy),
    series: found.series,
    meetings: found.meetings,
    today: localDay(services.clock()),
    once: crypto.randomUUID(),
    mayPlan: mayCommandKind(found.viewer.role, 'planFromSeries'),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  set: 'The series is set up. Plan its meetings ahead when its days are right.',
  planned: 'The meetings are planned, each with its cut-off.',
  ended: 'The series has ended. What was planned from it stays.',
}

export default function MeetingSeriesPage() {
  const { name, done, panel, policy, series, meetings, today, once, mayPlan } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[{ label: panel.name, href: `/panels/${panel.id}` }, { label: 'Meeting series' }]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Meeting series
      </h1>
      <p>
        Days are worked out with the bank holidays of England and Wales, and with the{' '}
        <a href={`/panels/${panel.id}/policy#sittings`}>days that the panel does not count</a>.
      </p>
      <SeriesList
        panelId={panel.id}
        series={series}
        meetings={meetings}
        today={today}
        calendar={calendarOf(policy)}
        mayPlan={mayPlan}
        once={once}
        refused={refused}
      />
      {mayPlan ? (
        <SeriesForm panelId={panel.id} usual={policy} today={today} once={once} refused={refused} />
      ) : null}
    </PageFrame>
  )
}
