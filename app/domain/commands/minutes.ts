import { command } from './command'
import { byChair, byRunners } from './permission'
import { ofMeeting } from './scope'
import { correctAttendance, correctAttendanceFields } from '../minutes/attendance-correction'
import {
  approveMinutes,
  approveMinutesFields,
  distributeMinutes,
  distributeMinutesFields,
} from '../minutes/minutes'

export const minutesCommands = {
  approveMinutes: command({
    fields: approveMinutesFields,
    scope: ofMeeting,
    may: byChair,
    decide: approveMinutes,
  }),
  distributeMinutes: command({
    fields: distributeMinutesFields,
    scope: ofMeeting,
    may: byRunners,
    decide: distributeMinutes,
  }),
  correctAttendance: command({
    fields: correctAttendanceFields,
    scope: ofMeeting,
    may: byRunners,
    decide: correctAttendance,
  }),
}
