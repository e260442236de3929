import { answers, leverKinds } from '~/domain/catalogues/entries'
import { MeaningsLink } from '../../guidance/area-guidance'
import { optionsOf } from '../../forms/option'
import { Select } from '../../forms/select'
import { TextArea } from '../../forms/text-area'
import { TextField } from '../../forms/text-field'
import { LaneField, Sharing, useAgencyOptions, type FieldsProps } from './entry-field-parts'

export function LeverFields({ prefix, entry }: FieldsProps<'lever'>) {
  const options = useAgencyOptions()
  return (
    <>
      <TextArea
        name={`${prefix}what`}
        label="What gives a hold on him, or a way in"
        rows={2}
        defaultValue={entry?.what}
      />
      <div className="row">
        <Select
          name={`${prefix}leverKind`}
          label="Kind of lever"
          options={optionsOf(leverKinds)}
          defaultValue={entry?.leverKind ?? 'other'}
        />
        <Select
          name={`${prefix}holderAgencyId`}
          label="Who has it"
          options={options}
          empty="My own agency"
          defaultValue={entry?.holderAgencyId}
        />
        <Select
          name={`${prefix}safeToUse`}
          label="Safe to use?"
          hint="Would using it show that she has spoken?"
          options={optionsOf(answers)}
          defaultValue={entry?.safeToUse ?? 'unknown'}
        />
      </div>
      {/* After the choices, not between them: whoever goes from one to the next by Tab and types must not land on a link. */}
      <MeaningsLink group="lever" />
      <details>
        <summary>More: why safe or not, who may read this</summary>
        <TextField
          name={`${prefix}safetyNote`}
          label="What makes it safe or unsafe"
          defaultValue={entry?.safetyNote}
        />
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}
