import { roles } from '~/domain/catalogues/panel'
import { attendanceStatuses } from '~/domain/catalogues/meeting'
import { quorumOf } from '~/domain/meeting/quorum'
import {
  agenciesIn,
  agencyName,
  agendaIn,
  allOf,
  meetingIn,
  memberName,
  membersIn,
  policyIn,
} from '~/domain/meeting/room-view'
import { CommandButton, CommandForm } from '../forms/command-form'
import { clockTime, weekdayDate } from '../page/dates'
import { Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { useRoomContext } from '../forms/room-context'

const inRoom = ['present', 'remote', 'deputy']

/** Joining: the statement, accepted by each person, and how they attend. */
export function JoinPanel() {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const meeting = meetingIn(view, meetingId)
  const panel = allOf(view, 'panel')[0]
  const mine = allOf(view, 'attendance').find((one) => one.memberId === viewer.memberId)
  if (!meeting || !panel || meeting.status === 'closed') return null
  if (mine?.acceptedAt && inRoom.includes(mine.status) && mine.leftAt === null) return null
  return (
    <section className="panel-box join" aria-labelledby="join-heading">
      <h2 id="join-heading">Join the meeting</h2>
      <p>
        {panel.name}, {weekdayDate(meeting.date)}, {meeting.startsAt}.{' '}
        {meeting.status === 'open' ? 'The meeting is in session.' : 'The meeting has not been opened yet.'}
      </p>
      <h3>Confidentiality</h3>
      <p className="statement">{policyIn(view).confidentialityStatement}</p>
      <CommandForm kind="acceptConfidentiality" ids={{ meetingId }} formKey="join">
        <Radios
          name="status"
          legend="How you attend"
          options={[
            { value: 'present', label: 'In the room' },
            { value: 'remote', label: 'Remotely' },
            { value: 'deputy', label: 'As deputy for someone' },
          ]}
          defaultValue="present"
        />
        <TextField name="deputyFor" label="If as deputy: for whom" />
        <button type="submit">I accept, and join</button>
      </CommandForm>
    </section>
  )
}

/** Opening: who is here, is there a quorum, and the act of opening. */
export function OpeningPanel() {
  const room = useRoomContext()
  const { view, meetingId } = room
  const meeting = meetingIn(view, meetingId)
  if (meeting?.status !== 'planned') return null
  const here = new Set(presentIn(view).flatMap((one) => one.agencyId ?? []))
  const policy = policyIn(view)
  const quorum = quorumOf(policy, here)
  const all = policy.quorumCounts === 'core' ? policy.coreAgencyIds : agenciesIn(view)
  const core = policy.quorumCounts === 'core' ? 'core ' : ''
  return (
    <section className="panel-box" aria-labelledby="opening-heading">
      <h2 id="opening-heading">Opening</h2>
      <p>
        <strong>{quorum.present}</strong> of {all.length} {core}agencies are here; the panel’s quorum is{' '}
        {quorum.needed}. {quorum.met ? 'The meeting is quorate.' : 'The meeting is not quorate yet.'}
      </p>
      {quorum.coreMissing.length > 0 ? (
        <p className="small">
          Core agencies not here:{' '}
          {quorum.coreMissing
            .map((id) => agencyName(view, id))
            .sort()
            .join(', ')}
          .
        </p>
      ) : null}
      {room.commands.has('openMeeting') ? (
        <CommandForm kind="openMeeting" ids={{ meetingId }} formKey="open" keepDraft>
          {quorum.met ? null : (
            <TextField
              name="inquorateReason"
              label="Why the meeting goes ahead without a quorum"
              hint="Only if it does. The minutes keep it."
            />
          )}
          <button type="submit">Open the meeting</button>
        </CommandForm>
      ) : (
        <p>Chair or coordinator opens the meeting. This page goes there by itself.</p>
      )}
    </section>
  )
}

const presentIn = (view: ReturnType<typeof useRoomContext>['view']) =>
  allOf(view, 'attendance').filter((one) => inRoom.includes(one.status) && one.leftAt === null)

export function AttendancePanel({ online }: { online: ReadonlySet<string> }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const { runs } = viewer
  const members = membersIn(view).filter((member) => member.sits)
  const attendance = new Map(allOf(view, 'attendance').map((one) => [one.memberId, one]))
  return (
    <details className="attendance">
      <summary>
        Attendance: {presentIn(view).length} here of {members.length}
        {online.size > 0 ? `, ${online.size} online` : ''}
      </summary>
      <div className="table-scroll">
        <table>
          <caption className="visually-hidden">Attendance</caption>
          <thead>
            <tr>
              <th scope="col">Person</th>
              <th scope="col">Agency</th>
              <th scope="col">Attendance</th>
              {runs ? <th scope="col">Record</th> : null}
            </tr>
          </thead>
          <tbody>
            {members.map((member) => {
              const mine = attendance.get(member.id)
              return (
                <tr key={member.id}>
                  <th scope="row">
                    {member.name} <span className="quiet small">{roles[member.role]}</span>{' '}
                    {online.has(member.id) ? <span className="tag good">online</span> : null}
                  </th>
                  <td>{agencyName(view, member.agencyId)}</td>
                  <td>
                    {mine ? attendanceStatuses[mine.status] : 'Not recorded'}
                    {mine?.deputyFor ? ` for ${mine.deputyFor}` : ''}
                    {mine?.joinedAt ? `, joined ${clockTime(mine.joinedAt)}` : ''}
                    {mine?.leftAt ? `, left ${clockTime(mine.leftAt)}` : ''}
                    {mine?.note ? `: ${mine.note}` : ''}
                  </td>
                  {runs ? (
                    <td>
                      <CommandForm
                        kind="recordAttendance"
                        ids={{ meetingId, memberId: member.id }}
                        formKey={`attendance:${member.id}`}
                        className="row tight"
                        label={`Attendance of ${member.name}`}
                      >
                        <Select
                          name="status"
                          label="How"
                          options={optionsOf(attendanceStatuses)}
                          defaultValue={mine?.status ?? 'present'}
                        />
                        <TextField name="note" label="Note" defaultValue={mine?.note ?? undefined} />
                        <button type="submit" className="secondary small">
                          Record
                        </button>
                      </CommandForm>
                      {mine && mine.leftAt === null && inRoom.includes(mine.status) ? (
                        <CommandButton
                          kind="recordLeaving"
                          ids={{ meetingId, memberId: member.id }}
                          formKey={`left:${member.id}`}
                          className="link"
                          label={`${member.name} has left`}
                        >
                          has left
                        </CommandButton>
                      ) : null}
                    </td>
                  ) : null}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </details>
  )
}

/** Interests declared: one's own, or, for chair and coordinator, anyone's. */
export function InterestsPanel() {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const { runs } = viewer
  const meeting = meetingIn(view, meetingId)
  if (!room.commands.has('declareConflict') || meeting?.status === 'closed') return null
  const items = agendaIn(view, meetingId).filter((item) => !item.another)
  const standing = allOf(view, 'conflict').filter((conflict) => conflict.withdrawnAt === null)
  return (
    <details className="interests">
      <summary>Declare an interest in a case</summary>
      <p className="small">
        Who has an interest is out of that case at once and sees “another item”. The record says so.
      </p>
      <CommandForm kind="declareConflict" ids={{ meetingId }} formKey="declare" keepDraft>
        <Select
          name="itemId"
          label="Case"
          options={items.map((item) => ({
            value: item.id,
            label: `${item.caseRef ?? ''} ${item.initials ?? ''}`,
          }))}
          empty="Choose"
        />
        {runs ? (
          <Select
            name="memberId"
            label="Whose interest"
            options={membersIn(view).map((member) => ({ value: member.id, label: member.name }))}
            empty="My own"
          />
        ) : null}
        <TextField
          name="reason"
          label="What the interest is"
          hint="Only chair, coordinator and the person see it."
        />
        <button type="submit" className="secondary">
          Declare
        </button>
      </CommandForm>
      {runs && standing.length > 0 ? (
        <ul className="plain">
          {standing.map((conflict) => (
            <li key={conflict.id}>
              {memberName(view, conflict.memberId)}, {oneRef(view, conflict.caseId)}
              <CommandForm
                kind="withdrawConflict"
                ids={{ meetingId, conflictId: conflict.id }}
                formKey={`withdraw-interest:${conflict.id}`}
                keepDraft
                className="row"
              >
                <TextField name="reason" label="It no longer stands: why" />
                <button type="submit" className="secondary small">
                  Withdraw the interest
                </button>
              </CommandForm>
            </li>
          ))}
        </ul>
      ) : null}
    </details>
  )
}

const oneRef = (view: ReturnType<typeof useRoomContext>['view'], caseId: string) =>
  allOf(view, 'case').find((one) => one.id === caseId)?.caseRef ?? ''
