import { roles } from '~/domain/catalogues/panel'
import type { VisibleByKind } from '~/domain/sight/sees'

export type KeptMember = Pick<
  VisibleByKind['member'],
  'id' | 'name' | 'role' | 'agencyId' | 'jobTitle' | 'active'
> & { email: string; secondFactor: boolean }

export function MemberTable({
  members,
  agencies,
  here,
}: {
  members: readonly KeptMember[]
  agencies: readonly VisibleByKind['agency'][]
  here: string
}) {
  const agencyName = (id: string | null) => agencies.find((agency) => agency.id === id)?.name ?? 'No agency'
  const order = [...members].sort((a, b) =>
    a.active === b.active ? (a.name < b.name ? -1 : 1) : a.active ? -1 : 1,
  )
  return (
    <table className="members">
      <thead>
        <tr>
          <th scope="col">Member</th>
          <th scope="col">Seat</th>
        </tr>
      </thead>
      <tbody>
        {order.map((member) => (
          <tr key={member.id}>
            <th scope="row">
              <a href={`${here}/${member.id}`}>{member.name}</a>
              {member.active ? null : <span className="tag">Has left</span>}
              <span className="caption email">{member.email}</span>
            </th>
            <td>
              {roles[member.role]}
              <span className="caption small">
                {agencyName(member.agencyId)}
                {member.jobTitle ? `: ${member.jobTitle}` : ''}
              </span>
              <span className="caption small">Second factor {member.secondFactor ? 'on' : 'off'}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
