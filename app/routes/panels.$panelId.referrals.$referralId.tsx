import { data, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextArea } from '~/components/forms/text-area'
import { DoneNotice, Fold, CommandPageForm, PageErrors, PageForm } from '~/components/forms/page-form'
import { longDate } from '~/components/page/dates'
import { PageFrame } from '~/components/page/page-frame'
import { OneTimeLink } from '~/components/referral/referral-link'
import { ReferralRecord } from '~/components/referral/referral-record'
import { ReferralScreening } from '~/components/referral/referral-screening'
import { ReferrerTellings } from '~/components/referral/referrer-tellings'
import { mayCommand } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { referralStages } from '~/domain/catalogues/referral'
import { isRefusal, notFound } from '~/domain/refusals'
import { acceptAndList } from '~/http/accept-referral.server'
import { doneIn } from '~/http/done.server'
import { formRefused, runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

// A title stays in the browser's history: the reference, never a name.
export const meta: MetaFunction<typeof loader> = ({ data }) => [
  { title: `Referral ${data?.referral.referralRef ?? ''} – Panelroom` },
]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const { panelId = '', referralId = '' } = args.params
  const found = orRefuse(await services.reads.referral(session, panelId, referralId))
  const { viewer, referral } = found
  return {
    name: session.name,
    done: doneIn(args.request),
    panel: { id: panelId, name: found.panel[0]?.name ?? '', sandbox: found.panel[0]?.sandbox ?? false },
    members: found.members.map((member) => ({ id: member.id, name: member.name })),
    referral,
    safety: found.safety,
    tellings: found.tellings,
    owed: found.owed,
    acceptance: found.acceptance,
    joinFirst: found.joinFirst,
    reasons: found.reasons,
    caseRef: found.caseRef,
    coming: found.coming.map((meeting) => ({ id: meeting.id, date: meeting.date })),
    linkOpen: found.links.some(
      (link) =>
        link.toAdd && link.usedAt === null && link.withdrawnAt === null && link.until > services.clock(),
    ),
    today: localDay(services.clock()),
    once: crypto.randomUUID(),
    may: {
      add:
        mayCommand(viewer, 'addToReferral') &&
        (viewer.agencyId !== null || mayCommand(viewer, 'acceptReferral')) &&
        (referral.stage === 'received' || referral.stage === 'returned'),
      ask: mayCommand(viewer, 'returnReferral') && referral.byLink && referral.stage === 'returned',
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  const form = await args.request.clone().formData()
  if (form.get('kind') === 'acceptReferral') return acceptAndList(args)
  if (form.get('form') !== 'link') return runFormCommand(args)
  const { session, services, context } = await signedIn(args)
  const { panelId = '', referralId = '' } = args.params
  const found = await services.reads.referral(session, panelId, referralId)
  if (isRefusal(found) || !found.ok) return formRefused(notFound, form, 'link')
  const { referrerName: name, referrerAgency: agency, referrerEmail: email, source } = found.referral
  const offered = await services.referralLinks.offer(session, panelId, {
    name,
    agency,
    email,
    source,
    forReferralId: referralId,
  })
  if (isRefusal(offered)) return formRefused(offered, form, 'link')
  const origin = context.baseUrl?.origin ?? new URL(args.request.url).origin
  return data({ link: `${origin}/refer/${offered.token}`, name })
}

const doneWords = {
  accepted: 'The referral is accepted. Its case is due for the next agenda.',
  listed: 'The referral is accepted, and its case is on the agenda.',
  returned: 'The referral is returned for more information.',
  signposted: 'The referral is signposted.',
  told: 'It is recorded that the referrer was told.',
  added: 'What you added is part of the referral now.',
}

export default function ReferralPage() {
  const {
    name,
    done,
    panel,
    members,
    referral,
    safety,
    tellings,
    owed,
    acceptance,
    joinFirst,
    reasons,
    caseRef,
    coming,
    linkOpen,
    today,
    once,
    may,
  } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'refusal' in answer ? answer : undefined
  const given = answer && 'link' in answer ? answer : undefined
  const referrals = `/panels/${panel.id}/referrals`
  const here = `${referrals}/${referral.id}`
  const ids = { panelId: panel.id, referralId: referral.id }
  const nameOf = (memberId: string | null) =>
    members.find((member) => member.id === memberId)?.name ?? 'a member'
  return (
    <PageFrame
      name={name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Referrals', href: referrals },
        { label: referral.referralRef },
      ]}
    >
      <DoneNotice done={answer ? null : done} words={doneWords} />
      {!answer && done === 'not-listed' ? (
        <p className="notice warning" role="status">
          The referral is accepted, but <strong>its case is not on the agenda yet</strong>: it comes late, and
          needs a reason. Add it there:{' '}
          {coming.map((meeting, index) => (
            <span key={meeting.id}>
              {index > 0 ? ', ' : ''}
              <a href={`/meetings/${meeting.id}/agenda`}>agenda of {longDate(meeting.date)}</a>
            </span>
          ))}
        </p>
      ) : null}
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">{panel.name}</span>
        Referral {referral.referralRef}
      </h1>
      {given ? <OneTimeLink link={given.link} name={given.name} back={here} /> : null}
      <p>
        <strong>{referralStages[referral.stage]}</strong>
        {referral.caseId && caseRef ? (
          <>
            : case <a href={`/cases/${referral.caseId}`}>{caseRef}</a>
          </>
        ) : null}
        {referral.screeningReason ? `. Reason: ${referral.screeningReason}` : ''}
      </p>
      {referral.screeningWords ? (
        <blockquote className="inset said">{referral.screeningWords}</blockquote>
      ) : null}
      {referral.screeningNote ? <p className="said">Note for the panel: {referral.screeningNote}</p> : null}

      <div className="columns">
        <section aria-labelledby="record">
          <h2 id="record">What was referred</h2>
          <ReferralRecord referral={referral} safety={safety} nameOf={nameOf} />
          {may.add ? (
            <Fold title="Add to this referral" form="addToReferral" refused={refused}>
              <CommandPageForm
                kind="addToReferral"
                ids={ids}
                once={once}
                to={`${here}?done=added`}
                refused={refused}
              >
                <TextArea name="fields.what" label="What you add" />
                <TextArea
                  name="fields.fromHer"
                  label="What is known from her, or how she can be reached safely"
                  hint="Read by IDVAs, chair and coordinator only"
                  rows={2}
                />
                <button type="submit">Add this</button>
              </CommandPageForm>
            </Fold>
          ) : null}
        </section>
        <div>
          {joinFirst ? (
            <p className="notice">
              A meeting is in session that you have not joined. Join it first: who he may be depends on whom
              you may see.
            </p>
          ) : null}
          {acceptance && reasons ? (
            <ReferralScreening
              acceptance={acceptance}
              victims={safety?.victims ?? []}
              reasons={reasons}
              meetings={coming}
              byLink={referral.byLink}
              ids={ids}
              once={once}
              here={here}
              refused={refused}
            />
          ) : null}
          {may.ask && !given ? (
            <section aria-labelledby="ask" className="no-print">
              <h2 id="ask">A link to answer with</h2>
              <p>
                {linkOpen
                  ? 'A link to answer with has been given and still works. Another can be made.'
                  : 'The referrer has no account. Give them a link that takes their answer, once.'}
              </p>
              <PageForm name="link" refused={refused}>
                <button type="submit" className="secondary">
                  Make a link to answer with
                </button>
              </PageForm>
            </section>
          ) : null}
          <ReferrerTellings
            tellings={tellings}
            owed={owed}
            today={today}
            nameOf={nameOf}
            ids={ids}
            once={once}
            here={here}
            refused={refused}
          />
        </div>
      </div>
    </PageFrame>
  )
}
