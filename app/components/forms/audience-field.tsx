import { audienceLabels } from '~/domain/audience'
import { handlingMarks } from '~/domain/catalogues/entries'
import { agenciesIn, membersIn } from '~/domain/meeting/room-view'
import { Checkboxes } from './choices'
import { optionsOf } from './option'
import { Select } from './select'
import { useChosen } from './use-chosen'
import { useScripted } from './use-scripted'
import { useRoomContext } from './room-context'

/** Who may read an entry, and how it may be used. The lists appear when they are wanted; without script they all stand there. */
export function AudienceField({
  prefix,
  usual,
  circleOnly = false,
  defaultKind = '',
  agencyIds = [],
  memberIds = [],
}: {
  prefix: string
  usual: string
  circleOnly?: boolean
  defaultKind?: string
  agencyIds?: readonly string[]
  memberIds?: readonly string[]
}) {
  const room = useRoomContext()
  const [box, kind] = useChosen<HTMLDivElement>(`${prefix}audience.kind`, defaultKind)
  const scripted = useScripted()
  const show = (wanted: string) => !scripted || kind === wanted
  const options = Object.entries(audienceLabels)
    .filter(([value]) => !circleOnly || value === 'safety_circle')
    .map(([value, label]) => ({ value, label }))
  const people = membersIn(room.view).filter((member) => member.sits)
  return (
    <div ref={box}>
      <Select
        name={`${prefix}audience.kind`}
        label="Who may read this"
        options={options}
        empty={usual}
        defaultValue={defaultKind}
      />
      {show('agencies') && !circleOnly ? (
        <Checkboxes
          name={`${prefix}audience.agencyIds[]`}
          legend="Agencies that may read it"
          hint="Your own agency always can."
          options={agenciesIn(room.view).map((agency) => ({ value: agency.id, label: agency.name }))}
          chosen={agencyIds}
        />
      ) : null}
      {show('safety_circle') ? (
        <Checkboxes
          name={`${prefix}audience.memberIds[]`}
          legend="Others who may read it, by name"
          hint="IDVA, chair, coordinator and police are in the safety circle already."
          options={people.map((member) => ({ value: member.id, label: member.name }))}
          chosen={memberIds}
        />
      ) : null}
    </div>
  )
}

export function HandlingField({ prefix, chosen = [] }: { prefix: string; chosen?: readonly string[] }) {
  return (
    <Checkboxes
      name={`${prefix}handling[]`}
      legend="How it may be used"
      options={optionsOf(handlingMarks)}
      chosen={chosen}
    />
  )
}
