import { gateways, lawfulBases, natures, purposes, sources } from '~/domain/catalogues/entries'
import { allOf } from '~/domain/meeting/room-view'
import { optionsOf } from '../../forms/option'
import { Select } from '../../forms/select'
import { TextArea } from '../../forms/text-area'
import { TextField } from '../../forms/text-field'
import { useChosen } from '../../forms/use-chosen'
import { useRoomContext } from '../../forms/room-context'
import { LaneField, Sharing, type FieldsProps } from './entry-field-parts'

export function ShareFields({ item, prefix, entry }: FieldsProps<'share'>) {
  const { view, viewer, live } = useRoomContext()
  const from = entry?.source ?? viewer.usualSource
  const [box, source] = useChosen<HTMLDivElement>(`${prefix}source`, from)
  const readers = source === 'victim_survivor' ? 'Safety circle: she told us' : 'The whole panel'
  const victims = allOf(view, 'victim').filter((victim) => victim.caseId === item.caseId)
  const about = [
    { value: 'perpetrator', label: 'The perpetrator' },
    ...victims.map((victim) => ({ value: victim.id, label: `Victim-survivor ${victim.victimRef}` })),
    { value: 'children', label: 'The children' },
  ]
  return (
    <>
      <TextArea name={`${prefix}what`} label="What you share" rows={2} defaultValue={entry?.what} />
      <div className="row" ref={box}>
        <Select
          name={`${prefix}source`}
          label="It comes from"
          options={optionsOf(sources)}
          defaultValue={from}
        />
        <Select
          name={`${prefix}nature`}
          label="Fact or opinion"
          options={optionsOf(natures)}
          defaultValue={entry?.nature ?? 'fact'}
        />
      </div>
      <div className="row">
        <Sharing
          prefix={prefix}
          entry={entry}
          usual={live ? readers : 'The panel; the safety circle if she told us'}
        />
      </div>
      <details>
        <summary>More: about whom, date, purpose, lawful basis</summary>
        <div className="row">
          <Select
            name={`${prefix}about`}
            label="About"
            options={about}
            defaultValue={entry?.about ?? 'perpetrator'}
          />
          <TextField
            name={`${prefix}factDate`}
            label="Date of the fact"
            type="date"
            defaultValue={entry?.factDate ?? undefined}
          />
          <Select
            name={`${prefix}purpose`}
            label="Purpose"
            options={optionsOf(purposes)}
            defaultValue={entry?.purpose ?? 'protect_adult'}
          />
          <Select
            name={`${prefix}lawfulBasis`}
            label="Lawful basis"
            options={optionsOf(lawfulBases)}
            defaultValue={entry?.lawfulBasis ?? 'public_task'}
          />
          <Select
            name={`${prefix}gateway`}
            label="Gateway"
            options={optionsOf(gateways)}
            defaultValue={entry?.gateway ?? 'crime_and_disorder_s115'}
          />
        </div>
        <TextField
          name={`${prefix}necessity`}
          label="Why sharing is necessary"
          hint="One line: what it lets the panel do."
          defaultValue={entry?.necessity}
        />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}
