import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '~/components/forms/text-field'
import { PageFrame } from '~/components/page/page-frame'
import { PageErrors, PageForm } from '~/components/forms/page-form'
import { isRefusal } from '~/domain/refusals'
import { formRefused } from '~/http/form-command.server'
import { pageContext, sessionOf } from '~/http/page.server'
import { safePath } from '~/http/safe-path.server'
import { goSignedIn } from '~/http/session-change.server'

export const meta = () => [{ title: 'Second factor – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const to = safePath(new URL(args.request.url).searchParams.get('to'))
  const session = await sessionOf(args)
  if (!session) throw redirect(`/sign-in?to=${encodeURIComponent(to)}`)
  if (!session.secondFactorDue) throw redirect(to)
  return { to, email: session.email }
}

export async function action(args: ActionFunctionArgs) {
  const session = await sessionOf(args)
  if (!session) throw redirect('/sign-in')
  const form = await args.request.formData()
  const browser = args.request.headers.get('User-Agent') ?? ''
  const outcome = await pageContext(args).services.signIn.withCode(
    session,
    String(form.get('code') ?? ''),
    browser,
  )
  return isRefusal(outcome)
    ? formRefused(outcome, form, 'code')
    : goSignedIn(args, outcome.token, form.get('to'))
}

export default function SecondFactor() {
  const { to, email } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return (
    <PageFrame narrow>
      <PageErrors refused={refused} />
      <h1>Second factor</h1>
      <p>Signing in as {email}. Enter the code that your authenticator shows now.</p>
      <PageForm name="code" refused={refused}>
        <input type="hidden" name="to" value={to} />
        <TextField
          name="code"
          label="Code"
          hint="6 digits. No telephone at hand? Use one of your recovery codes instead."
          autoComplete="one-time-code"
          short
          required
        />
        <button type="submit">Go on</button>
      </PageForm>
      <p className="quiet">
        Lost both? The coordinator of your panel can take the second factor off your account.
      </p>
      <form method="post" action="/sign-out">
        <button type="submit" className="link">
          Sign in as someone else
        </button>
      </form>
    </PageFrame>
  )
}
