import { Fragment, useMemo, type ReactNode } from 'react'
import { panelKinds } from '~/domain/catalogues/panel'
import { itemKinds } from '~/domain/catalogues/agenda'
import { decisionOutcomes, findingAnswers, stances } from '~/domain/catalogues/entries'
import { attendanceStatuses } from '~/domain/catalogues/meeting'
import {
  agenciesIn,
  agencyName,
  agendaIn,
  allOf,
  entriesOn,
  hearingLabels,
  hearingOf,
  memberName,
  oneOf,
  policyAt,
  standingOn,
  type RoomView,
  type VisibleItem,
  type VisibleMeeting,
} from '~/domain/meeting/room-view'
import { markingOf } from '~/domain/minutes/paper'
import { statementsAccepted } from '~/domain/minutes/statements-accepted'
import { policyValueInWords } from '~/domain/panel/policy'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { PageViewer } from '~/domain/abilities'
import type { EntryKind } from '~/domain/things/entries'
import { clockTime, dateAndTime, minutesAndSeconds } from '../page/dates'
import { currentEntries, EntryLine } from '../room/entry-line'
import { attendanceWords } from '~/domain/minutes/attendance-words'
import { AttendanceCorrection } from './attendance-correction'
import { MinutesCorrection, type CorrectionContext } from './minutes-correction'
import { RoomProvider, type RoomContextValue } from '../forms/room-context'

// The minutes are the record, laid out: built from what this reader may see, so that no two readers need get the same
// paper and none gets more than the room showed them.

const nothing = {
  read: () => undefined,
  save: () => undefined,
  forget: () => undefined,
  restore: () => undefined,
  isBlank: () => true,
}

interface MinutesRecordProps {
  view: RoomView
  meeting: VisibleMeeting
  viewer: PageViewer
  headHash: string | null
  readAt: number
  readerName: string
  /** How this reader may put an entry right, where they may. */
  correction?: CorrectionContext | undefined
}

export function MinutesRecord({
  view,
  meeting,
  viewer,
  headHash,
  readAt,
  readerName,
  correction,
}: MinutesRecordProps) {
  const context: RoomContextValue = useMemo(
    () => ({
      meetingId: meeting.id,
      view,
      viewer,
      commands: new Set(),
      inSession: true,
      masked: false,
      now: readAt,
      today: '',
      live: false,
      movingOn: false,
      send: () => Promise.resolve(false),
      refusedIn: () => undefined,
      drafts: nothing,
    }),
    [view, viewer, meeting.id, readAt],
  )
  const panel = allOf(view, 'panel')[0]
  const agenda = agendaIn(view, meeting.id)
  const openedUnder = policyAt(view, meeting.policyVersion)
  const statements = statementsAccepted(view, meeting)
  return (
    <RoomProvider value={context}>
      <p className="paper-mark print-only">
        <strong>{panel ? markingOf(panel) : ''}</strong>
        <span>
          Read by {readerName}, {dateAndTime(readAt)}
        </span>
      </p>
      <dl className="summary">
        <dt>Panel</dt>
        <dd>
          {panel?.name} ({panel ? panelKinds[panel.panelKind].toLowerCase() : ''})
        </dd>
        <dt>Place</dt>
        <dd>{meeting.venue || 'not recorded'}</dd>
        <dt>Opened and closed</dt>
        <dd>
          {meeting.openedAt ? clockTime(meeting.openedAt) : 'not opened'}
          {meeting.closedAt ? ` to ${clockTime(meeting.closedAt)}` : ', not closed'}
          {meeting.minutesTaken
            ? `, ${meeting.minutesTaken} minutes of ${meeting.minutesPlanned} planned`
            : ''}
          {meeting.closedBy ? `. Closed by ${memberName(view, meeting.closedBy)}` : ''}
          {meeting.closedReason ? `: ${meeting.closedReason}` : ''}
        </dd>
        <dt>Quorum</dt>
        <dd>
          {openedUnder
            ? `${policyValueInWords('quorum', openedUnder.quorum, String)}${openedUnder.quorumCounts === 'core' ? ', core agencies only' : ''}. `
            : ''}
          {meeting.inquorateReason
            ? `Not quorate at opening: ${meeting.inquorateReason}`
            : meeting.openedAt
              ? 'Quorate at opening.'
              : ''}
        </dd>
        <dt>Confidentiality</dt>
        <dd>
          {statements.length === 0 ? 'No acceptance is recorded by name.' : null}
          {statements.map(({ words, memberIds }) => (
            <div key={words}>
              {statements.length > 1 ? (
                <p>
                  Accepted by{' '}
                  {memberIds
                    .map((id) => memberName(view, id))
                    .sort()
                    .join(', ')}
                  :
                </p>
              ) : null}
              <p className="statement">{words}</p>
            </div>
          ))}
        </dd>
      </dl>
      <AttendanceTable view={view} meeting={meeting} />
      {correction ? <AttendanceCorrection view={view} meetingId={meeting.id} context={correction} /> : null}
      <h2>Cases</h2>
      {agenda.map((item, index) =>
        item.another ? (
          <p key={item.id}>{index + 1}. Another item.</p>
        ) : (
          <CaseMinutes key={item.id} item={item} number={index + 1} view={view} correction={correction} />
        ),
      )}
      <footer className="inset small keep">
        {headHash ? (
          <p>
            Record closed with journal head <code className="hash">{headHash}</code>
          </p>
        ) : null}
        <p>
          Read by {readerName}, {dateAndTime(readAt)}. This copy holds what this reader may see.
          OFFICIAL-SENSITIVE when it holds real people.
        </p>
      </footer>
    </RoomProvider>
  )
}

