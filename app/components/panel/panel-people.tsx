import { agencyKinds, roles } from '~/domain/catalogues/panel'
import type { VisibleByKind } from '~/domain/sight/sees'

type Agency = VisibleByKind['agency']
type Member = VisibleByKind['member']

const byName = (a: { name: string }, b: { name: string }) => (a.name < b.name ? -1 : 1)

/** Each agency with who stands for it; then who keeps the panel without standing for an agency. */
export function PanelPeople({
  agencies,
  members,
  core,
}: {
  agencies: readonly Agency[]
  members: readonly Member[]
  core: readonly string[]
}) {
  const without = members.filter((member) => member.agencyId === null)
  return (
    <table className="people">
      <thead>
        <tr>
          <th scope="col">Agency</th>
          <th scope="col">Members</th>
        </tr>
      </thead>
      <tbody>
        {[...agencies].sort(byName).map((agency) => (
          <tr key={agency.id}>
            <th scope="row">
              {agency.name}
              <span className="caption small">
                {agencyKinds[agency.agencyKind]}
                {core.includes(agency.id) ? ', core agency' : ''}
              </span>
            </th>
            <td>
              <MemberList members={members.filter((member) => member.agencyId === agency.id)} />
            </td>
          </tr>
        ))}
        {without.length > 0 ? (
          <tr>
            <th scope="row">No agency</th>
            <td>
              <MemberList members={without} />
            </td>
          </tr>
        ) : null}
      </tbody>
    </table>
  )
}

function MemberList({ members }: { members: readonly Member[] }) {
  if (members.length === 0) return <span className="quiet">Nobody yet</span>
  return (
    <ul className="plain tight">
      {[...members].sort(byName).map((member) => (
        <li key={member.id}>
          {member.name}{' '}
          <span className="quiet">
            {roles[member.role]}
            {member.jobTitle && member.jobTitle.toLowerCase() !== roles[member.role].toLowerCase()
              ? `: ${member.jobTitle}`
              : ''}
          </span>
        </li>
      ))}
    </ul>
  )
}
