import type { LikelyPair } from '~/domain/people/person-duplicates'
import type { VisibleByKind } from '~/domain/sight/sees'
import { dateAndTime, longDate } from '../page/dates'
import { Radios } from '../forms/choices'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

type Person = VisibleByKind['person']
interface MergeProps {
  panelId: string
  people: readonly Person[]
  cases: readonly { id: string; caseRef: string; personId: string }[]
  once: string
  here: string
  refused: RefusedForm | undefined
}

const named = (person: Person) => `${person.givenName} ${person.familyName}`.trim()
const described = (person: Person) =>
  `${named(person)}, ${person.dateOfBirth ? `born ${longDate(person.dateOfBirth)}` : 'date of birth not known'} (${person.personRef})`

/** Pairs that may be one man, each with why; merging keeps one of the two, with a reason. */
export function LikelyPairs({
  pairs,
  people,
  cases,
  ...form
}: MergeProps & { pairs: readonly LikelyPair[] }) {
  const byId = new Map(people.map((person) => [person.id, person]))
  return (
    <ul className="plain rows">
      {pairs.map((pair) => {
        const [one, other] = [byId.get(pair.oneId), byId.get(pair.otherId)]
        if (!one || !other) return null
        const formName = `merge-${pair.oneId}-${pair.otherId}`
        return (
          <li key={formName}>
            {[one, other].map((person) => (
              <p key={person.id} className="tight">
                <strong>{described(person)}</strong> <Cases of={person} cases={cases} />
              </p>
            ))}
            <ul>
              {pair.why.map((why) => (
                <li key={why}>{why}</li>
              ))}
            </ul>
            <Fold title={`Merge ${named(one)} and ${named(other)}`} form={formName} refused={form.refused}>
              <MergeEither one={one} other={other} formName={formName} {...form} />
            </Fold>
          </li>
        )
      })}
    </ul>
  )
}

function MergeEither({
  one,
  other,
  formName,
  panelId,
  once,
  here,
  refused,
}: Omit<MergeProps, 'people' | 'cases'> & { one: Person; other: Person; formName: string }) {
  return (
    <CommandPageForm
      kind="mergePersons"
      name={formName}
      ids={{ panelId }}
      once={once}
      to={`${here}?done=merged`}
      refused={refused}
    >
      <Radios
        name="keptId"
        legend="Whose entry stays"
        hint="The other’s name and date of birth are kept with it as an alias."
        options={[one, other].map((person) => ({ value: person.id, label: described(person) }))}
      />
      {[one, other].map((person) => (
        <input key={person.id} type="hidden" name="mergedIds[]" value={person.id} />
      ))}
      <TextArea name="reason" label="How it is known that they are one man" rows={2} />
      <button type="submit">Merge them</button>
    </CommandPageForm>
  )
}

function Cases({ of, cases }: { of: Person; cases: MergeProps['cases'] }) {
  const his = cases.filter((one) => one.personId === of.id)
  return (
    <span className="quiet">
      {his.length === 1 ? 'Case ' : 'Cases '}
      {his.map((one, index) => (
        <span key={one.id}>
          {index > 0 ? ', ' : ''}
          <a href={`/cases/${one.id}`}>{one.caseRef}</a>
        </span>
      ))}
    </span>
  )
}

/** For two entries that nothing but a person knows to be one. */
export function MergeAny({ people, panelId, once, here, refused }: MergeProps) {
  const options = people.map((person) => ({ value: person.id, label: described(person) }))
  return (
    <CommandPageForm
      kind="mergePersons"
      ids={{ panelId }}
      once={once}
      to={`${here}?done=merged`}
      refused={refused}
    >
      <Select name="keptId" label="Whose entry stays" options={options} empty="Choose" />
      <Select
        name="mergedIds"
        label="Who is the same man"
        hint="His cases go to the entry that stays."
        options={options}
        empty="Choose"
      />
      <TextArea name="reason" label="How it is known that they are one man" rows={2} />
      <button type="submit">Merge them</button>
    </CommandPageForm>
  )
}

/** A case that was accepted on the wrong man. */
export function MoveCase({ people, cases, panelId, once, here, refused }: MergeProps) {
  const byId = new Map(people.map((person) => [person.id, person]))
  const whose = (personId: string) => {
    const person = byId.get(personId)
    return person ? named(person) : 'someone else'
  }
  const others = [
    { value: 'new', label: 'A new person, as the referral names him' },
    { value: 'back', label: 'Whom it was about before it was moved' },
  ]
  return (
    <CommandPageForm
      kind="moveCase"
      ids={{ panelId }}
      once={once}
      to={`${here}?done=moved`}
      refused={refused}
    >
      <Select
        name="caseId"
        label="Which case"
        options={cases.map((one) => ({
          value: one.id,
          label: `${one.caseRef}, now about ${whose(one.personId)}`,
        }))}
        empty="Choose"
      />
      <Select
        name="personId"
        label="Whom it is about"
        hint="Its victim-survivors, incidents and all that was recorded go with it."
        options={[...others, ...people.map((person) => ({ value: person.id, label: described(person) }))]}
        empty="Choose"
      />
      <TextArea name="reason" label="How it is known that the case is about another man" rows={2} />
      <button type="submit">Move the case</button>
    </CommandPageForm>
  )
}

/** What was merged, and undone: the record of it. */
export function Merges({
  merges,
  people,
  panelId,
  once,
  here,
  refused,
  nameOf,
}: Omit<MergeProps, 'cases'> & {
  merges: readonly VisibleByKind['personMerge'][]
  nameOf: (memberId: string | null) => string
}) {
  const byId = new Map(people.map((person) => [person.id, person]))
  return (
    <ul className="plain rows">
      {merges.map((merge) => {
        const kept = byId.get(merge.keptId)
        const formName = `undo-${merge.id}`
        return (
          <li key={merge.id}>
            <strong>{merge.mergedName}</strong> was merged into{' '}
            <strong>{kept ? named(kept) : 'another entry'}</strong>: {merge.reason}
            <span className="caption small">
              {nameOf(merge.by)}, {dateAndTime(merge.at)}
            </span>
            {merge.undoneAt === null ? (
              <Fold title={`Undo the merge of ${merge.mergedName}`} form={formName} refused={refused}>
                <CommandPageForm
                  kind="unmergePersons"
                  name={formName}
                  ids={{ panelId, mergeId: merge.id }}
                  once={once}
                  to={`${here}?done=unmerged`}
                  refused={refused}
                >
                  <p>
                    His cases go back to him, and the other entry is again exactly what it was. Cases that
                    came since stay where they are.
                  </p>
                  <TextField name="reason" label="Why they are two men after all" />
                  <button type="submit" className="warning">
                    Undo this merge
                  </button>
                </CommandPageForm>
              </Fold>
            ) : (
              <p className="tight">
                Undone by {nameOf(merge.undoneBy)}, {dateAndTime(merge.undoneAt)}: {merge.undoneReason}
              </p>
            )}
          </li>
        )
      })}
    </ul>
  )
}
