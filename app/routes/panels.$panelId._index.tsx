import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Fragment } from 'react'
import { PlanMeetingForm } from '~/components/panel/panel-forms'
import { PanelMeetings } from '~/components/panel/panel-meetings'
import { PanelPeople } from '~/components/panel/panel-people'
import { panelKindInFull } from '~/components/panel/panel-words'
import { DoneNotice, Fold, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { mayCommandKind, pagesOf } from '~/domain/abilities'
import { cadenceInWords } from '~/domain/agenda/series-days'
import { localDay } from '~/domain/dates/local-time'
import { policyValues, shownPolicy } from '~/domain/panel/policy'
import type { PolicyKey } from '~/domain/catalogues/policy-settings'
import { isInCircle } from '~/domain/sight/viewer'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.panel.name ?? 'Panel'} – Panelroom` },
]

/** What a member wants to know of the settings at a glance. */
const gistKeys: readonly PolicyKey[] = [
  'usualTime',
  'usualPlace',
  'meetingMinutes',
  'quorum',
  'noticeWorkingDays',
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  const { role } = found.viewer
  const pages = pagesOf(role)
  const [panel] = found.panel
  if (!pages.panel || !panel) throw redirect(`/panels/${found.viewer.panelId}/figures`)
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    policy: policyValues(found.policy),
    gist: shownPolicy(
      found.policy ? [found.policy] : [],
      (id) => found.agencies.find((agency) => agency.id === id)?.name ?? '',
    ).filter(({ key }) => gistKeys.includes(key)),
    agencies: found.agencies,
    members: found.members.filter((member) => member.active),
    meetings: found.meetings,
    today: localDay(services.clock()),
    once: crypto.randomUUID(),
    pages: {
      ...pages,
      candidates: isInCircle(found.viewer) && (await services.candidates.ranks(panel.id, panel.panelKind)),
    },
    may: {
      planMeeting: mayCommandKind(role, 'planMeeting'),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  planned: 'The meeting is planned. Its agenda can be built now.',
}

export default function PanelPage() {
  const { name, done, panel, policy, gist, agencies, members, meetings, today, once, pages, may } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}`
  const form = (done: string) => ({ panelId: panel.id, once, to: `${here}?done=${done}`, refused })
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[{ label: 'Your panels', href: '/' }, { label: panel.name }]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panelKindInFull[panel.panelKind]}</span>
        {panel.name}
      </h1>
      <ul className="plain panel-links">
        {pages.meetings ? (
          <li>
            <a href={`${here}/referrals`}>Referrals</a>
          </li>
        ) : null}
        {pages.figures ? (
          <li>
            <a href={`${here}/figures`}>Figures</a>
          </li>
        ) : null}
        {pages.meetings ? (
          <li>
            <a href={`${here}/inbox`}>What is owed</a>
          </li>
        ) : null}
        {pages.meetings ? (
          <li>
            <a href={`${here}/series`}>Meeting series</a>
          </li>
        ) : null}
        {pages.candidates ? (
          <li>
            <a href={`${here}/candidates`}>Candidates: who to take up next</a>
          </li>
        ) : null}
        {pages.members ? (
          <li>
            <a href={`${here}/members`}>Keep the members</a>
          </li>
        ) : null}
        {pages.members ? (
          <li>
            <a href={`${here}/agencies`}>Keep the agencies</a>
          </li>
        ) : null}
        {pages.meetings ? (
          <li>
            <a href={`${here}/standing`}>Attendance, returns and actions by agency</a>
          </li>
        ) : null}
        {pages.outbox ? (
          <li>
            <a href={`${here}/outbox`}>Outbox: mail sent and waiting</a>
          </li>
        ) : null}
        <li>
          <a href={`${here}/policy`}>Panel settings: meetings, agencies, quorum, criteria, clocks</a>
        </li>
      </ul>

      {pages.meetings ? (
        <section aria-labelledby="meetings">
          <h2 id="meetings">Meetings</h2>
          <PanelMeetings meetings={meetings} today={today} />
          <p>
            <a href={`${here}/calendar.ics`}>Put the meetings in your calendar</a>{' '}
            <span className="quiet">(neutral titles, no place)</span>
          </p>
          {may.planMeeting ? (
            <Fold title="Plan a meeting" form="planMeeting" refused={refused}>
              <PlanMeetingForm {...form('planned')} usual={policy} />
            </Fold>
          ) : null}
        </section>
      ) : null}

      <section aria-labelledby="agencies">
        <h2 id="agencies">Agencies and members</h2>
        <PanelPeople agencies={agencies} members={members} core={policy.coreAgencyIds} />
      </section>

      <section aria-labelledby="settings">
        <h2 id="settings">Settings</h2>
        <dl className="summary">
          <dt>Meets</dt>
          <dd>{cadenceInWords(policy)}</dd>
          {gist.map((setting) => (
            <Fragment key={setting.key}>
              <dt>{setting.label}</dt>
              <dd>{setting.inWords}</dd>
            </Fragment>
          ))}
        </dl>
        <p>
          <a href={`${here}/policy`}>All panel settings, with their sources and versions</a>
        </p>
      </section>
    </PageFrame>
  )
}
