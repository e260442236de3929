import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import {
  LinkDoesNotWork,
  LinkToAdd,
  LinkToRefer,
  StageOfReferral,
} from '~/components/referral/outside-referral'
import { PageFrame } from '~/components/page/page-frame'
import { isRefusal, refusalStatus } from '~/domain/refusals'
import { formRefused } from '~/http/form-command.server'
import { pageContext } from '~/http/page.server'
import { readThroughLink } from '~/http/referral-link.server'

// A title and an address stay in the browser's history: neither says what this is about.
export const meta = () => [{ title: 'Your link – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, address } = pageContext(args)
  const page = await services.referralLinks.page(args.params.token ?? '', address)
  const now = services.clock()
  return isRefusal(page)
    ? data({ page: null, tooMany: page.code === 'too_many', now }, { status: refusalStatus[page.code] })
    : data({ page, tooMany: false, now })
}

export async function action(args: ActionFunctionArgs) {
  const { services, address } = pageContext(args)
  const token = args.params.token ?? ''
  const form = await args.request.formData()
  const page = await services.referralLinks.page(token, address)
  // What is wrong with a form is said only to whom the link lets in.
  if (isRefusal(page)) return formRefused(page, new FormData(), '')
  const fields = readThroughLink(form)
  if (isRefusal(fields))
    return page.state === 'stage' ? redirect(`/refer/${token}`, 303) : formRefused(fields, form, page.state)
  const sent = await services.referralLinks.send(token, address, fields)
  if (!isRefusal(sent)) return redirect(`/refer/${token}`, 303)
  return sent.code === 'wrong_moment'
    ? formRefused(sent, form, page.state)
    : formRefused(sent, new FormData(), '')
}

export default function Refer() {
  const { page, tooMany, now } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  if (!page || refused?.refusal.code === 'not_found' || refused?.refusal.code === 'too_many') {
    return (
      <PageFrame narrow>
        <LinkDoesNotWork tooMany={tooMany || refused?.refusal.code === 'too_many'} />
      </PageFrame>
    )
  }
  return (
    <PageFrame narrow>
      {page.state === 'refer' ? <LinkToRefer page={page} now={now} refused={refused} /> : null}
      {page.state === 'add' ? <LinkToAdd page={page} now={now} refused={refused} /> : null}
      {page.state === 'stage' ? <StageOfReferral page={page} /> : null}
    </PageFrame>
  )
}
