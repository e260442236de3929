import { Fragment, type ReactNode } from 'react'
import { itemKinds } from '~/domain/catalogues/agenda'
import { decisionOutcomes, findingAnswers, stances, type FindingAnswer } from '~/domain/catalogues/entries'
import { caseModes, childPlans, contactStatuses, engagements, riskLevels } from '~/domain/catalogues/case'
import {
  agenciesIn,
  agencyName,
  allOf,
  carriedOn,
  entriesOn,
  hearingLabels,
  hearingOf,
  meetingIn,
  memberName,
  oneOf,
  policyIn,
  standingOn,
  type VisibleItem,
} from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { stands } from '~/domain/things/entries-standing'
import { courtOrderStage } from '~/domain/case/court-orders'
import { awaitsDisclosure } from '~/domain/case/happening-prompts'
import { localDay } from '~/domain/dates/local-time'
import { CommandButton, CommandForm } from '../forms/command-form'
import { longDate } from '../page/dates'
import { currentEntries, EntryLine } from './entry-line'
import { CourtOrderLine, courtOrdersOn } from '../case/case-orders'
import { HappeningLine } from '../case/happening-line'
import { optionsOf, Select, TextField } from '../forms/form-controls'
import { nameOf, useRoomContext } from '../forms/room-context'
import { cameToChair } from './owed-standing'
import { WithTheChair } from './with-the-chair'

/** A stored key as words: 25_34 is an age band, former_partner a relationship. */
const words = (key: string | null) => (key ?? '').replace(/(\d)_(\d)/g, '$1–$2').replace(/_/g, ' ')

/** Who this is and who is at risk. */
export function CaseHeading({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view } = room
  const itsCase = oneOf(view, 'case', item.caseId)
  const person = oneOf(view, 'person', itsCase?.personId)
  const victims = allOf(view, 'victim').filter((victim) => victim.caseId === item.caseId)
  const children = allOf(view, 'child').filter((child) => child.caseId === item.caseId)
  const out = allOf(view, 'conflict').filter(
    (conflict) => conflict.caseId === item.caseId && conflict.withdrawnAt === null,
  )
  const untold = allOf(view, 'telling').filter((telling) => telling.caseId === item.caseId && telling.open)
  if (!itsCase) {
    return (
      <div className="case-head">
        <h2>
          {item.caseRef} {item.initials}
        </h2>
        <p>It opens to you once you have joined the meeting in session that it is before.</p>
      </div>
    )
  }
  return (
    <div className="case-head">
      <h2>
        {itsCase.caseRef} · {nameOf(room, person, item.initials)}
      </h2>
      <p className="case-tags">
        <span className="tag">{item.itemKind ? itemKinds[item.itemKind] : ''}</span>
        {item.lane === 'note_only' ? (
          <span className="tag warn">Note only: {item.noteOnlyReason}</span>
        ) : null}
        {victims.length > 1 ? <span className="tag bad">Serial</span> : null}
        {itsCase.riskLevel ? (
          <span className={itsCase.riskLevel === 'high' ? 'tag bad' : 'tag'}>
            {riskLevels[itsCase.riskLevel]} risk
          </span>
        ) : null}
        <span>
          {victims.length} victim-survivor{victims.length === 1 ? '' : 's'},{' '}
          {children.length === 0
            ? 'no children'
            : `${children.length} ${children.length === 1 ? 'child' : 'children'}`}
        </span>
        <a className="no-print" href={`/cases/${itsCase.id}`} target="_blank" rel="noreferrer">
          Case file
        </a>
      </p>
      <dl className="facts">
        <div>
          <dt>Referred</dt>
          <dd>
            {longDate(itsCase.referredOn)}
            {itsCase.referralReason ? `: ${itsCase.referralReason}` : ''}
          </dd>
        </div>
        <div>
          <dt>Work</dt>
          <dd>
            {itsCase.mode ? caseModes[itsCase.mode] : 'Not yet accepted'}
            {itsCase.contactStatus ? `; ${contactStatuses[itsCase.contactStatus].toLowerCase()}` : ''}
            {itsCase.engagement ? `; ${engagements[itsCase.engagement].toLowerCase()}` : ''}
          </dd>
        </div>
        <div>
          <dt>Case manager, IDVA</dt>
          <dd>
            {itsCase.caseManager ?? 'none yet'}, {itsCase.idva ?? 'none yet'}
          </dd>
        </div>
        <div>
          <dt>Victim-survivors</dt>
          <dd>
            {victims.length === 0
              ? 'None linked'
              : victims
                  .map(
                    (victim) =>
                      `${victim.victimRef} (${[words(victim.relationship), words(victim.ageBand)].filter(Boolean).join(', ')})`,
                  )
                  .join('; ')}
          </dd>
        </div>
        {children.length > 0 ? (
          <div>
            <dt>Children</dt>
            <dd>
              {children
                .map(
                  (child) =>
                    `${words(child.ageBand) || 'age not recorded'}${child.plan ? `, ${childPlans[child.plan].toLowerCase()}` : ''}`,
                )
                .join('; ')}
            </dd>
          </div>
        ) : null}
        {untold.length > 0 ? (
          <div>
            <dt>Not told yet</dt>
            <dd>
              <span className="tag warn">
                {untold
                  .map((telling) => oneOf(view, 'victim', telling.victimId)?.victimRef ?? 'A victim-survivor')
                  .join(', ')}
              </span>{' '}
              What the panel decided has not reached her. Her case file says who tells her, to those who may
              read it.
            </dd>
          </div>
        ) : null}
        {out.length > 0 ? (
          <div>
            <dt>Out of this case</dt>
            <dd>
              {out
                .map(
                  (conflict) =>
                    `${memberName(view, conflict.memberId)}${conflict.reason ? `: ${conflict.reason}` : ''}`,
                )
                .join('; ')}
            </dd>
          </div>
        ) : null}
      </dl>
      <WithTheChair item={item} />
      <OrdersAtHand item={item} />
      <BetweenMeetings item={item} />
      <SinceLastHeard item={item} />
    </div>
  )
}

