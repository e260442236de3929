import {
  referralSources,
  agreements,
  gravities,
  relationships,
  riskTopics,
  type Gravity,
} from '~/domain/catalogues/referral'
import { childPlans, riskLevels } from '~/domain/catalogues/case'
import type { VisibleByKind } from '~/domain/sight/sees'
import { readOut } from '../page/coded-words'
import { dateAndTime, longDate } from '../page/dates'

type Referral = VisibleByKind['referral']
type Safety = VisibleByKind['referralSafety']

/** A referral as it was made: for those who may see it. What is restricted is a part of its own, or not there. */
export function ReferralRecord({
  referral,
  safety,
  nameOf,
}: {
  referral: Referral
  safety: Safety | null
  nameOf: (memberId: string | null) => string
}) {
  const names = `${referral.givenName} ${referral.familyName}`.trim()
  return (
    <>
      <dl className="summary">
        <Row term="Received" value={dateAndTime(referral.receivedAt)} />
        <Row
          term="From"
          value={[
            referral.referrerName,
            referral.referrerAgency,
            referral.source === 'other' ? '' : referralSources[referral.source],
          ]
            .filter(Boolean)
            .join(', ')}
        />
        <Row term="Reached at" value={referral.referrerEmail} />
        <Row term="Came" value={referral.byLink ? 'Through a one-time link' : 'From a member of the panel'} />
        <Row term="Name" value={names} />
        <Row term="Also known as" value={referral.aliases.join('; ')} />
        <Row
          term="Date of birth"
          value={
            [referral.dateOfBirth, ...referral.otherDatesOfBirth]
              .filter((day) => day !== null)
              .map((day) => longDate(day))
              .join('; also ') || 'Not given'
          }
        />
        <Row term="Gender" value={referral.gender} />
        <Row term="First language" value={referral.firstLanguage} />
        <Row term="About him" value={referral.aboutHim} />
        <Row term="Reason" value={referral.reason} />
        <Row term="Orders in force" value={referral.orders || 'None given'} />
      </dl>
      <Incidents
        title="Incidents"
        incidents={referral.incidents}
        none={
          safety === null
            ? 'None was given that you may read.'
            : safety.incidents.length > 0
              ? 'Only what is known from her: it stands below.'
              : 'None was given.'
        }
      />
      <h3>
        Risk: {referral.riskLevel === null ? 'not worked out' : riskLevels[referral.riskLevel].toLowerCase()}
      </h3>
      <Working lines={referral.riskWorking} />
      <dl className="summary">
        <Row term="Answered yes" value={referral.riskTopics.map((topic) => riskTopics[topic]).join('; ')} />
        <Row
          term="Judgement"
          value={
            referral.judgement === null
              ? null
              : `${riskLevels[referral.judgement]}: ${referral.judgementReason}`
          }
        />
        <Row
          term="Panel settings"
          value={referral.policyVersion === 0 ? 'The starting values' : `Version ${referral.policyVersion}`}
        />
      </dl>
      <h3>Children</h3>
      {referral.children.length === 0 ? <p>None was given.</p> : null}
      <ul>
        {referral.children.map((child, index) => (
          <li key={index}>
            {readOut(child.ageBand)}; {child.plan ? childPlans[child.plan].toLowerCase() : 'plan not known'}
          </li>
        ))}
      </ul>
      <Additions additions={referral.additions} nameOf={nameOf} />
      {safety ? (
        <SafetyPart safety={safety} nameOf={nameOf} />
      ) : (
        <p className="quiet">
          What she said and how she can be reached is read by IDVAs, the chair and the coordinator only.
        </p>
      )}
    </>
  )
}

function SafetyPart({ safety, nameOf }: { safety: Safety; nameOf: (memberId: string | null) => string }) {
  return (
    <section aria-labelledby="hers" className="panel-box">
      <h3 id="hers">
        Victim-survivors <span className="tag circle">Restricted</span>
      </h3>
      {safety.victims.map((victim, index) => (
        <dl className="summary" key={index}>
          <Row term={`Victim-survivor ${index + 1}`} value={victim.name || 'Name not given'} />
          <Row
            term="What she is to him"
            value={
              victim.relationship
                ? ((relationships as Record<string, string>)[victim.relationship] ??
                  readOut(victim.relationship))
                : null
            }
          />
          <Row term="Age" value={victim.ageBand ? readOut(victim.ageBand) : null} />
          <Row term="Gender" value={victim.gender} />
          <Row term="Safe contact" value={victim.safeContact || 'Not given'} />
          <Row term="Who must not know" value={victim.whoMustNotKnow || 'Not given'} />
          <Row term="What she said and wants" value={victim.wishes || 'Not given'} />
          <Row term="Knows of the referral" value={agreements[victim.told]} />
          <Row term="Agrees to it" value={agreements[victim.agrees]} />
          <Row term="Why all the same" value={victim.reason} />
        </dl>
      ))}
      <Incidents
        title="Known from her"
        incidents={safety.incidents}
        none="No incident is known from her alone."
      />
      {safety.incidents.length > 0 ? (
        <>
          <p>
            <strong>
              Risk with these counted:{' '}
              {safety.riskLevel === null ? 'not worked out' : riskLevels[safety.riskLevel].toLowerCase()}.
            </strong>{' '}
            The level that others read leaves them out, so that it tells nobody that she has spoken. Judgement
            can raise it when the referral is accepted.
          </p>
          <Working lines={safety.riskWorking} />
        </>
      ) : null}
      <Additions additions={safety.additions} nameOf={nameOf} />
    </section>
  )
}

function Working({ lines }: { lines: readonly string[] }) {
  return (
    <ul className="quiet">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

function Incidents({
  title,
  incidents,
  none,
}: {
  title: string
  incidents: readonly { date: string | null; what: string; gravity: Gravity }[]
  none: string
}) {
  return (
    <>
      <h3>{title}</h3>
      {incidents.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {incidents.map((incident, index) => (
            <li key={index}>
              <strong>{incident.date ? longDate(incident.date) : 'Date not known'}</strong>: {incident.what}{' '}
              <span className="quiet">({gravities[incident.gravity].toLowerCase()})</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Additions({
  additions,
  nameOf,
}: {
  additions: readonly { at: number; by: string | null; what: string }[]
  nameOf: (memberId: string | null) => string
}) {
  if (additions.length === 0) return null
  return (
    <>
      <h3>Added later</h3>
      <ul>
        {additions.map((addition) => (
          <li key={`${addition.at} ${addition.what}`} className="said">
            {dateAndTime(addition.at)}, {addition.by === null ? 'the referrer' : nameOf(addition.by)}:{' '}
            {addition.what}
          </li>
        ))}
      </ul>
    </>
  )
}

function Row({ term, value }: { term: string; value: string | null | undefined }) {
  if (!value) return null
  return (
    <>
      <dt>{term}</dt>
      <dd className="said">{value}</dd>
    </>
  )
}
