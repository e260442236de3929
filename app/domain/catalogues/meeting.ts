import { keysOf } from './labels'

export const steps = {
  introduce: 'Introduce',
  share: 'Share',
  analyse: 'Analyse risk',
  decide: 'Decide',
  plan: 'Plan',
  safety: 'Check safety',
  conclude: 'Conclude',
} as const

export type Step = keyof typeof steps

export const stepKeys = keysOf(steps)

export const attendanceStatuses = {
  present: 'Present',
  remote: 'Present remotely',
  deputy: 'Deputy attending',
  apologies: 'Apologies',
  apologies_with_information: 'Apologies, with information',
  absent: 'Absent',
} as const

export type AttendanceStatus = keyof typeof attendanceStatuses

export const attendanceStatusKeys = keysOf(attendanceStatuses)

export const statusesInTheRoom: readonly AttendanceStatus[] = ['present', 'remote', 'deputy']
