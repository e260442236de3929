import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '~/components/forms/text-field'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { OwedTellings, ReferralLinks, ReferralTable } from '~/components/referral/referral-list'
import { mayCommand } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Referrals to ${data?.panel.name ?? 'the panel'} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const panelId = args.params.panelId ?? ''
  const asked = new URL(args.request.url).searchParams
  const words = (asked.get('find') ?? '').trim()
  const found = orRefuse(
    await services.reads.referrals(session, panelId, {
      find: words,
      page: Number.parseInt(asked.get('page') ?? '1', 10) || 1,
    }),
  )
  const all = found.referrals.map((one) => ({
    id: one.id,
    referralRef: one.referralRef,
    name: `${one.givenName} ${one.familyName}`.trim() || one.aliases.join('; '),
    from: [one.referrerName, one.referrerAgency].filter(Boolean).join(', '),
    receivedAt: one.receivedAt,
    stage: one.stage,
    caseId: one.caseId,
    caseRef: one.caseId === null ? null : (found.caseRefs[one.caseId] ?? null),
  }))
  return {
    name: session.name,
    done: doneIn(args.request),
    panel: { id: panelId, name: found.panel[0]?.name ?? '', sandbox: found.panel[0]?.sandbox ?? false },
    received: all.filter((one) => one.stage === 'received').reverse(),
    returned: all.filter((one) => one.stage === 'returned').reverse(),
    past: all.filter((one) => one.stage === 'accepted' || one.stage === 'signposted'),
    anyPast: found.anyPast,
    words,
    page: found.page,
    pages: found.pages,
    owed: found.owed.map((one) => ({
      referralId: one.referralId,
      referralRef: one.referralRef,
      what: one.what,
      dueOn: one.dueOn,
      name: [one.to.name, one.to.agency].filter(Boolean).join(', '),
    })),
    links: found.links.slice(0, 50),
    members: found.members.map((member) => ({ id: member.id, name: member.name })),
    inSession: found.inSession,
    now: services.clock(),
    today: localDay(services.clock()),
    once: crypto.randomUUID(),
    may: {
      refer: mayCommand(found.viewer, 'makeReferral') && found.viewer.agencyId !== null,
      giveLink: mayCommand(found.viewer, 'makeReferral'),
      screen: mayCommand(found.viewer, 'acceptReferral'),
      merge: mayCommand(found.viewer, 'mergePersons'),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  referred: 'Your referral has arrived. Chair and coordinator screen it; how far it has come shows here.',
  withdrawn: 'The link is withdrawn. Whoever has it finds that it does not work.',
}

export default function Referrals() {
  const {
    name,
    done,
    panel,
    received,
    returned,
    past,
    anyPast,
    words,
    page,
    pages,
    owed,
    links,
    members,
    inSession,
    now,
    today,
    once,
    may,
  } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const here = `/panels/${panel.id}/referrals`
  const nameOf = (memberId: string) => members.find((member) => member.id === memberId)?.name ?? 'a member'
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Referrals' },
      ]}
    >
      <DoneNotice done={refused ? null : done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Referrals
      </h1>
      <div className="buttons no-print">
        {may.refer ? (
          <a className="button" href={`${here}/new`}>
            Refer someone
          </a>
        ) : null}
        {may.giveLink ? (
          <a className="button secondary" href={`${here}/link`}>
            Give a link to someone outside
          </a>
        ) : null}
        {may.merge ? <a href={`/panels/${panel.id}/people`}>People who may be one</a> : null}
      </div>
      {inSession ? (
        <p className="notice">
          A meeting is in session that you have not joined. Referrals that are on its agenda show when you
          have.
        </p>
      ) : null}

      <section aria-labelledby="received">
        <h2 id="received">{may.screen ? 'To be screened' : 'Waiting to be screened'}</h2>
        {received.length === 0 ? (
          <p className="empty">
            {may.screen
              ? 'Nothing waits. A new referral will be here from the moment it is sent.'
              : 'None of your agency waits. What your agency refers will be here, with how far it has come.'}
          </p>
        ) : (
          <ReferralTable referrals={received} here={here} caption="Longest waiting first" />
        )}
      </section>
      {returned.length > 0 ? (
        <section aria-labelledby="returned">
          <h2 id="returned">Returned for more information</h2>
          <ReferralTable referrals={returned} here={here} caption="Longest waiting first" />
        </section>
      ) : null}
      {may.screen ? <OwedTellings owed={owed} here={here} today={today} /> : null}

      <section aria-labelledby="past">
        <h2 id="past">Accepted and signposted</h2>
        {anyPast ? (
          <form method="get" className="row no-print">
            <TextField
              name="find"
              label="Find by reference, name, referrer or case"
              type="search"
              defaultValue={words}
            />
            <button type="submit" className="secondary">
              Find
            </button>
            {words ? <a href={here}>Show all</a> : null}
          </form>
        ) : null}
        {past.length === 0 ? (
          <p className="empty">
            {anyPast
              ? `Nothing fits “${words}”.`
              : 'Nothing has been decided yet. Referrals that became cases, and those that were signposted, will be here.'}
          </p>
        ) : (
          <ReferralTable
            referrals={past}
            here={here}
            caption={pages > 1 ? `Newest first, page ${page} of ${pages}` : 'Newest first'}
          />
        )}
        {pages > 1 ? (
          <nav aria-label="Pages of referrals" className="buttons no-print">
            {page > 1 ? (
              <a
                href={`${here}?${new URLSearchParams({ find: words, page: String(page - 1) }).toString()}#past`}
              >
                Newer
              </a>
            ) : null}
            {page < pages ? (
              <a
                href={`${here}?${new URLSearchParams({ find: words, page: String(page + 1) }).toString()}#past`}
              >
                Older
              </a>
            ) : null}
          </nav>
        ) : null}
      </section>

      {may.giveLink ? (
        <section aria-labelledby="links">
          <h2 id="links">Links given</h2>
          {links.length === 0 ? (
            <p className="empty">
              No link has been given. Someone outside the panel can refer through one, without an account.
            </p>
          ) : (
            <ReferralLinks
              links={links}
              panelId={panel.id}
              now={now}
              once={once}
              here={here}
              refused={refused}
              nameOf={nameOf}
            />
          )}
        </section>
      ) : null}
    </PageFrame>
  )
}
