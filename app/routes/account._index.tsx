import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { dateAndTime } from '~/components/page/dates'
import { TextField } from '~/components/forms/text-field'
import { PageFrame } from '~/components/page/page-frame'
import { DoneNotice, PageErrors, PageForm } from '~/components/forms/page-form'
import { isRefusal } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { formRefused } from '~/http/form-command.server'
import { signedIn } from '~/http/page.server'
import { goSignedOut } from '~/http/session-change.server'

export const meta = () => [{ title: 'Your account – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const open = await services.sessions.list(session.accountId)
  return {
    name: session.name,
    email: session.email,
    secondFactor: session.secondFactorAt !== null,
    done: doneIn(args.request),
    sessions: open
      .map((one) => ({
        id: one.id.slice(0, 12),
        here: one.id === session.id,
        startedAt: one.startedAt,
        seenAt: one.seenAt,
        browser: one.userAgent,
      }))
      .sort((a, b) => b.seenAt - a.seenAt),
  }
}

export async function action(args: ActionFunctionArgs) {
  const { session, services } = await signedIn(args)
  const form = await args.request.formData()
  switch (form.get('form')) {
    case 'password': {
      const outcome = await services.signIn.changePassword(
        session,
        String(form.get('current') ?? ''),
        String(form.get('password') ?? ''),
      )
      return isRefusal(outcome)
        ? formRefused(outcome, form, 'password')
        : redirect('/account?done=password', 303)
    }
    case 'elsewhere':
      await services.sessions.endAll(session.accountId, session.id)
      return redirect('/account?done=elsewhere', 303)
    case 'everywhere':
      await services.sessions.endAll(session.accountId)
      return goSignedOut(args, '/sign-in?done=signed-out-everywhere')
    default:
      return redirect('/account', 303)
  }
}

const doneWords = {
  password: 'Your password is changed. You are signed out on every other device.',
  elsewhere: 'You are signed out on every other device.',
  'second-factor-off': 'The second factor is off.',
}

export default function Account() {
  const { name, email, secondFactor, done, sessions } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PageFrame name={name} narrow crumbs={[{ label: 'Your panels', href: '/' }, { label: 'Your account' }]}>
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>Your account</h1>
      <dl className="summary">
        <dt>Name</dt>
        <dd>{name}</dd>
        <dt>E-mail address</dt>
        <dd>{email}</dd>
        <dt>Second factor</dt>
        <dd>
          {secondFactor ? 'On' : 'Off'}{' '}
          <a href="/account/second-factor">{secondFactor ? 'Turn it off' : 'Turn it on'}</a>
        </dd>
      </dl>

      <h2>Change your password</h2>
      <PageForm name="password" refused={refused}>
        <input type="hidden" name="email" value={email} autoComplete="username" />
        <TextField
          name="current"
          label="Present password"
          type="password"
          autoComplete="current-password"
          required
        />
        <TextField
          name="password"
          label="New password"
          hint="At least 12 characters. Three words in a row are easy to remember."
          type="password"
          autoComplete="new-password"
          required
        />
        <button type="submit">Change password</button>
      </PageForm>

      <h2>Where you are signed in</h2>
      <ul className="plain rows">
        {sessions.map((one) => (
          <li key={one.id}>
            <strong>{browserName(one.browser)}</strong>{' '}
            {one.here ? <span className="tag good">This device</span> : null}
            <br />
            <span className="quiet">
              Signed in {dateAndTime(one.startedAt)}. Last used {dateAndTime(one.seenAt)}.
            </span>
          </li>
        ))}
      </ul>
      <div className="buttons">
        {sessions.length > 1 ? (
          <PageForm name="elsewhere" refused={undefined}>
            <button type="submit" className="secondary">
              Sign out everywhere else
            </button>
          </PageForm>
        ) : null}
        <PageForm name="everywhere" refused={undefined}>
          <button type="submit" className="secondary">
            Sign out everywhere
          </button>
        </PageForm>
      </div>
    </PageFrame>
  )
}

/** Enough to know one's own device by; browsers claim to be one another, so the order matters. */
const browserName = (userAgent: string): string => {
  const browser = /Edg\//.test(userAgent)
    ? 'Edge'
    : /Firefox\//.test(userAgent)
      ? 'Firefox'
      : /Chrome\//.test(userAgent)
        ? 'Chrome'
        : /Safari\//.test(userAgent)
          ? 'Safari'
          : 'A browser'
  const system = /Android/.test(userAgent)
    ? 'Android'
    : /iPhone|iPad/.test(userAgent)
      ? 'iPhone or iPad'
      : /Windows/.test(userAgent)
        ? 'Windows'
        : /Mac OS/.test(userAgent)
          ? 'Mac'
          : /Linux/.test(userAgent)
            ? 'Linux'
            : ''
  return system ? `${browser} on ${system}` : browser
}
