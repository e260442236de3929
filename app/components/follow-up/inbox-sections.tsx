import type { ReactNode } from 'react'
import type { Inbox, Owed } from '~/domain/follow-up/inbox'
import type { InboxContext } from './inbox-context'
import { OwedLine } from './owed-line'

const sections: readonly { key: Exclude<keyof Inbox, 'escalated'>; title: string; empty: string | null }[] = [
  { key: 'yours', title: 'Yours', empty: 'Nothing is owed by you or your role.' },
  {
    key: 'agency',
    title: 'Your agency’s, with nobody’s name on it',
    empty:
      'Nothing. What is given to the agency as a whole, or was left behind by someone who has gone, is here.',
  },
  {
    key: 'asked',
    title: 'Information asked of your agency',
    empty: 'Nobody is waiting for information from your agency.',
  },
  { key: 'colleagues', title: 'Your colleagues’', empty: null },
  { key: 'awaited', title: 'What others owe your agency', empty: null },
]

/** What is owed, in the order in which it needs doing; each line opens to what can be done with it. */
export function InboxSections({
  inbox,
  agencyId,
  ...context
}: InboxContext & { inbox: Inbox; agencyId: string | null }) {
  const own = agencyId === context.viewer.agencyId
  return (
    <>
      {context.viewer.chairs ? (
        <Section
          title="With the chair"
          words={`Overdue at ${context.ladderMeetings === 1 ? 'a meeting' : `${context.ladderMeetings} meetings`} or more, or chased in vain. From any agency.`}
          owed={inbox.escalated}
          empty="Nothing has come to the chair."
          line={(owed) => <OwedLine key={owed.id} owed={owed} withChair context={context} />}
        />
      ) : null}
      {agencyId === null ? (
        <p className="empty">You stand for no agency here, so nothing can be owed by yours.</p>
      ) : null}
      {sections.map(({ key, title, empty }) =>
        agencyId === null || (empty === null && inbox[key].length === 0) ? null : (
          <Section
            key={key}
            title={
              own
                ? title
                : title
                    .replace(/[Yy]our agency/, 'the agency')
                    .replace('Your colleagues’', 'Named to one of its people')
                    .replace(/^the/, 'The')
            }
            owed={inbox[key]}
            empty={empty ?? ''}
            line={(owed) => <OwedLine key={owed.id} owed={owed} context={context} />}
          />
        ),
      )}
    </>
  )
}

function Section({
  title,
  words,
  owed,
  empty,
  line,
}: {
  title: string
  words?: string
  owed: readonly Owed[]
  empty: string
  line: (owed: Owed) => ReactNode
}) {
  const late = owed.filter((one) => one.standing !== 'open').length
  return (
    <section>
      <h2>
        {title}
        {owed.length > 0 ? `: ${owed.length}` : ''}
        {late > 0 ? `, ${late} overdue` : ''}
      </h2>
      {words ? <p className="quiet">{words}</p> : null}
      {owed.length === 0 ? (
        <p className="empty">{empty}</p>
      ) : (
        <ul className="plain owed">{owed.map(line)}</ul>
      )}
    </section>
  )
}
