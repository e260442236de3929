import { interventionStatuses, strands, type Strand } from '~/domain/catalogues/entries'
import { standingOn } from '~/domain/meeting/room-view'
import { AreaField } from '../../guidance/area-guidance'
import { Checkboxes, Radios } from '../../forms/choices'
import { optionsOf } from '../../forms/option'
import { Select } from '../../forms/select'
import { TextArea } from '../../forms/text-area'
import { TextField } from '../../forms/text-field'
import { useChosen } from '../../forms/use-chosen'
import { useRoomContext } from '../../forms/room-context'
import { LaneField, Sharing, useAgencyOptions, type FieldsProps } from './entry-field-parts'

export function InterventionFields({
  item,
  prefix,
  entry,
  strand: preset,
}: FieldsProps<'intervention'> & { strand?: Strand }) {
  const { view, live } = useRoomContext()
  const options = useAgencyOptions()
  const [box, strand] = useChosen<HTMLDivElement>(`${prefix}strand`, entry?.strand ?? preset ?? 'support')
  const levers = standingOn(view, 'lever', item.id)
  return (
    <>
      <TextArea
        name={`${prefix}what`}
        label="What exactly will be done"
        rows={2}
        defaultValue={entry?.what}
      />
      <div ref={box}>
        <Radios
          name={`${prefix}strand`}
          legend="Strand"
          options={optionsOf(strands)}
          defaultValue={entry?.strand ?? preset ?? 'support'}
        />
      </div>
      {!live || strand !== 'disrupt' ? (
        <AreaField
          group="support"
          name={`${prefix}supportAreas[]`}
          chosen={entry?.supportAreas}
          live={live}
        />
      ) : null}
      {!live || strand !== 'support' ? (
        <AreaField
          group="disrupt"
          name={`${prefix}disruptAreas[]`}
          chosen={entry?.disruptAreas}
          live={live}
        />
      ) : null}
      <div className="row">
        <Select
          name={`${prefix}leadAgencyId`}
          label="Lead agency"
          options={options}
          empty="My own agency"
          defaultValue={entry?.leadAgencyId}
        />
        <Select
          name={`${prefix}leverId`}
          label="Uses the lever"
          options={levers.map((lever) => ({ value: lever.id, label: lever.what.slice(0, 60) }))}
          empty="None recorded"
          defaultValue={entry?.leverId ?? undefined}
        />
      </div>
      <details>
        <summary>More: joint agencies, state, who may read this</summary>
        <Checkboxes
          name={`${prefix}jointAgencyIds[]`}
          legend="Joint agencies"
          options={options}
          chosen={entry?.jointAgencyIds}
        />
        <div className="row">
          <Select
            name={`${prefix}status`}
            label="State"
            options={optionsOf(interventionStatuses)}
            defaultValue={entry?.status ?? 'planned'}
          />
          <TextField name={`${prefix}result`} label="Result so far" defaultValue={entry?.result} />
        </div>
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}
