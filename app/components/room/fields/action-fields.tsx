import { membersIn, standingOn } from '~/domain/meeting/room-view'
import { Select } from '../../forms/select'
import { TextArea } from '../../forms/text-area'
import { TextField } from '../../forms/text-field'
import { useRoomContext } from '../../forms/room-context'
import { LaneField, Sharing, useAgencyOptions, type FieldsProps } from './entry-field-parts'

export function ActionFields({ item, prefix, entry }: FieldsProps<'action'>) {
  const { view } = useRoomContext()
  const options = useAgencyOptions()
  const members = membersIn(view).filter((member) => member.agencyId !== null)
  return (
    <>
      <TextArea name={`${prefix}what`} label="What is to be done" rows={2} defaultValue={entry?.what} />
      <div className="row">
        <Select
          name={`${prefix}ownerAgencyId`}
          label="Owner"
          options={options}
          empty="My own agency"
          defaultValue={entry?.ownerAgencyId}
        />
        <TextField
          name={`${prefix}due`}
          label="By when"
          hint="Friday, in 2 weeks, 21 November"
          defaultValue={entry?.due ?? 'in 2 weeks'}
        />
      </div>
      <details>
        <summary>More: role or person, what it is for, who may read this</summary>
        <div className="row">
          <TextField
            name={`${prefix}ownerRole`}
            label="Role that owns it"
            hint="So that it does not leave with a leaver."
            defaultValue={entry?.ownerRole}
          />
          <Select
            name={`${prefix}ownerMemberId`}
            label="Person"
            options={members.map((member) => ({ value: member.id, label: member.name }))}
            empty="Nobody by name"
            defaultValue={entry?.ownerMemberId ?? undefined}
          />
          <Select
            name={`${prefix}interventionId`}
            label="For the intervention"
            options={standingOn(view, 'intervention', item.id).map((one) => ({
              value: one.id,
              label: one.what.slice(0, 60),
            }))}
            empty="None"
            defaultValue={entry?.interventionId ?? undefined}
          />
          <Select
            name={`${prefix}requestId`}
            label="For the request"
            options={standingOn(view, 'request', item.id).map((one) => ({
              value: one.id,
              label: one.what.slice(0, 60),
            }))}
            empty="None"
            defaultValue={entry?.requestId ?? undefined}
          />
        </div>
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}
