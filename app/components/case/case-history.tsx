import type { CaseFileProps } from '~/components/case/case-file-props'
import { itemKinds } from '~/domain/catalogues/agenda'
import { decisionOutcomes } from '~/domain/catalogues/entries'
import { stands } from '~/domain/things/entries-standing'
import { allOf, oneOf } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { entryKinds, type EntryKind } from '~/domain/things/entries'
import { CaseEntry } from './case-entry'
import { longDate } from '../page/dates'

type AnyEntry = VisibleByKind[EntryKind]

// What the panel reads first comes first.
const place: Readonly<Record<EntryKind, number>> = {
  decision: 1,
  position: 2,
  safetyCheck: 3,
  intervention: 4,
  action: 5,
  request: 6,
  finding: 7,
  lever: 8,
  share: 9,
}
const byKindThenTime = (a: AnyEntry, b: AnyEntry) =>
  place[a.kind] - place[b.kind] || a.recordedAt - b.recordedAt

/** Every meeting at which the case stood on the agenda, newest first, with what was recorded about it there. */
export function CaseHistory({ view, itsCase: { id: caseId } }: Pick<CaseFileProps, 'view' | 'itsCase'>) {
  const entries = entryKinds
    .flatMap((kind) => allOf(view, kind) as AnyEntry[])
    .filter((entry) => entry.caseId === caseId)
  const heard = allOf(view, 'item')
    .filter((item) => item.caseId === caseId && item.status !== 'removed')
    .flatMap((item) => {
      const meeting = oneOf(view, 'meeting', item.meetingId)
      return meeting
        ? [
            {
              item,
              meeting,
              entries: entries
                .filter((entry) => entry.itemId === item.id && (stands(entry) || entry.withdrawnAt !== null))
                .sort(byKindThenTime),
            },
          ]
        : []
    })
    .sort((a, b) => (a.meeting.date < b.meeting.date ? 1 : -1))
  return (
    <section aria-labelledby="history">
      <h2 id="history">Meetings</h2>
      {heard.length === 0 ? (
        <p className="empty">
          The case has not been on an agenda yet. What each meeting records about it will be here, newest
          first.
        </p>
      ) : null}
      <ol className="plain history">
        {heard.map(({ item, meeting, entries: recorded }) => (
          <li key={item.id}>
            <h3>
              {longDate(meeting.date)}
              <span className="caption">
                {item.itemKind ? itemKinds[item.itemKind] : 'Item'}: {outcomeWords(item)}
              </span>
            </h3>
            {item.broughtBackReason ? <p>Why it comes back: {item.broughtBackReason}</p> : null}
            <p className="no-print">
              {meeting.status === 'closed' ? (
                <a href={`/meetings/${meeting.id}/minutes`}>Minutes of {longDate(meeting.date)}</a>
              ) : (
                <a href={`/meetings/${meeting.id}/agenda`}>Agenda of {longDate(meeting.date)}</a>
              )}
            </p>
            {recorded.length > 0 ? (
              <ul className="plain file-entries">
                {recorded.map((entry) => (
                  <CaseEntry key={entry.id} entry={entry} view={view} />
                ))}
              </ul>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  )
}

const outcomeWords = (item: VisibleByKind['item']): string => {
  if (item.outcome) return decisionOutcomes[item.outcome].toLowerCase()
  if (item.status === 'not_reached') return 'not reached'
  return item.status === 'concluded' ? 'heard, no decision recorded' : 'on the agenda'
}
