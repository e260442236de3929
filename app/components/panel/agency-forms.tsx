import { agencyKinds } from '~/domain/catalogues/panel'
import type { VisibleByKind } from '~/domain/sight/sees'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { Tick } from '../forms/tick'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

interface FormProps {
  panelId: string
  once: string
  to: string
  refused: RefusedForm | undefined
}
export type KeptAgency = VisibleByKind['agency'] & { core: boolean; members: number }

function AgencyFields({ agency }: { agency?: KeptAgency }) {
  return (
    <>
      <TextField name="name" label="Name" defaultValue={agency?.name} />
      <Select
        name="agencyKind"
        label="Kind"
        options={optionsOf(agencyKinds)}
        empty="Choose"
        defaultValue={agency?.agencyKind}
      />
      <Tick
        name="core"
        label="Core agency"
        hint="One the panel cannot well do without. Changing this makes a new version of the panel’s settings."
        defaultChecked={agency?.core ?? false}
      />
      <TextField
        name="reason"
        label="Why, if core or not changes"
        hint="The record keeps it with the new version."
      />
    </>
  )
}

export function AddAgencyForm({ panelId, ...form }: FormProps) {
  return (
    <CommandPageForm kind="addAgency" ids={{ panelId }} {...form}>
      <AgencyFields />
      <button type="submit">Add this agency</button>
    </CommandPageForm>
  )
}

/** Each agency with what it is, and a form to change it. */
export function AgencyTable({
  agencies,
  panelId,
  once,
  to,
  refused,
}: FormProps & { agencies: readonly KeptAgency[] }) {
  return (
    <table className="people">
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Members and changes</th>
        </tr>
      </thead>
      <tbody>
        {agencies.map((agency) => (
          <tr key={agency.id}>
            <th scope="row">
              {agency.name}
              <span className="caption small">
                {agencyKinds[agency.agencyKind]}
                {agency.core ? ', core agency' : ''}
              </span>
            </th>
            <td>
              {agency.members === 0
                ? 'Nobody yet'
                : agency.members === 1
                  ? '1 member'
                  : `${agency.members} members`}
              <Fold title={`Change ${agency.name}`} form={`agency-${agency.id}`} refused={refused}>
                <CommandPageForm
                  kind="changeAgency"
                  name={`agency-${agency.id}`}
                  ids={{ panelId, agencyId: agency.id }}
                  once={once}
                  to={to}
                  refused={refused}
                >
                  <AgencyFields agency={agency} />
                  <button type="submit">Save</button>
                </CommandPageForm>
              </Fold>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
