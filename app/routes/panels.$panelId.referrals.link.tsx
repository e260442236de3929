import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { OneTimeLink, ReferralLinkForm } from '~/components/referral/referral-link'
import { PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { mayCommandKind } from '~/domain/abilities'
import { isRefusal, notFound } from '~/domain/refusals'
import { formRefused } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'
import { readLinkOffer } from '~/http/referral-link.server'

export const meta = () => [{ title: 'A link for someone outside – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  if (!panel || !mayCommandKind(found.viewer.role, 'makeReferral')) return orRefuse(notFound)
  return { name: session.name, panel: { id: panel.id, name: panel.name, sandbox: panel.sandbox } }
}

export async function action(args: ActionFunctionArgs) {
  const { session, services, context } = await signedIn(args)
  const form = await args.request.formData()
  const offer = readLinkOffer(form, null)
  if (isRefusal(offer)) return formRefused(offer, form, 'link')
  const offered = await services.referralLinks.offer(session, args.params.panelId ?? '', offer)
  if (isRefusal(offered)) return formRefused(offered, form, 'link')
  const origin = context.baseUrl?.origin ?? new URL(args.request.url).origin
  return data({ link: `${origin}/refer/${offered.token}`, name: offer.name })
}

export default function NewReferralLink() {
  const { name, panel } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'refusal' in answer ? answer : undefined
  const given = answer && 'link' in answer ? answer : undefined
  const referrals = `/panels/${panel.id}/referrals`
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      narrow
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Referrals', href: referrals },
        { label: 'A link for someone outside' },
      ]}
    >
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>A link for someone outside
      </h1>
      {given ? (
        <OneTimeLink link={given.link} name={given.name} back={referrals} />
      ) : (
        <>
          <p>
            For a referrer who has no account here. The link opens a short form, once, for as many days as the
            panel’s policy says. Afterwards it shows how far the referral has come, and nothing else.
          </p>
          <ReferralLinkForm refused={refused} />
        </>
      )}
    </PageFrame>
  )
}
