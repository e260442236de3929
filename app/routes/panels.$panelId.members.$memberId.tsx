import {
  data,
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ChangeMemberForm } from '~/components/panel/member-forms'
import { DoneNotice, PageErrors, PageForm } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { pagesOf } from '~/domain/abilities'
import { isRefusal, notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { formRefused, runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `${data?.member.name ?? 'Member'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  const member = found.members.find((one) => one.id === args.params.memberId)
  if (!panel || !member || !pagesOf(found.viewer.role).members) return orRefuse(notFound)
  const account = found.accounts.find((one) => one.memberId === member.id)
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    agencies: found.agencies,
    member: { ...member, email: account?.email ?? '', secondFactor: account?.secondFactor ?? false },
    isSelf: found.viewer.memberId === member.id,
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData()
  const act = String(form.get('form'))
  if (act === 'changeMember') return runFormCommand(args)
  const { session, services, context } = await signedIn(args)
  const { panelId = '', memberId = '' } = args.params
  const here = `/panels/${panelId}/members/${memberId}`
  if (act === 'set-up') {
    const offered = await services.memberAccounts.offerSetUp(session, panelId, memberId)
    if (isRefusal(offered)) return formRefused(offered, form, act)
    const origin = context.baseUrl?.origin ?? new URL(args.request.url).origin
    return data({ link: `${origin}/welcome/${offered.token}` })
  }
  const outcome =
    act === 'second-factor'
      ? await services.memberAccounts.removeSecondFactor(session, panelId, memberId)
      : act === 'sign-out'
        ? await services.memberAccounts.signOutEverywhere(session, panelId, memberId)
        : notFound
  return isRefusal(outcome) ? formRefused(outcome, form, act) : redirect(`${here}?done=${act}`, 303)
}

const doneWords = {
  changed: 'The member is changed.',
  'second-factor':
    'The second factor is off and they are signed out everywhere. They sign in with their password and can set up a new one.',
  'sign-out': 'They are signed out on every device.',
}

export default function MemberPage() {
  const { name, done, panel, agencies, member, isSelf, once } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'refusal' in answer ? answer : undefined
  const link = answer && 'link' in answer ? answer.link : undefined
  const members = `/panels/${panel.id}/members`
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      narrow
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Members', href: members },
        { label: member.name },
      ]}
    >
      <DoneNotice done={answer ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">Member of {panel.name}</span>
        {member.name}
      </h1>
      {link ? <SetUpLink link={link} name={member.name} /> : null}
      <dl className="summary">
        <dt>E-mail address</dt>
        <dd>{member.email}</dd>
        <dt>Second factor</dt>
        <dd>{member.secondFactor ? 'On' : 'Off'}</dd>
      </dl>

      <h2>Seat on the panel</h2>
      <ChangeMemberForm
        panelId={panel.id}
        agencies={agencies}
        member={member}
        once={once}
        to={`${members}?done=changed`}
        refused={refused}
      />

      <h2>Account</h2>
      {isSelf ? (
        <p>
          This is you. <a href="/account">Your password, second factor and devices</a>
        </p>
      ) : (
        <ul className="plain rows">
          <AccountAct
            form="set-up"
            button="Give a set-up link"
            words="For a new member, or one who has forgotten the password. The link works once, for seven days."
          />
          {member.secondFactor ? (
            <AccountAct
              form="second-factor"
              button="Take the second factor off"
              words="For someone who has lost both telephone and recovery codes. Make sure that it is they who ask."
            />
          ) : null}
          <AccountAct form="sign-out" button="Sign out everywhere" words="For a lost or stolen device." />
        </ul>
      )}
    </PageFrame>
  )
}

function AccountAct({ form, button, words }: { form: string; button: string; words: string }) {
  return (
    <li>
      <p>{words}</p>
      <PageForm name={form} refused={undefined}>
        <button type="submit" className="secondary">
          {button}
        </button>
      </PageForm>
    </li>
  )
}

function SetUpLink({ link, name }: { link: string; name: string }) {
  return (
    <div className="notice" role="status">
      <h2>Set-up link for {name}</h2>
      <p>
        <code className="key">{link}</code>
      </p>
      <p>
        It is shown this once. Hand it to {name} yourself, not in a group message: whoever opens it first sets
        the password.
      </p>
    </div>
  )
}
