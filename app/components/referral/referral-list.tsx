import { referralStages, tellingKinds, type TellingKind } from '~/domain/catalogues/referral'
import type { VisibleByKind } from '~/domain/sight/sees'
import { dateAndTime, longDate } from '../page/dates'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

interface Listed {
  id: string
  referralRef: string
  name: string
  from: string
  receivedAt: number
  stage: keyof typeof referralStages
  caseId: string | null
  caseRef: string | null
}

const tagOf: Record<Listed['stage'], string> = {
  received: 'tag warn',
  returned: 'tag',
  accepted: 'tag good',
  signposted: 'tag',
}

export function ReferralTable({
  referrals,
  here,
  caption,
}: {
  referrals: readonly Listed[]
  here: string
  caption: string
}) {
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Referral</th>
          <th scope="col">From, and when</th>
          <th scope="col">Stage</th>
        </tr>
      </thead>
      <tbody>
        {referrals.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <a href={`${here}/${one.id}`}>{one.referralRef}</a>
              <span className="caption">{one.name}</span>
            </th>
            <td>
              {one.from}
              <span className="caption">{dateAndTime(one.receivedAt)}</span>
            </td>
            <td>
              <span className={tagOf[one.stage]}>{referralStages[one.stage]}</span>
              {one.caseId && one.caseRef ? (
                <span className="caption">
                  Case <a href={`/cases/${one.caseId}`}>{one.caseRef}</a>
                </span>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface Owed {
  referralId: string
  referralRef: string
  what: TellingKind
  dueOn: string
  name: string
}

/** Referrers who are still to be told something, the first due first. */
export function OwedTellings({ owed, here, today }: { owed: readonly Owed[]; here: string; today: string }) {
  return (
    <section aria-labelledby="owed">
      <h2 id="owed">Referrers still to be told{owed.length > 0 ? `: ${owed.length}` : ''}</h2>
      {owed.length === 0 ? (
        <p className="empty">
          Nobody waits to hear. When a referral is returned, signposted or decided on, telling its referrer
          will be here.
        </p>
      ) : (
        <ul className="plain rows">
          {owed.map((one) => (
            <li key={one.referralId}>
              <a href={`${here}/${one.referralId}#telling`}>{one.referralRef}</a>, {one.name}:{' '}
              {tellingKinds[one.what].charAt(0).toLowerCase() + tellingKinds[one.what].slice(1)}. Due{' '}
              {longDate(one.dueOn)} {one.dueOn < today ? <span className="tag bad">Overdue</span> : null}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Links that were given, with what became of each. */
export function ReferralLinks({
  links,
  panelId,
  now,
  once,
  here,
  refused,
  nameOf,
}: {
  links: readonly VisibleByKind['referralLink'][]
  panelId: string
  now: number
  once: string
  here: string
  refused: RefusedForm | undefined
  nameOf: (memberId: string) => string
}) {
  return (
    <ul className="plain rows">
      {links.map((link) => {
        const open = link.usedAt === null && link.withdrawnAt === null && now < link.until
        const formName = `withdraw-${link.id}`
        return (
          <li key={link.id}>
            <strong>{link.name}</strong>
            {link.agency ? `, ${link.agency}` : ''}, <span className="email">{link.email}</span>:{' '}
            {stateOf(link, now)}
            <span className="caption small">
              Given by {nameOf(link.madeBy)}, {dateAndTime(link.madeAt)}
              {link.toAdd ? ', to add to a referral' : ''}
            </span>
            {open ? (
              <Fold title={`Withdraw the link of ${link.name}`} form={formName} refused={refused}>
                <CommandPageForm
                  kind="withdrawReferralLink"
                  name={formName}
                  ids={{ panelId, linkId: link.id }}
                  once={once}
                  to={`${here}?done=withdrawn`}
                  refused={refused}
                >
                  <TextField name="reason" label="Why" />
                  <button type="submit" className="warning">
                    Withdraw this link
                  </button>
                </CommandPageForm>
              </Fold>
            ) : null}
          </li>
        )
      })}
    </ul>
  )
}

const stateOf = (link: VisibleByKind['referralLink'], now: number): string => {
  if (link.usedAt !== null) return `used ${dateAndTime(link.usedAt)}`
  if (link.withdrawnAt !== null)
    return `withdrawn ${dateAndTime(link.withdrawnAt)}: ${link.withdrawnReason ?? ''}`
  return now < link.until ? `works until ${dateAndTime(link.until)}` : `ran out ${dateAndTime(link.until)}`
}
