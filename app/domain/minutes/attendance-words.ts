import { attendanceStatuses } from '../catalogues/meeting'
import { localTime } from '../dates/local-time'
import { memberName, type RoomView } from '../meeting/room-view'
import type { VisibleByKind } from '../sight/sees'

type Shown = VisibleByKind['attendance']

/** How someone attended, in words. */
export const attendanceWords = ({
  status,
  deputyFor,
  joinedAt,
  leftAt,
  note,
}: Pick<Shown, 'status' | 'deputyFor' | 'joinedAt' | 'leftAt' | 'note'>): string =>
  `${attendanceStatuses[status]}${deputyFor ? ` for ${deputyFor}` : ''}${joinedAt ? `, from ${localTime(joinedAt)}` : ''}${leftAt ? ` to ${localTime(leftAt)}` : ''}${note ? `: ${note}` : ''}`

export const whoAttended = (
  view: RoomView,
  attendance: Pick<Shown, 'memberId' | 'status' | 'deputyFor' | 'joinedAt' | 'leftAt' | 'note'>,
): string =>
  `${attendance.memberId ? memberName(view, attendance.memberId) : 'Not recorded by name'}: ${attendanceWords(attendance)}`
