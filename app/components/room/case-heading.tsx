import type { ReactNode } from 'react'
import type { VisibleKind } from '~/domain/sight/sees'
import type { KindAt } from '~/domain/things/kinds'
import { itemKinds } from '~/domain/catalogues/agenda'
import { decisionOutcomes } from '~/domain/catalogues/entries'
import { caseModes, childPlans, contactStatuses, engagements, riskLevels } from '~/domain/catalogues/case'
import { allOf, carriedOn, memberName, oneOf, type VisibleItem } from '~/domain/meeting/room-view'
import { stands } from '~/domain/things/entries-standing'
import { courtOrderStage } from '~/domain/case/court-orders'
import { awaitsDisclosure } from '~/domain/case/happening-prompts'
import { localDay } from '~/domain/dates/local-time'
import { longDate } from '../page/dates'
import { EntryLine } from './entry-line'
import { CourtOrderLine, courtOrdersOn } from '../case/case-orders'
import { HappeningLine } from '../case/happening-line'
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
      {Object.entries(ofItsCase).map(([kind, Part]) =>
        typeof Part === 'string' ? null : <Part key={kind} item={item} />,
      )}
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

/**
 * Where the room shows what stands in every room that has the case: a kind that comes to live there does not compile
 * until somebody has said it here.
 */
const ofItsCase: Readonly<
  Record<
    KindAt<'case'> & VisibleKind,
    ((shown: { item: VisibleItem }) => ReactNode) | 'in the head' | 'in the case file alone'
  >
> = {
  victim: 'in the head',
  child: 'in the head',
  telling: 'in the head',
  safetyRecord: 'in the case file alone',
  courtOrder: OrdersAtHand,
  happening: BetweenMeetings,
}
