import { useMemo } from 'react'
import { panelKinds } from '~/domain/catalogues/panel'
import {
  agendaIn,
  allOf,
  memberName,
  policyAt,
  type RoomView,
  type VisibleMeeting,
} from '~/domain/meeting/room-view'
import { markingOf } from '~/domain/minutes/paper'
import { statementsAccepted } from '~/domain/minutes/statements-accepted'
import { policyValueInWords } from '~/domain/panel/policy'
import type { PageViewer } from '~/domain/abilities'
import { clockTime, dateAndTime } from '../page/dates'
import { AttendanceCorrection } from './attendance-correction'
import { type CorrectionContext } from './minutes-correction'
import { RoomProvider, type RoomContextValue } from '../forms/room-context'
import { AttendanceTable } from './attendance-table'
import { CaseMinutes } from './case-minutes'

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
