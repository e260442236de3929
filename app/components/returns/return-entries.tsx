import type { ReactNode } from 'react'
import type { VisibleByKind } from '~/domain/sight/sees'
import { ownReturnOn, type VisiblePrepared } from '~/domain/returns/own-return'
import type { VisibleItem } from '~/domain/meeting/room-view'
import { CommandButton, CommandForm } from '../forms/command-form'
import { dateAndTime } from '../page/dates'
import { LeverFields } from '../room/fields/lever-fields'
import { ShareFields } from '../room/fields/share-fields'
import { TextField } from '../forms/text-field'
import { PreparedText } from '../room/prepared-entry'
import { useRoomContext } from '../forms/room-context'

/** One case of an agency's returns: its prepared entries, and the ways to add one, change it, or decline the return. */
export function ReturnEntries({ item, open }: { item: VisibleItem; open: boolean }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const { asked, prepared } = ownReturnOn(view, item, viewer)
  const ids = {
    meetingId,
    itemId: item.id,
    to: `/meetings/${meetingId}/returns?done=prepared#entries-${item.id}`,
  }
  const keys = {
    share: `prepare-share:${item.id}`,
    lever: `prepare-lever:${item.id}`,
    decline: `decline:${item.id}`,
  }
  return (
    <div className="return-entries">
      {prepared.length === 0 ? null : (
        <ol className="plain entries">
          {prepared.map((one) => (
            <PreparedLine key={one.id} prepared={one} item={item} open={open} />
          ))}
        </ol>
      )}
      {open ? (
        <div className="folds">
          <Adding caseRef={item.caseRef} title="Add information" formKey={keys.share}>
            <CommandForm kind="prepareInformation" ids={ids} formKey={keys.share}>
              <ShareFields item={item} prefix="fields." />
              <button type="submit">Prepare this</button>
            </CommandForm>
          </Adding>
          <Adding caseRef={item.caseRef} title="Add a lever we could offer" formKey={keys.lever}>
            <CommandForm kind="prepareLever" ids={ids} formKey={keys.lever}>
              <LeverFields item={item} prefix="fields." />
              <button type="submit">Prepare this</button>
            </CommandForm>
          </Adding>
          {asked?.state === 'declined' ? (
            <p className="small">Declined: {asked.declinedReason}</p>
          ) : (
            <Adding caseRef={item.caseRef} title="Decline this return" formKey={keys.decline}>
              <CommandForm
                kind="recordReturn"
                ids={{ ...ids, state: 'declined', to: `/meetings/${meetingId}/returns?done=declined` }}
                formKey={keys.decline}
              >
                <TextField
                  name="reason"
                  label="Why your agency declines"
                  hint="Chair and coordinator read this. Say nothing of what you hold."
                />
                <button type="submit" className="secondary">
                  Decline
                </button>
              </CommandForm>
            </Adding>
          )}
        </div>
      ) : null}
    </div>
  )
}

function Adding({
  title,
  caseRef,
  formKey,
  children,
}: {
  title: string
  caseRef: string | null
  formKey: string
  children: ReactNode
}) {
  const room = useRoomContext()
  return (
    <details className="fold no-print" open={room.refusedIn(formKey) !== undefined}>
      <summary>
        {title}
        <span className="visually-hidden"> on {caseRef}</span>
      </summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}

function PreparedLine({
  prepared,
  item,
  open,
}: {
  prepared: VisiblePrepared
  item: VisibleItem
  open: boolean
}) {
  const { meetingId } = useRoomContext()
  const formKey = `change-prepared:${prepared.id}`
  const to = `/meetings/${meetingId}/returns?done=prepared#entries-${item.id}`
  const ids = { meetingId, preparedId: prepared.id, to }
  return (
    <li>
      <PreparedText prepared={prepared} />{' '}
      {prepared.sharedAt !== null ? (
        <span className="tag good">Shared {dateAndTime(prepared.sharedAt)}</span>
      ) : open ? (
        <>
          <Adding caseRef={item.caseRef} title="Change or take out" formKey={formKey}>
            <CommandForm
              kind="changePrepared"
              ids={{ ...ids, 'correction.entryKind': prepared.lever ? 'lever' : 'share' }}
              formKey={formKey}
            >
              {prepared.lever ? (
                <LeverFields item={item} prefix="correction.fields." entry={asEntry<'lever'>(prepared)} />
              ) : (
                <ShareFields item={item} prefix="correction.fields." entry={asEntry<'share'>(prepared)} />
              )}
              <button type="submit">Save</button>
            </CommandForm>
            <CommandButton
              kind="dropPrepared"
              ids={{ ...ids, to: `/meetings/${meetingId}/returns?done=dropped` }}
              formKey={`drop-prepared:${prepared.id}`}
            >
              Take it out of the return
            </CommandButton>
          </Adding>
        </>
      ) : null}
    </li>
  )
}

/** The fields of a form read only what an entry says, not where it stands. */
const asEntry = <K extends 'share' | 'lever'>({
  what,
  audience,
  handling,
  share,
  lever,
}: VisiblePrepared): VisibleByKind[K] =>
  ({ what, audience, handling, ...(share ?? lever) }) as unknown as VisibleByKind[K]