/** Court orders that are in force, or still to begin: what would be a breach. */
function OrdersAtHand({ item }: { item: VisibleItem }) {
  const { view, now } = useRoomContext()
  const today = localDay(now)
  const orders = courtOrdersOn(view, item.caseId).filter((order) =>
    ['in_force', 'to_begin'].includes(courtOrderStage(order, today)),
  )
  if (orders.length === 0) return null
  return (
    <details className="since" open>
      <summary>Court orders: {orders.length}</summary>
      <ul className="plain entries">
        {orders.map((order) => (
          <li key={order.id}>
            <CourtOrderLine order={order} view={view} today={today} />
          </li>
        ))}
      </ul>
    </details>
  )
}

/** What happened on the case without a meeting, newest first: open while something of it stands or waits for an answer. */
function BetweenMeetings({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view } = room
  const happenings = allOf(view, 'happening')
    .filter((one) => one.caseId === item.caseId && stands(one))
    .sort((a, b) => b.recordedAt - a.recordedAt)
  const today = localDay(room.now)
  if (happenings.length === 0) return null
  return (
    <details
      className="since"
      open={happenings.some((one) => one.dismissedAt === null || awaitsDisclosure(one))}
    >
      <summary>
        Between meetings:{' '}
        {happenings.length === 1
          ? '1 thing that happened or is going to'
          : `${happenings.length} things that happened or are going to`}
      </summary>
      <ul className="plain entries">
        {happenings.map((happening) => (
          <HappeningLine key={happening.id} happening={happening} view={view} today={today} />
        ))}
      </ul>
    </details>
  )
}

