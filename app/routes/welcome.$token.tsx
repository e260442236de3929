import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '~/components/forms/text-field'
import { PageFrame } from '~/components/page/page-frame'
import { PageErrors, PageForm } from '~/components/forms/page-form'
import { isRefusal } from '~/domain/refusals'
import { formRefused } from '~/http/form-command.server'
import { pageContext } from '~/http/page.server'

export const meta = () => [{ title: 'Set your password – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const account = await pageContext(args).services.signIn.setUpAccount(args.params.token ?? '')
  return { account: account && { name: account.name, email: account.email } }
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.formData()
  const outcome = await pageContext(args).services.signIn.setUpWith(
    args.params.token ?? '',
    String(form.get('password') ?? ''),
  )
  return isRefusal(outcome)
    ? formRefused(outcome, form, 'password')
    : redirect('/sign-in?done=password-set', 303)
}

export default function Welcome() {
  const { account } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!account) {
    return (
      <PageFrame narrow>
        <h1>This link no longer works</h1>
        <p>It works once, for seven days. Ask the coordinator of your panel for a new one.</p>
        <p>
          <a href="/sign-in">Sign in</a>
        </p>
      </PageFrame>
    )
  }
  return (
    <PageFrame narrow>
      <PageErrors refused={refused} />
      <h1>Set your password</h1>
      <p>Welcome, {account.name}. Panelroom is where your panel prepares, holds and records its meetings.</p>
      <PageForm name="password" refused={refused}>
        <p>
          You will sign in as <strong>{account.email}</strong>.
        </p>
        <input type="hidden" name="email" value={account.email} autoComplete="username" />
        <TextField
          name="password"
          label="Password"
          hint="At least 12 characters. Three words in a row are easy to remember."
          type="password"
          autoComplete="new-password"
          required
        />
        <button type="submit">Set this password</button>
      </PageForm>
    </PageFrame>
  )
}
