import { tellingKinds, tellingWays } from '~/domain/catalogues/referral'
import type { OwedTelling } from '~/domain/referral/referrer-telling'
import type { VisibleByKind } from '~/domain/sight/sees'
import { dateAndTime, longDate } from '../page/dates'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'
import { tellingOptions } from './referral-screening'

/** What the referrer has been told, and what they are still to be told: an act of its own, with how and in which words. */
export function ReferrerTellings({
  tellings,
  owed,
  today,
  nameOf,
  ids,
  once,
  here,
  refused,
}: {
  tellings: readonly VisibleByKind['referrerTelling'][]
  owed: Pick<OwedTelling, 'what' | 'dueOn' | 'draft' | 'to'> | null
  today: string
  nameOf: (memberId: string | null) => string
  ids: { panelId: string; referralId: string }
  once: string
  here: string
  refused: RefusedForm | undefined
}) {
  return (
    <section aria-labelledby="telling">
      <h2 id="telling">What the referrer has been told</h2>
      <ul>
        {tellings.map((telling) => (
          <li key={telling.id}>
            {dateAndTime(telling.toldAt)}: {lower(tellingKinds[telling.what])}. {tellingWays[telling.how]}
            {telling.toldBy === null ? '' : `, by ${nameOf(telling.toldBy)}`}
            {telling.words ? <blockquote className="inset said">{telling.words}</blockquote> : null}
          </li>
        ))}
      </ul>
      {owed ? (
        <div className="notice warning no-print">
          <h3>
            Still to be told: {lower(tellingKinds[owed.what])}{' '}
            {owed.dueOn < today ? <span className="tag bad">Overdue</span> : null}
          </h3>
          <p>
            Due {longDate(owed.dueOn)}. To {[owed.to.name, owed.to.agency].filter(Boolean).join(', ')},{' '}
            <span className="email">{owed.to.email}</span>
          </p>
          <CommandPageForm
            kind="tellReferrer"
            ids={ids}
            once={once}
            to={`${here}?done=told`}
            refused={refused}
          >
            <Select name="how" label="How they were told" options={tellingOptions} empty="Choose" />
            <TextArea
              name="words"
              label="What they were told"
              hint="The outcome and its reason. Name nobody: an outside referrer reads these words on the page of their link."
              rows={3}
              defaultValue={owed.draft}
            />
            <button type="submit">Record that they were told</button>
          </CommandPageForm>
        </div>
      ) : null}
    </section>
  )
}

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
