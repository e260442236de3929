import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { InboxSections } from '~/components/follow-up/inbox-sections'
import { InboxTellings } from '~/components/follow-up/inbox-tellings'
import { InboxAgency } from '~/components/follow-up/inbox-agency'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { mayCommandKinds } from '~/domain/abilities'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'What is owed – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const wanted = new URL(args.request.url).searchParams.get('agency')
  const { panel, ...found } = orRefuse(
    await services.followUp.inbox(session, args.params.panelId ?? '', wanted),
  )
  if (panel?.kind !== 'panel') return orRefuse(notFound)
  return {
    ...found,
    panel,
    name: session.name,
    done: doneIn(args.request),
    once: crypto.randomUUID(),
    commands: mayCommandKinds(found.viewer.role),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  accepted: 'The action is accepted. It is your agency’s now.',
  ended: 'How it ended is on record.',
  passed: 'It is passed on. Its receiver has to accept it, and you see here whether they have.',
  answered: 'The answer is on record.',
  refused: 'The refusal is on record with its reason.',
  chased: 'It is chased, with the day by which the answer is now due.',
  planned: 'Who tells her, what and how is on record.',
  told: 'It is on record.',
  ruled: 'Your ruling is on record, in the history of what was owed.',
}

export default function InboxPage() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { panel } = data
  const here = `/panels/${panel.id}/inbox${data.agencyId && data.agencyId !== data.viewer.agencyId ? `?agency=${data.agencyId}` : ''}`
  const agencyName = data.agencies.find((agency) => agency.id === data.agencyId)?.name
  return (
    <PageFrame
      name={data.name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'What is owed' },
      ]}
    >
      <DoneNotice done={refused ? null : data.done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        What is owed{agencyName ? `: ${agencyName}` : ''}
      </h1>
      <InboxAgency viewer={data.viewer} agencies={data.agencies} agencyId={data.agencyId} />
      {data.waits ? (
        <p className="inset">
          A meeting is in session. What is about cases on its agenda shows here once you have{' '}
          <a href={`/panels/${panel.id}`}>joined it</a>.
        </p>
      ) : null}
      <InboxTellings
        tellings={data.toTell}
        things={data.told}
        today={data.today}
        here={here}
        once={data.once}
        refused={refused}
        mayCommand={data.commands.includes('recordTold')}
      />
      <InboxSections {...data} here={here} refused={refused} />
    </PageFrame>
  )
}
