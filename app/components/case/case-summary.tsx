import { caseStanding, caseStandings } from '~/domain/meeting/case-standing'
import { referralSources } from '~/domain/catalogues/referral'
import { caseModes, closureReasons, contactStatuses, engagements, riskLevels } from '~/domain/catalogues/case'
import { allOf, type RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { readOut } from '../page/coded-words'
import { longDate } from '../page/dates'

const day = (value: string | null) => (value === null ? undefined : longDate(value))

/** What the case is and whom it is about. What is not recorded is left out, but for what a panel always asks. */
export function CaseSummary({
  view,
  itsCase,
  person,
}: {
  view: RoomView
  itsCase: VisibleByKind['case']
  person: VisibleByKind['person'] | undefined
}) {
  const others = allOf(view, 'case').filter(
    (one) => one.personId === itsCase.personId && one.id !== itsCase.id,
  )
  return (
    <section aria-labelledby="summary" className="columns">
      <div>
        <h2 id="summary">Summary</h2>
        <dl className="summary">
          <Row term="State" value={caseStandings[caseStanding(itsCase)]} />
          <Row
            term="Referred"
            value={`${longDate(itsCase.referredOn)}, ${referralSources[itsCase.referralSource]}${itsCase.referringAgency ? `: ${itsCase.referringAgency}` : ''}`}
          />
          <Row term="Reason" value={itsCase.referralReason ?? 'Not recorded'} />
          <Row
            term="Risk"
            value={`${itsCase.riskLevel ? riskLevels[itsCase.riskLevel] : 'Not recorded'}${itsCase.dashCount === null ? '' : `, DASH ${itsCase.dashCount}`}`}
          />
          <Row term="Accepted" value={day(itsCase.acceptedOn)} />
          <Row term="Not accepted" value={day(itsCase.notAcceptedOn)} />
          <Row term="Kind of work" value={itsCase.mode ? caseModes[itsCase.mode] : undefined} />
          <Row
            term="Contact"
            value={itsCase.contactStatus ? contactStatuses[itsCase.contactStatus] : undefined}
          />
          <Row term="Engagement" value={itsCase.engagement ? engagements[itsCase.engagement] : undefined} />
          <Row term="Case manager" value={itsCase.caseManager ?? 'None yet'} />
          <Row term="IDVA" value={itsCase.idva ?? 'None yet'} />
          <Row
            term="Closed"
            value={
              itsCase.closedOn === null
                ? undefined
                : `${longDate(itsCase.closedOn)}${itsCase.closureReason ? `, ${closureReasons[itsCase.closureReason].toLowerCase()}` : ''}`
            }
          />
        </dl>
      </div>
      <div>
        <h2>Perpetrator</h2>
        {person ? (
          <dl className="summary">
            <Row term="Name" value={`${person.givenName} ${person.familyName}`} />
            <Row
              term="Also known as"
              value={person.aliases.length > 0 ? person.aliases.join('; ') : undefined}
            />
            <Row term="Date of birth" value={day(person.dateOfBirth) ?? 'Not recorded'} />
            <Row term="Gender" value={readOut(person.gender)} />
            <Row term="Ethnicity" value={readOut(person.ethnicity)} />
            <Row term="First language" value={person.firstLanguage ?? 'Not recorded'} />
            <Row term="Reference" value={person.personRef} />
          </dl>
        ) : (
          <p className="empty">Nothing about him is open to you.</p>
        )}
        {others.length > 0 ? (
          <>
            <h3>Other cases about him</h3>
            <ul>
              {others.map((one) => (
                <li key={one.id}>
                  <a href={`/cases/${one.id}`}>{one.caseRef}</a>, referred {longDate(one.referredOn)}:{' '}
                  {caseStandings[caseStanding(one)].toLowerCase()}
                </li>
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </section>
  )
}

function Row({ term, value }: { term: string; value: string | undefined }) {
  if (value === undefined) return null
  return (
    <>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </>
  )
}
