import { findingAnswers, type FindingAnswer } from '~/domain/catalogues/entries'
import { agencyName, allOf, standingOn, type VisibleItem } from '~/domain/meeting/room-view'
import { CommandForm } from '../forms/command-form'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { useRoomContext } from '../forms/room-context'

/** The panel's criteria, each met, not met or unknown, with the evidence. */
export function Eligibility({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, meetingId } = room
  const version = allOf(view, 'panel')[0]?.criteriaVersion
  const set = allOf(view, 'criteria').find((one) => one.version === version)
  const findings = standingOn(view, 'finding', item.id)
  const may = room.commands.has('recordFinding') && room.inSession && item.status === 'listed'
  if (!set) return null
  const answered = set.criteria.filter((criterion) =>
    findings.some((finding) => finding.criterionKey === criterion.key),
  ).length
  return (
    <section className="entry-section" aria-labelledby="eligibility-heading">
      <h3 id="eligibility-heading">
        Eligibility{' '}
        <span className="quiet small">
          {answered} of {set.criteria.length} criteria, version {set.version}
        </span>
      </h3>
      <ul className="plain criteria">
        {set.criteria.map((criterion) => {
          const finding = findings.find((one) => one.criterionKey === criterion.key)
          return (
            <li key={criterion.key}>
              <span className="criterion">{criterion.label}</span> <FindingTag answer={finding?.answer} />
              {finding?.evidence ? (
                <span className="small">
                  {' '}
                  {finding.evidence} <span className="quiet">({agencyName(view, finding.agencyId)})</span>
                </span>
              ) : null}
              {may ? (
                <details>
                  <summary>
                    {finding ? 'Change' : 'Answer'}
                    <span className="visually-hidden"> {criterion.label}</span>
                  </summary>
                  <CommandForm
                    kind="recordFinding"
                    ids={{ meetingId, itemId: item.id, 'fields.criterionKey': criterion.key }}
                    formKey={`finding:${item.id}:${criterion.key}`}
                    keepDraft
                    className="finding-form"
                  >
                    <Select
                      name="fields.answer"
                      label="Answer"
                      options={optionsOf(findingAnswers)}
                      empty="Choose"
                      defaultValue={finding?.answer}
                    />
                    <TextField name="fields.evidence" label="Evidence" defaultValue={finding?.evidence} />
                    <button type="submit">Save</button>
                  </CommandForm>
                </details>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function FindingTag({ answer }: { answer: FindingAnswer | undefined }) {
  if (!answer) return <span className="quiet small">not yet answered</span>
  return (
    <span className={answer === 'met' ? 'tag good' : answer === 'not_met' ? 'tag bad' : 'tag warn'}>
      {findingAnswers[answer]}
    </span>
  )
}
