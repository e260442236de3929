import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Checkboxes } from '~/components/forms/choices'
import { optionsOf } from '~/components/forms/option'
import { Select } from '~/components/forms/select'
import { CommandPageForm, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { ReferralFields } from '~/components/referral/referral-fields'
import { mayCommand } from '~/domain/abilities'
import { mayBeNamedByReferrer } from '~/domain/referral/referrals'
import { referralSources } from '~/domain/catalogues/referral'
import { usualReferralSource } from '~/domain/referral/usual-referral-source'
import { notFound } from '~/domain/refusals'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta = () => [{ title: 'Refer someone – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const panelId = args.params.panelId ?? ''
  const found = orRefuse(await services.reads.panel(session, panelId))
  const [panel] = found.panel
  const { viewer } = found
  if (!panel || viewer.agencyId === null || !mayCommand(viewer, 'makeReferral')) return orRefuse(notFound)
  const about = new URL(args.request.url).searchParams.get('about')
  return {
    name: session.name,
    panel: { id: panel.id, name: panel.name, sandbox: panel.sandbox },
    criteria: found.criteria.find((set) => set.version === panel.criteriaVersion)?.criteria ?? [],
    readers: found.members
      .filter((one) => one.active && mayBeNamedByReferrer(one))
      .map((one) => ({ value: one.id, label: one.name })),
    filled: about === null ? null : await services.candidates.referralOf(session, panelId, about),
    source: usualReferralSource(viewer),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

export default function NewReferral() {
  const { name, panel, criteria, readers, source, filled, once } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
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
        { label: 'Refer someone' },
      ]}
    >
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Refer someone
      </h1>
      <p>
        The panel takes on a person when these are met as far as anyone can say. Not all of them need be known
        to you.
      </p>
      <ul>
        {criteria.map((criterion) => (
          <li key={criterion.key}>{criterion.label}</li>
        ))}
      </ul>
      <p>
        Your name and agency go with it. Chair and coordinator screen it; you find how far it has come under
        Referrals.
      </p>
      {filled ? (
        <p className="inset">
          His name, date of birth and newest incidents are filled in from what the panel holds. Read them
          before you send: your agency reads the open part at once, and the whole panel once he is accepted.
        </p>
      ) : null}
      <CommandPageForm
        kind="makeReferral"
        ids={{ panelId: panel.id }}
        once={once}
        to={`${referrals}?done=referred`}
        refused={refused}
        filled={filled ?? undefined}
      >
        <Select
          name="source"
          label="Where the referral comes from"
          options={optionsOf(referralSources)}
          defaultValue={source}
        />
        <ReferralFields typed={refused?.typed ?? filled ?? undefined} />
        <Checkboxes
          name="memberIds[]"
          legend="Who else may read the restricted part"
          hint="IDVAs, chair and coordinator always may. Name others only where her safety needs it."
          options={readers}
        />
        <button type="submit">Send this referral</button>
      </CommandPageForm>
    </PageFrame>
  )
}
