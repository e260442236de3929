import { describe, expect, test } from 'vitest'
import { roleKeys, type AgencyKind, type Role } from '../catalogues/panel'
import {
  byAttenders,
  byChair,
  byKeepers,
  byRecorders,
  byRunners,
  inLane,
  mayGive,
  recording,
  running,
  type Permission,
} from './permission'

// That each command has its permission is docs/permissions.md; what a permission is, is tried here.

const viewer = (
  role: Role,
  agencyId: string | null = 'housing',
  agencyKind: AgencyKind | null = 'housing',
) => ({
  role,
  agencyId,
  agencyKind,
})
const roles = (permission: Permission) =>
  roleKeys.filter((role) => mayGive(viewer(role), permission) === undefined)
const refusal = (permission: Permission, ...of: Parameters<typeof viewer>) =>
  mayGive(viewer(...of), permission)

const recorders = ['chair', 'coordinator', 'presenter', 'case_manager', 'idva', 'representative']

test.each<[string, Permission, readonly string[]]>([
  ['by the chair', byChair, ['chair']],
  ['by whoever runs the panel', byRunners, ['chair', 'coordinator']],
  ['by whoever runs the panel, in a meeting', running, ['chair', 'coordinator']],
  ['by who keeps members and settings', byKeepers, ['coordinator', 'administrator']],
  ['by who records', byRecorders, recorders],
  ['in one’s own lane', inLane, recorders],
  ['recording in a meeting', recording, recorders],
  ['by who attends', byAttenders, [...recorders, 'observer']],
])('%s', (_name, permission, whom) => {
  expect([...roles(permission)].sort()).toEqual([...whom].sort())
  expect(refusal(permission, 'evaluator')).toMatchObject({ ok: false, code: 'not_allowed' })
})

test('what is recorded in a meeting, and what is run in it, waits for its confidentiality to be accepted', () => {
  expect([recording, running].map(({ confidential }) => confidential)).toEqual([true, true])
  expect([inLane, byRunners].map(({ confidential }) => confidential)).toEqual([undefined, undefined])
})

describe('in one’s own lane', () => {
  test.each([inLane, recording])(
    'whoever stands for no agency has none, unless they run the panel',
    (lane) => {
      expect(refusal(lane, 'representative', null, null)).toMatchObject({ code: 'not_allowed' })
      expect(refusal(lane, 'chair', null, null)).toBeUndefined()
      expect(refusal(byRecorders, 'representative', null, null)).toBeUndefined()
    },
  )
})

test('what is for the safety circle is refused to whoever is not of it', () => {
  const forCircle: Permission = { ...recording, circle: true }
  expect(refusal(forCircle, 'representative')).toMatchObject({ code: 'not_allowed' })
  expect(refusal(forCircle, 'representative', 'police', 'police')).toBeUndefined()
  expect(refusal(forCircle, 'idva')).toBeUndefined()
})
