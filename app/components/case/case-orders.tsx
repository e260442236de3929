import type { CaseFileProps } from '~/components/case/case-file-props'
import { courtOrderStage, type CourtOrderStage } from '~/domain/case/court-orders'
import { allOf, type RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { courtOrderEnds, courtOrderKinds } from '~/domain/things/case'
import { Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { CommandPageForm, Fold } from '../forms/page-form'
import { longDate } from '../page/dates'
import { Afterwards, mayPutRight, RecordedBy, RecordedFor } from './case-record'

type CourtOrder = VisibleByKind['courtOrder']

export const ordersDone = {
  ordered: 'The order is on record.',
  orderEnded: 'That it is no longer in force is on record, with the reason.',
}

const stages: Record<CourtOrderStage, { label: string; tag: string }> = {
  in_force: { label: 'In force', tag: 'tag good' },
  to_begin: { label: 'Still to begin', tag: 'tag warn' },
  ended: { label: 'Ended', tag: 'tag' },
  recorded_wrongly: { label: 'Recorded wrongly', tag: 'tag' },
}

/** Orders on one case, the newest first; those that were recorded wrongly last. */
export const courtOrdersOn = (view: RoomView, caseId: string | null): CourtOrder[] =>
  allOf(view, 'courtOrder')
    .filter((one) => one.caseId === caseId)
    .sort(
      (a, b) =>
        Number(a.endedAs === 'recorded_wrongly') - Number(b.endedAs === 'recorded_wrongly') ||
        (a.startsOn < b.startsOn ? 1 : a.startsOn > b.startsOn ? -1 : b.recordedAt - a.recordedAt),
    )

const lastDay = ({ endedAs, endedOn, endsOn }: CourtOrder) =>
  endedAs === 'ended_early' && endedOn !== null
    ? `, ended on ${longDate(endedOn)}`
    : endsOn === null
      ? ', until further order'
      : ` to ${longDate(endsOn)}`

/** What is ordered, from when to when, who enforces it, and how it stands on this day. */
export function CourtOrderLine({ order, view, today }: { order: CourtOrder; view: RoomView; today: string }) {
  const stage = courtOrderStage(order, today)
  return (
    <>
      <p>
        <span className={stages[stage].tag}>{stages[stage].label}</span>{' '}
        <strong>{courtOrderKinds[order.orderKind]}</strong>, from {longDate(order.startsOn)}
        {lastDay(order)}: <span className="said">{order.terms}</span>
      </p>
      <p className="caption small">
        {order.whoEnforces ? `Enforced by ${order.whoEnforces}. ` : ''}
        <RecordedBy view={view} one={order} />
      </p>
      <Afterwards
        view={view}
        what={order.endedAs === 'recorded_wrongly' ? 'Recorded wrongly' : 'Ended'}
        reason={order.endedReason}
        by={order.endedBy}
        at={order.endedAt}
      />
    </>
  )
}

/** What courts have ordered against him, how each stands today, and a form to record another. */
export function CaseOrders({ view, itsCase, viewer, today, once, refused }: CaseFileProps) {
  const caseId = itsCase.id
  const orders = courtOrdersOn(view, caseId)
  const mayRecord = viewer.commands.includes('recordCourtOrder')
  const mayEnd = (order: CourtOrder) =>
    viewer.commands.includes('endCourtOrder') && order.endedAs === null && mayPutRight(viewer, order)
  return (
    <section aria-labelledby="orders">
      <h2 id="orders">Court orders</h2>
      {orders.length === 0 ? (
        <p className="empty">
          None is recorded. Orders, bail and licence conditions will be here, with what would be a breach.
        </p>
      ) : null}
      <ul className="plain file-entries">
        {orders.map((order) => (
          <li
            key={order.id}
            className={order.endedAs === 'recorded_wrongly' ? 'file-entry withdrawn' : 'file-entry'}
          >
            <CourtOrderLine order={order} view={view} today={today} />
            {mayEnd(order) ? (
              <Fold title="It is no longer in force" form={`endCourtOrder-${order.id}`} refused={refused}>
                <CommandPageForm
                  kind="endCourtOrder"
                  name={`endCourtOrder-${order.id}`}
                  ids={{ caseId, courtOrderId: order.id }}
                  once={once}
                  to={`/cases/${caseId}?done=orderEnded#orders`}
                  refused={refused}
                >
                  <Radios name="as" legend="What has happened" options={optionsOf(courtOrderEnds)} />
                  <TextField name="on" label="Day on which it ended" hint="Today, if left out." type="date" />
                  <TextField
                    name="reason"
                    label="Who ended it and why, or what was wrong"
                    hint="The order stays readable, with this beside it."
                  />
                  <button type="submit" className="secondary">
                    Record that it has ended
                  </button>
                </CommandPageForm>
              </Fold>
            ) : null}
          </li>
        ))}
      </ul>
      {mayRecord ? (
        <Fold title="Record an order" form="recordCourtOrder" refused={refused}>
          <CommandPageForm
            kind="recordCourtOrder"
            ids={{ caseId }}
            once={once}
            to={`/cases/${caseId}?done=ordered#orders`}
            refused={refused}
          >
            <Select
              name="fields.orderKind"
              label="Kind of order"
              options={optionsOf(courtOrderKinds)}
              empty="Choose"
            />
            <TextArea
              name="fields.terms"
              label="What he may not do, or has to do"
              hint="He knows what the court ordered. Leave out where she lives or works if the order does not name it."
            />
            <TextField name="fields.startsOn" label="In force from" type="date" defaultValue={today} />
            <TextField
              name="fields.endsOn"
              label="Last day"
              hint="Leave it out where it holds until further order."
              type="date"
            />
            <TextField name="fields.whoEnforces" label="Who enforces it, if known" />
            <RecordedFor view={view} runs={viewer.runs} />
            <button type="submit">Record the order</button>
          </CommandPageForm>
        </Fold>
      ) : null}
    </section>
  )
}
