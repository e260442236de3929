import { lawfulBases } from '~/domain/catalogues/entries'
import { optionsOf } from '../../forms/option'
import { Select } from '../../forms/select'
import { TextArea } from '../../forms/text-area'
import { TextField } from '../../forms/text-field'
import { LaneField, Sharing, useAgencyOptions, type FieldsProps } from './entry-field-parts'

export function RequestFields({ prefix, entry }: FieldsProps<'request'>) {
  const options = useAgencyOptions()
  return (
    <>
      <TextArea
        name={`${prefix}what`}
        label="What information you need"
        rows={2}
        defaultValue={entry?.what}
      />
      <TextField name={`${prefix}why`} label="Why" defaultValue={entry?.why} />
      <div className="row">
        <Select
          name={`${prefix}toAgencyId`}
          label="From which agency"
          options={options}
          empty="Choose the agency"
          defaultValue={entry?.toAgencyId}
        />
        <TextField
          name={`${prefix}due`}
          label="By when"
          hint="Friday, in 2 weeks, 21 November"
          defaultValue={entry?.due ?? 'in 1 week'}
        />
      </div>
      <details>
        <summary>More: lawful basis, who may read this</summary>
        <Select
          name={`${prefix}lawfulBasis`}
          label="Lawful basis"
          options={optionsOf(lawfulBases)}
          defaultValue={entry?.lawfulBasis ?? 'public_task'}
        />
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}
