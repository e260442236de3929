import { agenciesIn, type VisibleItem } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { AudienceField, HandlingField } from '../../forms/audience-field'
import { Select } from '../../forms/select'
import { useRoomContext } from '../../forms/room-context'

// The fields of each kind of entry: first the line that is always needed, then, folded away, what context has filled in.
// The same fields serve recording and correcting; `entry` is what is corrected.

type Shown<K extends EntryKind> = VisibleByKind[K] | undefined

export interface FieldsProps<K extends EntryKind> {
  item: VisibleItem
  prefix: string
  entry?: Shown<K>
}

export function useAgencyOptions() {
  const { view } = useRoomContext()
  return agenciesIn(view).map((agency) => ({ value: agency.id, label: agency.name }))
}

/** Chair and coordinator may record for another agency; everyone else is in their own lane. */
export function LaneField({ prefix, agencyId }: { prefix: string; agencyId?: string | undefined }) {
  const { viewer, ownLaneOnly } = useRoomContext()
  const options = useAgencyOptions()
  if (ownLaneOnly) return null
  if (!viewer.runs) return null
  return (
    <Select
      name={`${prefix}agencyId`}
      label="Recorded for"
      options={options}
      empty={viewer.agencyId ? 'My own agency' : 'Choose the agency'}
      defaultValue={agencyId === viewer.agencyId ? '' : agencyId}
    />
  )
}

export function Sharing({
  prefix,
  entry,
  usual,
}: {
  prefix: string
  entry?: VisibleByKind[EntryKind] | undefined
  usual: string
}) {
  const audience = entry?.audience
  return (
    <>
      <AudienceField
        prefix={prefix}
        usual={usual}
        defaultKind={audience?.kind ?? ''}
        agencyIds={audience?.kind === 'agencies' ? audience.agencyIds : []}
        memberIds={audience?.kind === 'safety_circle' ? audience.memberIds : []}
      />
      <HandlingField prefix={prefix} chosen={entry?.handling ?? []} />
    </>
  )
}
