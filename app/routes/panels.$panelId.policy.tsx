import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DoneNotice, Fold, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { CriteriaForm, SignInForm } from '~/components/panel/panel-forms'
import { PolicyForm, PolicyTable, Sourced } from '~/components/panel/policy-table'
import { SettingsVersions } from '~/components/panel/settings-versions'
import { mayCommand, pagesOf } from '~/domain/abilities'
import { cadenceInWords } from '~/domain/agenda/series-days'
import { policyValues, shownPolicy } from '~/domain/panel/policy'
import { policyGroups, type PolicyGroup } from '~/domain/catalogues/policy/setting-kinds'
import { criteriaSource, settingsHistory } from '~/domain/panel/settings-history'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Settings of ${data?.panel.name ?? 'a panel'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.policies(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  const { role } = found.viewer
  if (!panel || !pagesOf(role).panel) throw orRefuse(notFound)
  const agencyName = (id: string) => found.agencies.find((agency) => agency.id === id)?.name ?? 'an agency'
  const criteria = found.criteria.find((set) => set.version === panel.criteriaVersion)
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    version: found.policies[0]?.version ?? 0,
    settings: shownPolicy(found.policies, agencyName),
    cadence: cadenceInWords(policyValues(found.policies[0])),
    agencies: found.agencies
      .map(({ id, name }) => ({ value: id, label: name }))
      .sort((a, b) => (a.label < b.label ? -1 : 1)),
    criteria: criteria ? { ...criteria, ...criteriaSource(criteria) } : null,
    versions: settingsHistory(found.policies, found.criteria, agencyName),
    names: found.members.map(({ id, name }) => ({ id, name })),
    pages: pagesOf(role),
    may: {
      adopt: mayCommand(found.viewer, 'adoptPolicy'),
      changeCriteria: mayCommand(found.viewer, 'changeCriteria'),
      changeSignIn: mayCommand(found.viewer, 'changePanelSettings'),
    },
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  adopted:
    'The new version of the settings is in force. What was decided before keeps the version it was decided under.',
  criteria: 'The new criteria are adopted. What was found under the old ones keeps their wording.',
  signIn: 'What is asked at sign-in is changed.',
}

export default function SettingsPage() {
  const {
    name,
    done,
    panel,
    version,
    settings,
    cadence,
    agencies,
    criteria,
    versions,
    names,
    pages,
    may,
    once,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}/policy`
  const form = (done: string) => ({ panelId: panel.id, once, to: `${here}?done=${done}`, refused })
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Settings' },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Panel settings
      </h1>
      <p>
        {version === 0 ? 'Nothing has been changed yet.' : `Version ${version} is in force.`} Each change
        makes a new version, with who made it and why; what was decided keeps the version it was decided
        under. <a href="#versions">All versions</a>
      </p>
      <p className="quiet">
        National: a rule or definition used across England and Wales. Local: this panel’s own choice, or one
        that is left to each panel. Unverified: a starting value taken from a published example or from us,
        for the panel to check.
      </p>
      <nav aria-label="On this page">
        <ul className="plain panel-links">
          {Object.entries(policyGroups).map(([group, title]) => (
            <li key={group}>
              <a href={`#${group}`}>{title}</a>
            </li>
          ))}
          <li>
            <a href="#criteria">Eligibility criteria</a>
          </li>
          <li>
            <a href="#sign-in">Sign-in</a>
          </li>
        </ul>
      </nav>
      {(Object.keys(policyGroups) as PolicyGroup[]).map((group) => {
        const mine = settings.filter((setting) => setting.group === group)
        return (
          <section key={group} aria-labelledby={group}>
            <h2 id={group}>{policyGroups[group]}</h2>
            {group === 'sittings' ? <p>{cadence}.</p> : null}
            <PolicyTable settings={mine} caption={policyGroups[group]} />
            {group === 'agencies' && pages.members ? (
              <p>
                <a href={`/panels/${panel.id}/agencies`}>Add or rename an agency</a>
              </p>
            ) : null}
            {group === 'sittings' && pages.meetings ? (
              <p>
                <a href={`/panels/${panel.id}/series`}>Meeting series</a>{' '}
                <span className="quiet">A series that is set up already keeps its own days.</span>
              </p>
            ) : null}
            {may.adopt ? (
              <Fold
                title={`Change: ${policyGroups[group].toLowerCase()}`}
                form={`policy-${group}`}
                refused={refused}
              >
                <PolicyForm
                  settings={mine}
                  agencies={agencies}
                  name={`policy-${group}`}
                  {...form('adopted')}
                />
              </Fold>
            ) : null}
          </section>
        )
      })}
      <section aria-labelledby="criteria">
        <h2 id="criteria">Eligibility criteria</h2>
        {criteria ? (
          <>
            <ol>
              {criteria.criteria.map((criterion) => (
                <li key={criterion.key}>{criterion.label}</li>
              ))}
            </ol>
            <p>
              <Sourced
                status={criteria.status}
                source={criteria.source}
                since={
                  criteria.adopted ? { version: criteria.version, adoptedAt: criteria.adopted.at } : null
                }
              />
            </p>
          </>
        ) : null}
        {may.changeCriteria ? (
          <Fold title="Change the criteria" form="changeCriteria" refused={refused}>
            <CriteriaForm {...form('criteria')} criteria={criteria?.criteria ?? []} />
          </Fold>
        ) : null}
      </section>
      <section aria-labelledby="sign-in">
        <h2 id="sign-in">Sign-in</h2>
        <p>
          Second factor: {panel.secondFactorRequired ? 'asked of every member' : 'up to each member'}.
          <Sourced status="local" source="Set by this panel" />
        </p>
        {may.changeSignIn ? (
          <Fold title="Change what is asked at sign-in" form="changePanelSettings" refused={refused}>
            <SignInForm {...form('signIn')} panel={panel} />
          </Fold>
        ) : null}
      </section>
      <section aria-labelledby="versions">
        <h2 id="versions">Versions</h2>
        <SettingsVersions
          versions={versions}
          nameOf={(memberId) => names.find((one) => one.id === memberId)?.name ?? 'a former member'}
        />
      </section>
    </PageFrame>
  )
}
