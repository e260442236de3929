import type { AgencyActions, AgencyAttendance, AgencyReturns, Came } from '~/domain/panel/panel-standing'
import { shortDate } from '../page/dates'

const cameWords: Record<Came, string> = {
  here: 'Came',
  apologies: 'Apologies',
  missed: 'Missed',
  not_recorded: 'Not recorded',
}
const cameSign: Record<Came, string> = { here: '●', apologies: '◐', missed: '○', not_recorded: '–' }

interface StandingProps {
  agencies: readonly { id: string; name: string; core: boolean }[]
  meetings: readonly { id: string; date: string }[]
  attendance: readonly AgencyAttendance[]
  returns: readonly AgencyReturns[]
  actions: readonly AgencyActions[]
}

/** One line an agency: who came, what was returned, what is still to be done. */
export function StandingTable({ agencies, meetings, attendance, returns, actions }: StandingProps) {
  return (
    <>
      <table className="standing">
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">Attendance</th>
            <th scope="col">Returns</th>
            <th scope="col">Actions</th>
          </tr>
        </thead>
        <tbody>
          {agencies.map((agency) => {
            const came = attendance.find((one) => one.agencyId === agency.id)
            const returned = returns.find((one) => one.agencyId === agency.id)
            const action = actions.find((one) => one.agencyId === agency.id)
            return (
              <tr key={agency.id}>
                <th scope="row">
                  {agency.name} {agency.core ? null : <span className="caption small">not core</span>}
                  {came?.fallingOff ? (
                    <span className="tag bad">Not there at the last {came.missedInARow}</span>
                  ) : null}
                </th>
                <td>
                  <ol className="plain came">
                    {came?.came.map((one, index) => (
                      <li key={meetings[index]?.id} className={one}>
                        <span aria-hidden="true">{cameSign[one]}</span>{' '}
                        {shortDate(meetings[index]?.date ?? '')}
                        <span className="visually-hidden">: {cameWords[one]}</span>
                      </li>
                    ))}
                  </ol>
                </td>
                <td data-head="Returns">
                  {returned && returned.asked > 0 ? (
                    returnWords(returned)
                  ) : (
                    <span className="quiet">None asked</span>
                  )}
                </td>
                <td data-head="Actions">
                  {action && action.open > 0 ? actionWords(action) : <span className="quiet">None open</span>}
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="quiet small">● came, ◐ apologies, ○ missed, – not recorded</p>
    </>
  )
}

const returnWords = (one: AgencyReturns) => (
  <>
    {one.inTime} of {one.asked} in time{one.late > 0 ? `, ${one.late} late` : ''}
    {one.missing > 0 ? (
      <>
        , <span className="tag warn">{one.missing} missing</span>
      </>
    ) : null}
  </>
)

const actionWords = (one: AgencyActions) => (
  <>
    {one.open} open
    {one.overdue > 0 ? (
      <>
        , <span className="tag bad">{one.overdue} overdue</span>
      </>
    ) : null}
  </>
)
