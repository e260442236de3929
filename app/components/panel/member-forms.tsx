import { roles } from '~/domain/catalogues/panel'
import type { VisibleByKind } from '~/domain/sight/sees'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { Tick } from '../forms/tick'
import type { KeptMember } from './member-table'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'

interface FormProps {
  panelId: string
  agencies: readonly VisibleByKind['agency'][]
  once: string
  to: string
  refused: RefusedForm | undefined
}

function SeatFields({ agencies, member }: { agencies: FormProps['agencies']; member?: KeptMember }) {
  const options = [...agencies]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map((agency) => ({ value: agency.id, label: agency.name }))
  return (
    <>
      <Select
        name="role"
        label="Role"
        options={optionsOf(roles)}
        empty="Choose"
        defaultValue={member?.role}
      />
      <Select
        name="agencyId"
        label="Agency"
        hint="Administrators and evaluators stand for none."
        options={options}
        empty="None"
        defaultValue={member?.agencyId ?? ''}
      />
      <TextField name="jobTitle" label="Job title" hint="May be left empty" defaultValue={member?.jobTitle} />
    </>
  )
}

export function AddMemberForm({ panelId, agencies, ...form }: FormProps) {
  return (
    <CommandPageForm kind="addMember" ids={{ panelId }} {...form}>
      <TextField name="name" label="Name" />
      <TextField
        name="email"
        label="E-mail address"
        hint="Their work address. They sign in with it."
        type="email"
      />
      <SeatFields agencies={agencies} />
      <button type="submit">Add this member</button>
    </CommandPageForm>
  )
}

export function ChangeMemberForm({ panelId, agencies, member, ...form }: FormProps & { member: KeptMember }) {
  return (
    <CommandPageForm kind="changeMember" ids={{ panelId, memberId: member.id }} {...form}>
      <SeatFields agencies={agencies} member={member} />
      <Tick
        name="active"
        label="Is a member now"
        hint="Take the tick away when they leave. What they recorded stays, under their name."
        defaultChecked={member.active}
      />
      <button type="submit">Save</button>
    </CommandPageForm>
  )
}
