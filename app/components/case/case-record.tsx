import type { PageViewer } from '~/domain/abilities'
import type { PublicCommandKind } from '~/domain/commands/commands'
import { agenciesIn, agencyName, memberName, type RoomView } from '~/domain/meeting/room-view'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { CommandPageForm, Fold, type RefusedForm } from '../forms/page-form'
import { dateAndTime } from '../page/dates'

// What everything recorded on a case between meetings has in common on its page.

/** By whom it was recorded, and when. */
export function RecordedBy({
  view,
  one,
}: {
  view: RoomView
  one: { agencyId: string; recordedBy: string; recordedAt: number }
}) {
  return (
    <>
      {agencyName(view, one.agencyId)}, {memberName(view, one.recordedBy)}, {dateAndTime(one.recordedAt)}.
    </>
  )
}

/** What became of it afterwards, and why: “Withdrawn”, “Ended”. */
export function Afterwards({
  view,
  what,
  reason,
  by,
  at,
}: {
  view: RoomView
  what: string
  reason: string | null
  by: string | null
  at: number | null
}) {
  return at === null || !reason ? null : (
    <p className="caption small">
      {what}: {reason} ({memberName(view, by)}, {dateAndTime(at)})
    </p>
  )
}

/** Its agency puts it right, and whoever runs the panel. */
export const mayPutRight = (
  viewer: Pick<PageViewer, 'runs' | 'agencyId'>,
  { agencyId }: { agencyId: string },
): boolean => viewer.runs || agencyId === viewer.agencyId

/** Whoever runs the panel records for any agency; everyone else in their own lane, and is not asked. */
export function RecordedFor({
  view,
  runs,
  label = 'Recorded for',
  empty = 'Your own agency',
}: {
  view: RoomView
  runs: boolean
  label?: string
  empty?: string
}) {
  return runs ? (
    <Select
      name="fields.agencyId"
      label={label}
      empty={empty}
      options={agenciesIn(view).map((agency) => ({ value: agency.id, label: agency.name }))}
    />
  ) : null
}

export function WithdrawForm({
  kind,
  id,
  ids,
  once,
  to,
  refused,
}: {
  kind: PublicCommandKind
  id: string
  ids: Record<string, string>
  once: string
  to: string
  refused: RefusedForm | undefined
}) {
  const form = `${kind}-${id}`
  return (
    <Fold title="Withdraw this" form={form} refused={refused}>
      <CommandPageForm kind={kind} name={form} ids={ids} once={once} to={to} refused={refused}>
        <TextField name="reason" label="Why it is withdrawn" hint="It stays readable, marked as withdrawn." />
        <button type="submit" className="secondary">
          Withdraw
        </button>
      </CommandPageForm>
    </Fold>
  )
}
