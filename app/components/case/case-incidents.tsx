import type { CaseFileProps } from '~/components/case/case-file-props'
import { sources } from '~/domain/catalogues/entries'
import { incidentKinds } from '~/domain/catalogues/candidates'
import { gravities } from '~/domain/catalogues/referral'
import { allOf, memberName } from '~/domain/meeting/room-view'
import { ScoreItems } from '../candidates/candidate-table'
import { dateAndTime, longDate } from '../page/dates'

/** What agencies have on record that he did, newest first, and whether it put him forward. */
export function CaseIncidents({
  view,
  itsCase: { id: caseId, personId },
}: Pick<CaseFileProps, 'view' | 'itsCase'>) {
  const incidents = allOf(view, 'incident')
    .filter((incident) => incident.personId === personId)
    .sort((a, b) => (a.date < b.date ? 1 : -1))
  const candidacies = allOf(view, 'candidacy')
    .filter((one) => one.caseId === caseId)
    .sort((a, b) => b.putForwardAt - a.putForwardAt)
  return (
    <section aria-labelledby="incidents">
      <h2 id="incidents">Incidents</h2>
      {incidents.length === 0 ? (
        <p className="empty">None is on record. Incidents come in with the import, as incidents.csv.</p>
      ) : null}
      {incidents.length > 0 ? (
        <table>
          <thead>
            <tr>
              <th scope="col">Day</th>
              <th scope="col">What, how grave, from where</th>
            </tr>
          </thead>
          <tbody>
            {incidents.map((incident) => (
              <tr key={incident.id}>
                <td>{longDate(incident.date)}</td>
                <td>
                  {incidentKinds[incident.incidentKind]}, {gravities[incident.gravity].toLowerCase()}
                  {incident.source === 'victim_survivor' ? (
                    <>
                      {' '}
                      <span className="tag bad">From her: safety circle only</span>
                    </>
                  ) : null}
                  <span className="caption small">
                    {incident.incidentRef}
                    {incident.victimRef ? `, victim-survivor ${incident.victimRef}` : ''},{' '}
                    {sources[incident.source].toLowerCase()}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      {candidacies.map((one) => (
        <details key={one.id}>
          <summary>
            Put forward {longDate(one.putForwardOn)} with {one.score} points
            {one.withdrawnAt === null ? '' : ', withdrawn since'}
          </summary>
          <p>
            By {memberName(view, one.putForwardBy)},{' '}
            {one.matrixVersion === 0
              ? 'with the starting matrix'
              : `with version ${one.matrixVersion} of the matrix`}
            .
            {one.withdrawnAt === null
              ? ''
              : ` Withdrawn ${dateAndTime(one.withdrawnAt)} by ${memberName(view, one.withdrawnBy)}: ${one.withdrawnReason}`}
          </p>
          <ScoreItems items={one.scoreItems} total={one.score} />
        </details>
      ))}
    </section>
  )
}
