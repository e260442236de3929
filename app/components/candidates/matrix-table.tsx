import { gravities, gravityKeys } from '~/domain/catalogues/referral'
import type { ShownMatrixPart } from '~/domain/candidates/matrix-words'
import { settingStatuses } from '~/domain/catalogues/policy/setting-kinds'
import type { MatrixValues } from '~/domain/catalogues/scoring-matrix'
import { TextField } from '../forms/text-field'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'

export function MatrixTable({ shown }: { shown: readonly ShownMatrixPart[] }) {
  return (
    <table className="settings">
      <caption className="visually-hidden">The matrix in force</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">Points and source</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((one) => (
          <tr key={one.part}>
            <th scope="row">{one.label}</th>
            <td>
              {one.lines.length === 0 ? 'No points' : null}
              <ul className="plain">
                {one.lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
              <span className="caption small">
                <span className={one.status === 'local' ? 'tag' : 'tag warn'}>
                  {settingStatuses[one.status]}
                </span>{' '}
                {one.source}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface FormRow {
  at: number | undefined
  points: number | undefined
}

/** What stands, and two empty rows to add to it. */
const withSpare = (rows: readonly FormRow[]): FormRow[] => [
  ...rows,
  { at: undefined, points: undefined },
  { at: undefined, points: undefined },
]

function Rows({
  field,
  legend,
  atLabel,
  rows,
}: {
  field: string
  legend: string
  atLabel: string
  rows: readonly FormRow[]
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      <span className="hint">Leave a row empty to take it out.</span>
      {withSpare(rows).map((row, index) => (
        <div className="row" key={index}>
          <TextField
            name={`${field}.${index}.at`}
            label={`${atLabel}, row ${index + 1}`}
            short
            inputMode="numeric"
            defaultValue={row.at}
          />
          <TextField
            name={`${field}.${index}.points`}
            label={`Points, row ${index + 1}`}
            short
            inputMode="numeric"
            defaultValue={row.points}
          />
        </div>
      ))}
    </fieldset>
  )
}

export function MatrixForm({
  values,
  panelId,
  once,
  to,
  refused,
}: {
  values: MatrixValues
  panelId: string
  once: string
  to: string
  refused: RefusedForm | undefined
}) {
  return (
    <CommandPageForm kind="adoptScoringMatrix" ids={{ panelId }} once={once} to={to} refused={refused}>
      <TextField
        name="windowMonths"
        label="Incidents count for so many months"
        short
        inputMode="numeric"
        defaultValue={values.windowMonths}
      />
      <TextField
        name="victimMonths"
        label="Victim-survivors count for so many months"
        short
        inputMode="numeric"
        defaultValue={values.victimMonths}
      />
      <Rows
        field="recency"
        legend="Recency: points for each incident"
        atLabel="Up to so many days ago"
        rows={values.recency.map(({ days, points }) => ({ at: days, points }))}
      />
      <Rows
        field="frequency"
        legend="Frequency: points for the number of incidents"
        atLabel="From so many incidents"
        rows={values.frequency.map(({ count, points }) => ({ at: count, points }))}
      />
      <fieldset>
        <legend>Gravity: points for the gravest incident</legend>
        {gravityKeys.map((gravity) => (
          <TextField
            key={gravity}
            name={`gravity.${gravity}`}
            label={gravities[gravity]}
            short
            inputMode="numeric"
            defaultValue={values.gravity[gravity]}
          />
        ))}
      </fieldset>
      <Rows
        field="victims"
        legend="Victim-survivors: points for how many are named"
        atLabel="From so many victim-survivors"
        rows={values.victims.map(({ count, points }) => ({ at: count, points }))}
      />
      <TextField name="reason" label="Why this changes" hint="The record keeps it with the new version." />
      <button type="submit">Adopt as a new version</button>
    </CommandPageForm>
  )
}
