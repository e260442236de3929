import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DemoChooser } from '~/components/page/demo-chooser'
import { TextField } from '~/components/forms/text-field'
import { PageFrame } from '~/components/page/page-frame'
import { DoneNotice, PageErrors, PageForm } from '~/components/forms/page-form'
import { isRefusal } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { formRefused } from '~/http/form-command.server'
import { pageContext, sessionOf } from '~/http/page.server'
import { safePath } from '~/http/safe-path.server'
import { goSignedIn } from '~/http/session-change.server'

export const meta = () => [{ title: 'Sign in – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const to = safePath(new URL(args.request.url).searchParams.get('to'))
  const session = await sessionOf(args)
  if (session && !session.secondFactorDue) throw redirect(to)
  const { services } = pageContext(args)
  return { to, done: doneIn(args.request), demo: await services.signIn.demoSeats() }
}

export async function action(args: ActionFunctionArgs) {
  const { services, address } = pageContext(args)
  const form = await args.request.formData()
  const text = (name: string) => String(form.get(name) ?? '')
  const browser = args.request.headers.get('User-Agent') ?? ''
  const chosen = text('accountId')
  const signedIn = chosen
    ? await services.signIn.asDemoPerson(chosen, browser)
    : await services.signIn.withPassword(text('email'), text('password'), address, browser)
  if (isRefusal(signedIn)) return formRefused(signedIn, form, 'sign-in')
  const before = await sessionOf(args)
  if (before) await services.sessions.end(before.id)
  return goSignedIn(args, signedIn.token, text('to'))
}

const doneWords = {
  'password-set': 'Your password is set. Sign in with it.',
  'signed-out': 'You are signed out.',
  'signed-out-everywhere': 'You are signed out on every device.',
}

export default function SignIn() {
  const { to, done, demo } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PageFrame narrow>
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>Sign in</h1>
      <PageForm name="sign-in" refused={refused}>
        <input type="hidden" name="to" value={to} />
        <TextField name="email" label="E-mail address" type="email" autoComplete="username" required />
        <TextField
          name="password"
          label="Password"
          type="password"
          autoComplete="current-password"
          required
        />
        <button type="submit">Sign in</button>
      </PageForm>
      <p className="quiet">
        New here, or locked out? The coordinator of your panel gives you a link to set a password.
      </p>
      {demo.length > 0 ? <DemoChooser seats={demo} to={to} /> : null}
    </PageFrame>
  )
}