function AttendanceTable({ view, meeting }: { view: RoomView; meeting: VisibleMeeting }) {
  const rows = allOf(view, 'attendance').filter((one) => one.meetingId === meeting.id)
  const known = new Set(rows.map((row) => row.agencyId))
  return (
    // On a phone the table scrolls by itself, and then the keyboard must reach it.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="table-scroll" role="region" aria-label="Attendance" tabIndex={0}>
      <table>
        <caption>Attendance</caption>
        <thead>
          <tr>
            <th scope="col">Agency</th>
            <th scope="col">Person</th>
            <th scope="col">Attendance</th>
            <th scope="col">Confidentiality accepted</th>
          </tr>
        </thead>
        <tbody>
          {rows
            .map((row) => ({ row, agency: agencyName(view, row.agencyId) }))
            .sort((a, b) => (a.agency < b.agency ? -1 : 1))
            .map(({ row, agency }) => (
              <tr key={row.id}>
                <th scope="row">{agency}</th>
                <td>{row.memberId ? memberName(view, row.memberId) : 'not recorded by name'}</td>
                <td>
                  {attendanceStatuses[row.status]}
                  {row.deputyFor ? ` for ${row.deputyFor}` : ''}
                  {row.joinedAt ? `, from ${clockTime(row.joinedAt)}` : ''}
                  {row.leftAt ? ` to ${clockTime(row.leftAt)}` : ''}
                  {row.note ? `: ${row.note}` : ''}
                  {row.corrections.map((one) => (
                    <span key={one.at} className="caption small">
                      Corrected {dateAndTime(one.at)} by {memberName(view, one.by)}: {one.reason}. Before:{' '}
                      {one.before ? attendanceWords(one.before) : 'not recorded'}
                    </span>
                  ))}
                </td>
                <td>{row.acceptedAt ? clockTime(row.acceptedAt) : '—'}</td>
              </tr>
            ))}
          {agenciesIn(view)
            .filter((agency) => !known.has(agency.id))
            .map((agency) => (
              <tr key={agency.id}>
                <th scope="row">{agency.name}</th>
                <td>—</td>
                <td>Attendance not recorded</td>
                <td>—</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  )
}

function Entries<K extends EntryKind>({
  title,
  kind,
  item,
  view,
  correction,
}: {
  title: string
  kind: K
  item: VisibleItem
  view: RoomView
  correction: CorrectionContext | undefined
}) {
  const entries = currentEntries(entriesOn(view, kind, item.id) as VisibleByKind[EntryKind][])
  if (entries.length === 0) return null
  return (
    <>
      <h4>{title}</h4>
      <ul className="plain entries">
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} withActions={false}>
            {correction ? <MinutesCorrection entry={entry} context={correction} /> : null}
          </EntryLine>
        ))}
      </ul>
    </>
  )
}

