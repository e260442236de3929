import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { AddMemberForm } from '~/components/panel/member-forms'
import { MemberTable } from '~/components/panel/member-table'
import { DoneNotice, Fold, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { pagesOf } from '~/domain/abilities'
import { notFound } from '~/domain/refusals'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Members of ${data?.panel.name ?? 'the panel'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  const [panel] = found.panel
  if (!panel || !pagesOf(found.viewer.role).members) return orRefuse(notFound)
  const accounts = new Map(found.accounts.map((account) => [account.memberId, account]))
  return {
    name: session.name,
    done: doneIn(args.request),
    panel,
    agencies: found.agencies,
    members: found.members.map((member) => ({
      ...member,
      email: accounts.get(member.id)?.email ?? '',
      secondFactor: accounts.get(member.id)?.secondFactor ?? false,
    })),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  added: 'The member is added. Open their name to give them a link with which they set a password.',
  changed: 'The member is changed.',
}

export default function Members() {
  const { name, done, panel, agencies, members, once } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}/members`
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Members' },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Members
      </h1>
      <Fold title="Add a member" form="addMember" refused={refused}>
        <AddMemberForm
          panelId={panel.id}
          agencies={agencies}
          once={once}
          to={`${here}?done=added`}
          refused={refused}
        />
      </Fold>
      <MemberTable members={members} agencies={agencies} here={here} />
    </PageFrame>
  )
}