/** For a review: what the panel last decided, and what it left open. */
function SinceLastHeard({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view } = room
  const above = new Set(cameToChair(room, item).map((owed) => owed.id))
  const [last] = carriedOn(view, 'decision', item)
  const actions = carriedOn(view, 'action', item).filter((action) => !above.has(action.id))
  const requests = carriedOn(view, 'request', item).filter((request) => !above.has(request.id))
  const interventions = carriedOn(view, 'intervention', item)
  if (!last && actions.length + requests.length + interventions.length === 0) return null
  return (
    <details className="since">
      <summary>
        Since it was last heard: {last ? `${decisionOutcomes[last.outcome]}, ` : ''}
        {actions.length} open actions, {requests.length} open requests, {interventions.length} interventions
        under way
      </summary>
      <ul className="plain entries">
        {last ? <EntryLine entry={last} withActions={false} /> : null}
        {[...actions, ...requests, ...interventions].map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
    </details>
  )
}

/** Every agency, and where it stands on this case: so that nobody is concluded over a silent core agency unnoticed. */
export function AgencyStrip({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const { runs } = viewer
  const mayMark = room.commands.has('markAgencyHeard')
  const before = room.commands.has('recordReturn')
  const planned = meetingIn(view, meetingId)?.status === 'planned'
  const core = policyIn(view).coreAgencyIds
  return (
    <section aria-labelledby="agencies-heading" className="agency-strip">
      <h3 id="agencies-heading">Agencies</h3>
      <ul className="plain">
        {agenciesIn(view).map((agency) => {
          const hearing = hearingOf(view, item, agency.id, room.inSession)
          const may =
            (runs || agency.id === viewer.agencyId) &&
            hearing !== 'spoken' &&
            hearing !== 'nothing_held' &&
            item.status === 'listed'
          const ids = { meetingId, itemId: item.id, agencyId: agency.id }
          return (
            <li key={agency.id} data-hearing={hearing}>
              <span className="agency-name">
                {agency.name}
                {core.includes(agency.id) ? '' : ' (not core)'}
              </span>{' '}
              <span className={`hearing ${hearing}`}>{hearingLabels[hearing]}</span>
              {room.inSession && mayMark && may ? (
                <>
                  <CommandButton
                    kind="markAgencyHeard"
                    ids={{ ...ids, heard: 'spoken' }}
                    formKey={`heard:${item.id}:${agency.id}`}
                    className="link"
                    label={`${agency.name} has spoken`}
                  >
                    spoken
                  </CommandButton>
                  <CommandButton
                    kind="markAgencyHeard"
                    ids={{ ...ids, heard: 'nothing_held' }}
                    formKey={`nothing:${item.id}:${agency.id}`}
                    className="link"
                    label={`${agency.name} holds nothing`}
                  >
                    nothing held
                  </CommandButton>
                </>
              ) : null}
              {planned &&
              before &&
              agency.id === viewer.agencyId &&
              hearing !== 'nothing_held' &&
              hearing !== 'returned' ? (
                <CommandButton
                  kind="recordReturn"
                  ids={{ ...ids, state: 'nothing_held' }}
                  formKey={`return:${item.id}`}
                  className="link"
                  label="We hold nothing on this case"
                >
                  nothing held
                </CommandButton>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function EntrySection<K extends EntryKind>({
  title,
  kind,
  item,
  empty,
}: {
  title: string
  kind: K
  item: VisibleItem
  empty: string
}) {
  const { view } = useRoomContext()
  const entries = currentEntries(entriesOn(view, kind, item.id) as VisibleByKind[EntryKind][])
  return (
    <section className={`entry-section ${kind}`} aria-labelledby={`${kind}-heading`}>
      <h3 id={`${kind}-heading`}>
        {title} <span className="quiet small">{entries.length > 0 ? entries.length : ''}</span>
      </h3>
      {entries.length === 0 ? <p className="quiet small">{empty}</p> : null}
      <ul className="plain entries">
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

/** The panel's criteria, each met, not met or unknown, with the evidence. */
export function Eligibility({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, meetingId } = room
  const version = allOf(view, 'panel')[0]?.criteriaVersion
  const set = allOf(view, 'criteria').find((one) => one.version === version)
  const findings = standingOn(view, 'finding', item.id)
  const may = room.commands.has('recordFinding') && room.inSession && item.status === 'listed'
  if (!set) return null
  const answered = set.criteria.filter((criterion) =>
    findings.some((finding) => finding.criterionKey === criterion.key),
  ).length
  return (
    <section className="entry-section" aria-labelledby="eligibility-heading">
      <h3 id="eligibility-heading">
        Eligibility{' '}
        <span className="quiet small">
          {answered} of {set.criteria.length} criteria, version {set.version}
        </span>
      </h3>
      <ul className="plain criteria">
        {set.criteria.map((criterion) => {
          const finding = findings.find((one) => one.criterionKey === criterion.key)
          return (
            <li key={criterion.key}>
              <span className="criterion">{criterion.label}</span> <FindingTag answer={finding?.answer} />
              {finding?.evidence ? (
                <span className="small">
                  {' '}
                  {finding.evidence} <span className="quiet">({agencyName(view, finding.agencyId)})</span>
                </span>
              ) : null}
              {may ? (
                <details>
                  <summary>
                    {finding ? 'Change' : 'Answer'}
                    <span className="visually-hidden"> {criterion.label}</span>
                  </summary>
                  <CommandForm
                    kind="recordFinding"
                    ids={{ meetingId, itemId: item.id, 'fields.criterionKey': criterion.key }}
                    formKey={`finding:${item.id}:${criterion.key}`}
                    keepDraft
                    className="finding-form"
                  >
                    <Select
                      name="fields.answer"
                      label="Answer"
                      options={optionsOf(findingAnswers)}
                      empty="Choose"
                      defaultValue={finding?.answer}
                    />
                    <TextField name="fields.evidence" label="Evidence" defaultValue={finding?.evidence} />
                    <button type="submit">Save</button>
                  </CommandForm>
                </details>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function FindingTag({ answer }: { answer: FindingAnswer | undefined }) {
  if (!answer) return <span className="quiet small">not yet answered</span>
  return (
    <span className={answer === 'met' ? 'tag good' : answer === 'not_met' ? 'tag bad' : 'tag warn'}>
      {findingAnswers[answer]}
    </span>
  )
}

/** The decision with every agency's position. */
function DecisionSection({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const decisions = currentEntries(entriesOn(view, 'decision', item.id))
  const standing = standingOn(view, 'decision', item.id)[0]
  const positions = standing
    ? standingOn(view, 'position', item.id).filter((position) => position.decisionId === standing.id)
    : []
  const { runs } = viewer
  const may = room.commands.has('recordPosition') && room.inSession && item.status === 'listed'
  return (
    <section className="entry-section" aria-labelledby="decision-heading">
      <h3 id="decision-heading">Decision</h3>
      {decisions.length === 0 ? (
        <p className="quiet small">
          No decision yet. The chair records it with its reason; each agency adds its position.
        </p>
      ) : null}
      <ul className="plain entries">
        {decisions.map((decision) => (
          <EntryLine key={decision.id} entry={decision} />
        ))}
      </ul>
      {standing ? (
        <>
          <ul className="plain positions">
            {positions.map((position) => (
              <li key={position.id}>
                <strong>{agencyName(view, position.agencyId)}</strong>{' '}
                <span className={position.stance === 'dissents' ? 'tag bad' : 'tag'}>
                  {stances[position.stance]}
                </span>{' '}
                {position.reason}
              </li>
            ))}
          </ul>
          {may ? (
            <CommandForm
              kind="recordPosition"
              ids={{ meetingId, itemId: item.id, 'fields.decisionId': standing.id }}
              formKey={`position:${standing.id}`}
              keepDraft
              className="row position-form"
            >
              {runs ? (
                <Select
                  name="fields.agencyId"
                  label="Agency"
                  options={agenciesIn(view).map((agency) => ({ value: agency.id, label: agency.name }))}
                  defaultValue={viewer.agencyId ?? undefined}
                />
              ) : null}
              <Select
                name="fields.stance"
                label={runs ? 'Its position' : 'Our position'}
                options={optionsOf(stances)}
                defaultValue="agrees"
              />
              <TextField name="fields.reason" label="Reason, if it dissents" />
              <button type="submit" className="secondary">
                Record the position
              </button>
            </CommandForm>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

/** Safety: that it is answered is everyone's to see; what was answered is the safety circle's. */
function SafetySection({ item }: { item: VisibleItem }) {
  const { view } = useRoomContext()
  const victims = allOf(view, 'victim').filter((victim) => victim.caseId === item.caseId)
  const checks = currentEntries(entriesOn(view, 'safetyCheck', item.id))
  const records = victims.flatMap((victim) => oneOf(view, 'safetyRecord', victim.id) ?? [])
  const asked =
    victims.length > 0
      ? victims.map((victim) => ({ id: victim.id, name: victim.victimRef }))
      : [{ id: 'case', name: 'This case' }]
  return (
    <section className="entry-section safety" aria-labelledby="safety-heading">
      <h3 id="safety-heading">Safety of victim-survivors and children</h3>
      <ul className="plain safety-state">
        {asked.map((one) => (
          <li key={one.id}>
            {one.name}:{' '}
            <span className={item.safetyAnswered.includes(one.id) ? 'tag good' : 'tag warn'}>
              {item.safetyAnswered.includes(one.id)
                ? 'Safety check answered'
                : 'Safety check not yet answered'}
            </span>
          </li>
        ))}
      </ul>
      {records.map((record) => (
        <p key={record.id} className="safety-record">
          <span className="tag circle">Her safety record</span>{' '}
          {victims.find((victim) => victim.id === record.id)?.victimRef}: safe contact{' '}
          {record.safeContact || 'not recorded'}; must not know: {record.whoMustNotKnow || 'not recorded'};
          her wishes: {record.wishes || 'not recorded'}.
        </p>
      ))}
      <ul className="plain entries">
        {checks.map((check) => (
          <EntryLine key={check.id} entry={check} />
        ))}
      </ul>
    </section>
  )
}

type Section = (item: VisibleItem) => ReactNode
const entriesOf =
  (kind: EntryKind, title: string, empty: string): Section =>
  (item) => <EntrySection title={title} kind={kind} item={item} empty={empty} />

/** Every kind of entry has its place, in the column of what is known or of what is done about it. */
const sections: Readonly<
  Record<EntryKind, { column: 'known' | 'done'; show: Section } | 'with its decision'>
> = {
  share: {
    column: 'known',
    show: entriesOf(
      'share',
      'What we know',
      'Nothing shared yet. What agencies share shows here as they record it.',
    ),
  },
  lever: {
    column: 'known',
    show: entriesOf('lever', 'Levers', 'No lever yet: what gives anyone a hold on him, or a way in?'),
  },
  finding: { column: 'known', show: (item) => <Eligibility item={item} /> },
  decision: { column: 'done', show: (item) => <DecisionSection item={item} /> },
  position: 'with its decision',
  intervention: {
    column: 'done',
    show: entriesOf('intervention', 'Support and disrupt', 'No intervention yet.'),
  },
  action: { column: 'done', show: entriesOf('action', 'Actions', 'No action yet.') },
  request: { column: 'done', show: entriesOf('request', 'Information requests', 'No request yet.') },
  safetyCheck: { column: 'done', show: (item) => <SafetySection item={item} /> },
}

/** Everything recorded on the case, in the order the meeting goes. */
export function CaseEntries({ item }: { item: VisibleItem }) {
  return (
    <div className="case-entries">
      {(['known', 'done'] as const).map((column) => (
        <div key={column}>
          {Object.entries(sections).map(([kind, section]) =>
            section !== 'with its decision' && section.column === column ? (
              <Fragment key={kind}>{section.show(item)}</Fragment>
            ) : null,
          )}
        </div>
      ))}
    </div>
  )
}
