import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AddAgencyForm, AgencyTable } from '~/components/panel/agency-forms'
import { DoneNotice, Fold, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { pagesOf } from '~/domain/abilities'
import { policyValues } from '~/domain/panel/policy'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Agencies of ${data?.panel.name ?? 'the panel'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  if (!panel || !pagesOf(found.viewer.role).members) throw orRefuse(notFound)
  const { coreAgencyIds } = policyValues(found.policy)
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    agencies: found.agencies
      .map((agency) => ({
        ...agency,
        core: coreAgencyIds.includes(agency.id),
        members: found.members.filter((member) => member.active && member.agencyId === agency.id).length,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  added: 'The agency is added. Give it a member next, so that someone stands for it.',
  changed: 'The agency is changed.',
}

export default function Agencies() {
  const { name, done, panel, agencies, once } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}/agencies`
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
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Agencies
      </h1>
      <p>
        Who stands for each is kept under <a href={`/panels/${panel.id}/members`}>members</a>. Which agencies
        have been core, and since when, is in the{' '}
        <a href={`/panels/${panel.id}/policy#versions`}>versions of the settings</a>.
      </p>
      <Fold title="Add an agency" form="addAgency" refused={refused}>
        <AddAgencyForm panelId={panel.id} once={once} to={`${here}?done=added`} refused={refused} />
      </Fold>
      {agencies.length === 0 ? (
        <p className="empty">No agency sits on this panel yet. Each one you add will be here.</p>
      ) : null}
      <AgencyTable
        agencies={agencies}
        panelId={panel.id}
        once={once}
        to={`${here}?done=changed`}
        refused={refused}
      />
    </PageFrame>
  )
}