function CaseMinutes({
  item,
  number,
  view,
  correction,
}: {
  item: VisibleItem
  number: number
  view: RoomView
  correction: CorrectionContext | undefined
}) {
  const itsCase = oneOf(view, 'case', item.caseId)
  const person = oneOf(view, 'person', itsCase?.personId)
  // Of an imported meeting it is not known who spoke.
  const wasHeardHere = oneOf(view, 'meeting', item.meetingId)?.closedBy !== null
  const findings = standingOn(view, 'finding', item.id)
  const decision = standingOn(view, 'decision', item.id)[0]
  const settings = `/panels/${allOf(view, 'panel')[0]?.id ?? ''}/policy`
  const positions = decision
    ? standingOn(view, 'position', item.id).filter((one) => one.decisionId === decision.id)
    : []
  const out = allOf(view, 'conflict').filter((one) => one.caseId === item.caseId && one.withdrawnAt === null)
  const silent = agenciesIn(view).filter((agency) =>
    ['silent', 'awaited', 'returned'].includes(hearingOf(view, item, agency.id, true)),
  )
  const entriesOf = (kind: EntryKind, title: string) => (
    <Entries title={title} kind={kind} item={item} view={view} correction={correction} />
  )
  // Every kind of entry has its place, in the order of the minutes.
  const parts: Readonly<Record<EntryKind, ReactNode>> = {
    share: entriesOf('share', 'What was shared'),
    lever: entriesOf('lever', 'Levers'),
    finding:
      findings.length > 0 ? (
        <>
          <h4>Eligibility (criteria version {findings[0]?.criteriaVersion})</h4>
          <ul className="plain">
            {findings.map((finding) => (
              <li key={finding.id}>
                {allOf(view, 'criteria')
                  .find((set) => set.version === finding.criteriaVersion)
                  ?.criteria.find((criterion) => criterion.key === finding.criterionKey)?.label ??
                  finding.criterionKey}
                : {findingAnswers[finding.answer].toLowerCase()}. {finding.evidence}
              </li>
            ))}
          </ul>
        </>
      ) : null,
    decision: (
      <>
        {entriesOf('decision', 'Decision')}
        {decision ? (
          <p className="quiet small">
            Made under{' '}
            <a href={`${settings}#settings-${decision.policyVersion}`}>
              version {decision.policyVersion} of the panel settings
            </a>{' '}
            and{' '}
            <a href={`${settings}#criteria-${decision.criteriaVersion}`}>
              version {decision.criteriaVersion} of the criteria
            </a>
            .
          </p>
        ) : null}
      </>
    ),
    position:
      positions.length > 0 ? (
        <p className="small">
          Positions:{' '}
          {positions
            .map(
              (position) =>
                `${agencyName(view, position.agencyId)} ${stances[position.stance].toLowerCase()}${position.reason ? ` (${position.reason})` : ''}`,
            )
            .join('; ')}
          .
        </p>
      ) : null,
    intervention: entriesOf('intervention', 'Support and disrupt'),
    action: entriesOf('action', 'Actions'),
    request: entriesOf('request', 'Information requests'),
    safetyCheck: entriesOf('safetyCheck', 'Safety check'),
  }
  return (
    <section className="minutes-case" aria-labelledby={`case-${item.id}`}>
      <h3 id={`case-${item.id}`}>
        {number}. {item.caseRef} {person ? `${person.givenName} ${person.familyName}` : item.initials}
      </h3>
      <p className="small">
        {item.itemKind ? itemKinds[item.itemKind] : ''}.{' '}
        {item.secondsSpent > 0
          ? `${minutesAndSeconds(item.secondsSpent)} of ${item.minutes}:00 minutes. `
          : ''}
        {item.presenterId
          ? `${item.status === 'concluded' ? 'Presented by' : 'To be presented by'} ${memberName(view, item.presenterId)}. `
          : ''}
        {item.status === 'concluded'
          ? `Concluded${item.concludedAt ? ` ${clockTime(item.concludedAt)}` : ''}${item.outcome ? `: ${decisionOutcomes[item.outcome].toLowerCase()}` : ''}.`
          : item.status === 'not_reached'
            ? `Not reached${item.statusReason ? `: ${item.statusReason}` : ''}.`
            : 'Not concluded.'}
        {item.lane === 'note_only'
          ? ` Noted without discussion: ${item.noteOnlyReason ?? 'on the note-only lane'}.`
          : ''}
        {item.broughtBackReason && !decision ? ` Brought back: ${item.broughtBackReason}.` : ''}
      </p>
      {item.concludedWithout ? (
        <p className="small">
          <strong>Concluded with something missing:</strong> {item.concludedWithout}
        </p>
      ) : null}
      {out.length > 0 ? (
        <p className="small">
          Out of this case, interest declared: {out.map((one) => memberName(view, one.memberId)).join(', ')}.
        </p>
      ) : null}
      {Object.entries(parts).map(([kind, part]) => (
        <Fragment key={kind}>{part}</Fragment>
      ))}
      {item.safetyAnswered.length > 0 ? (
        <p className="small">
          Safety check answered for{' '}
          {item.safetyAnswered.map((id) => oneOf(view, 'victim', id)?.victimRef ?? 'the case').join(', ')}.
        </p>
      ) : null}
      {itsCase ? null : (
        <p className="small quiet">
          A meeting with this case is in session. It opens to you here once you have joined that meeting.
        </p>
      )}
      {itsCase &&
      wasHeardHere &&
      item.status === 'concluded' &&
      item.secondsSpent > 0 &&
      silent.length > 0 ? (
        <p className="small quiet">
          Not heard:{' '}
          {silent
            .map((agency) => `${agency.name} (${hearingLabels[hearingOf(view, item, agency.id, true)]})`)
            .join(', ')}
          .
        </p>
      ) : null}
    </section>
  )
}
