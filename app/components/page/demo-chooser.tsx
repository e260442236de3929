import { roles, type Role } from '~/domain/catalogues/panel'

export interface DemoSeat {
  accountId: string
  name: string
  role: Role
  jobTitle: string
  agency: string | null
  panel: string
}

const groupsOf = <T,>(things: readonly T[], keyOf: (thing: T) => string): [string, T[]][] => {
  const groups = new Map<string, T[]>()
  for (const thing of things) groups.set(keyOf(thing), [...(groups.get(keyOf(thing)) ?? []), thing])
  return [...groups]
}
const roleOrder = Object.keys(roles)
const byRole = (a: DemoSeat, b: DemoSeat) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role)

/** Only where the server allows it, never in production: sign in as an invented person. */
export function DemoChooser({ seats, to }: { seats: readonly DemoSeat[]; to: string }) {
  return (
    <section className="demo-chooser" aria-labelledby="demo-heading">
      <h2 id="demo-heading">
        <span className="tag warn">Demo</span> Or sign in as an invented person
      </h2>
      <p>
        No password is needed. Every person and case here is invented. This list does not exist in production.
      </p>
      {groupsOf(seats, (seat) => seat.panel).map(([panel, onPanel]) => (
        <section key={panel}>
          <h3>{panel}</h3>
          {groupsOf([...onPanel].sort(byRole), (seat) => roles[seat.role]).map(([role, people]) => (
            <div key={role} className="demo-role">
              <h4>{role}</h4>
              <ul className="plain demo-people">
                {people.map((person) => (
                  <li key={person.accountId}>
                    <form method="post">
                      <input type="hidden" name="to" value={to} />
                      <button
                        type="submit"
                        name="accountId"
                        value={person.accountId}
                        className="secondary demo-person"
                      >
                        <span>{person.name}</span>
                        <span className="small">
                          {[person.jobTitle, person.agency].filter(Boolean).join(', ')}
                        </span>
                      </button>
                    </form>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </section>
      ))}
    </section>
  )
}
