import type { CaseFileProps } from '~/components/case/case-file-props'
import { repeatOf, serialOf, type ReferredCase, type Worked } from '~/domain/referral/repeat-and-serial'
import { allOf, memberName, policyIn } from '~/domain/meeting/room-view'
import { dateAndTime } from '../page/dates'

/** The referral that the case came of, and whether it is a repeat and he is serial: worked out from what this reader may see. */
export function CaseReferral({
  view,
  itsCase,
  viewer: { panelId, runs },
}: Pick<CaseFileProps, 'view' | 'itsCase' | 'viewer'>) {
  const referral = allOf(view, 'referral').find((one) => one.caseId === itsCase.id)
  const victims = allOf(view, 'victim')
  const cases: ReferredCase[] = allOf(view, 'case')
    .filter((one) => one.personId === itsCase.personId)
    .map((one) => ({
      caseId: one.id,
      caseRef: one.caseRef,
      referredOn: one.referredOn,
      victimRefs: victims.filter((victim) => victim.caseId === one.id).map((victim) => victim.victimRef),
    }))
  const { repeatMonths } = policyIn(view)
  return (
    <section aria-labelledby="referral">
      <h2 id="referral">Referral, repeat and serial</h2>
      {referral ? (
        <p>
          <a href={`/panels/${panelId}/referrals/${referral.id}`}>Referral {referral.referralRef}</a>,
          received {dateAndTime(referral.receivedAt)}
        </p>
      ) : null}
      {itsCase.moves.map((move) => (
        <p key={move.at}>
          Moved here from another man by {memberName(view, move.by)}, {dateAndTime(move.at)}: {move.reason}
        </p>
      ))}
      {runs ? (
        <p className="no-print">
          Accepted on the wrong man?{' '}
          <a href={`/panels/${panelId}/people#move`}>Move the case to the right one</a>
        </p>
      ) : null}
      <Finding title="Repeat" worked={repeatOf(itsCase.id, cases, repeatMonths)} />
      <Finding title="Serial: two or more victim-survivors" worked={serialOf(cases)} />
    </section>
  )
}

function Finding({ title, worked }: { title: string; worked: Worked }) {
  return (
    <>
      <h3>
        {title}: {worked.yes ? <span className="tag warn">Yes</span> : 'no'}
      </h3>
      <ul className="quiet">
        {worked.working.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}
