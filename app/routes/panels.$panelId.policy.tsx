import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dateAndTime } from '~/components/page/dates'
import { DoneNotice, Fold, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { PolicyForm, PolicyTable } from '~/components/panel/policy-table'
import { mayOrderKind } from '~/domain/abilities'
import { policyChanges, shownPolicy } from '~/domain/panel/policy'
import { policyGroups, type PolicyGroup } from '~/domain/panel/policy-settings'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: `Policy of ${data?.panel.name ?? 'a panel'} – Panelroom` }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.policies(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  if (!panel || found.viewer.role === 'evaluator') throw orRefuse(notFound)
  const names = new Map(found.members.map((member) => [member.id, member.name]))
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    settings: shownPolicy(found.policies[0]),
    versions: found.policies.map((policy, index) => ({
      version: policy.version,
      reason: policy.reason,
      adoptedAt: policy.adoptedAt,
      by: names.get(policy.adoptedBy) ?? '',
      changes: policyChanges(found.policies[index + 1], policy),
    })),
    mayAdopt: mayOrderKind(found.viewer.role, 'adoptPolicy'),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = { adopted: 'The new version of the policy is in force. What was decided before keeps the version it was decided under.' }

export default function PolicyPage() {
  const { name, done, panel, settings, versions, mayAdopt, once } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}/policy`
  return (
    <PageFrame name={name} sandbox={panel.sandbox} crumbs={[{ label: 'Your panels', href: '/' }, { label: panel.name, href: `/panels/${panel.id}` }, { label: 'Policy' }]}>
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Policy: clocks, counts and reasons
      </h1>
      <p className="quiet">
        National: a rule or definition used across England and Wales. Local: this panel’s own choice. Unverified: a starting value taken from a published example or from us, for the panel to confirm or change.
      </p>
      {(Object.keys(policyGroups) as PolicyGroup[]).map((group) => {
        const mine = settings.filter((setting) => setting.group === group)
        return (
          <section key={group} aria-labelledby={group}>
            <h2 id={group}>{policyGroups[group]}</h2>
            <PolicyTable settings={mine} caption={policyGroups[group]} />
            {mayAdopt ? (
              <Fold title={`Change: ${policyGroups[group].toLowerCase()}`} form={`policy-${group}`} refused={refused}>
                <PolicyForm settings={mine} name={`policy-${group}`} panelId={panel.id} once={once} to={`${here}?done=adopted`} refused={refused} />
              </Fold>
            ) : null}
          </section>
        )
      })}
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        {versions.length === 0 ? <p>None adopted yet: every setting stands at its starting value.</p> : null}
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
