import { attendanceStatuses } from '~/domain/catalogues/meeting'
import { allOf, type RoomView } from '~/domain/meeting/room-view'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { CommandPageForm, PageErrors } from '../forms/page-form'
import type { CorrectionContext } from './minutes-correction'

/** Chair and coordinator put right who was there, or add who was forgotten. */
export function AttendanceCorrection({
  view,
  meetingId,
  context,
}: {
  view: RoomView
  meetingId: string
  context: CorrectionContext
}) {
  const { viewer, entryId, here, once, refused } = context
  if (!viewer.runs) return null
  if (entryId !== 'attendance') {
    return (
      <p className="no-print">
        <a href={`${here}?correct=attendance#attendance-correction`}>Correct the attendance</a>
      </p>
    )
  }
  const sitting = allOf(view, 'member').filter((member) => member.sits)
  return (
    <div className="no-print panel-box" id="attendance-correction">
      <PageErrors refused={refused} />
      <CommandPageForm
        kind="correctAttendance"
        ids={{ meetingId }}
        once={once}
        to={`${here}?done=corrected`}
        refused={refused}
      >
        <Select
          name="memberId"
          label="Who"
          options={sitting
            .map((member) => ({ value: member.id, label: member.name }))
            .sort((a, b) => (a.label < b.label ? -1 : 1))}
          empty="Choose"
        />
        <Select
          name="status"
          label="How they attended"
          options={optionsOf(attendanceStatuses)}
          empty="Choose"
        />
        <TextField name="deputyFor" label="For whom, if as a deputy" />
        <TextField name="joinedAt" label="From" hint="Left empty, as recorded" type="time" short />
        <TextField name="leftAt" label="Until" hint="Left empty, as recorded" type="time" short />
        <TextField name="note" label="Note" hint="Left empty, as recorded" />
        <TextField
          name="reason"
          label="What is corrected, and why"
          hint="It stands in the minutes, with how it read before"
        />
        <button type="submit">Save the correction</button>
      </CommandPageForm>
      <p>
        <a href={here}>Leave it as it is</a>
      </p>
    </div>
  )
}
