import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { DoneNotice, Fold, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { LikelyPairs, MergeAny, Merges, MoveCase } from '~/components/referral/people-merge'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta = () => [{ title: 'People who may be one – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const panelId = args.params.panelId ?? ''
  const found = orRefuse(await services.reads.people(session, panelId))
  return {
    name: session.name,
    done: doneIn(args.request),
    panel: { id: panelId, name: found.panel[0]?.name ?? '', sandbox: found.panel[0]?.sandbox ?? false },
    members: found.members.map((member) => ({ id: member.id, name: member.name })),
    people: found.people,
    cases: found.cases,
    pairs: found.duplicates.slice(0, 50),
    merges: found.merges,
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  merged: 'They are one entry now. It can be undone below.',
  moved: 'The case is about the right man now. Its file says that it was moved, by whom and why.',
  unmerged: 'The merge is undone: each has his own cases again.',
}

export default function People() {
  const { name, done, panel, members, people, cases, pairs, merges, once } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}/people`
  const form = { panelId: panel.id, people, cases, once, here, refused }
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Referrals', href: `/panels/${panel.id}/referrals` },
        { label: 'People who may be one' },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        People who may be one
      </h1>
      <p>
        One man can come to the panel under two names. Here are entries alike by name, alias, spelling or date
        of birth. Nothing is merged by itself; what you merge is recorded with your reason, and can be undone
        exactly.
      </p>
      <section aria-labelledby="pairs">
        <h2 id="pairs">Alike</h2>
        {pairs.length === 0 ? (
          <p className="empty">
            No two entries are alike. When a new person is like one who is known, they will be here.
          </p>
        ) : (
          <LikelyPairs pairs={pairs} {...form} />
        )}
        <Fold title="Merge two others" form="mergePersons" refused={refused}>
          <MergeAny {...form} />
        </Fold>
      </section>
      <section aria-labelledby="move">
        <h2 id="move">A case on the wrong man</h2>
        <p>
          Where a case turns out to be about someone else, move it to him. Nothing recorded on it changes, nor
          who may read it.
        </p>
        <Fold title="Move a case to another man" form="moveCase" refused={refused}>
          <MoveCase {...form} />
        </Fold>
      </section>
      <section aria-labelledby="merges">
        <h2 id="merges">Merged</h2>
        {merges.length === 0 ? (
          <p className="empty">
            Nobody has been merged. Each merge will be here with its reason, and can be undone.
          </p>
        ) : (
          <Merges
            merges={merges}
            nameOf={(memberId) => members.find((member) => member.id === memberId)?.name ?? 'a member'}
            {...form}
          />
        )}
      </section>
    </PageFrame>
  )
}
