import { expect, test } from 'vitest'
import { audienceLabels, audienceSchema, safetyCircle, wholePanel } from './audience'

// Who may read an entry: the whole panel, named agencies, or the safety circle. Nothing else is an audience.

const refused = (audience: unknown) => audienceSchema.safeParse(audience).error?.issues[0]?.message

test('an audience is the whole panel, agencies that are named, or the circle with whom its author names', () => {
  for (const audience of [
    wholePanel,
    { kind: 'agencies', agencyIds: ['police', 'housing'] },
    safetyCircle,
    { kind: 'safety_circle', memberIds: ['a-teacher'] },
  ])
    expect(audienceSchema.parse(audience)).toEqual(audience)
  expect([wholePanel, safetyCircle]).toEqual([{ kind: 'panel' }, { kind: 'safety_circle', memberIds: [] }])
})

test('the circle names nobody besides itself unless its author does', () => {
  expect(audienceSchema.parse({ kind: 'safety_circle' })).toEqual({ kind: 'safety_circle', memberIds: [] })
})

test('named agencies are at least one and at most forty, each with a name', () => {
  expect(refused({ kind: 'agencies', agencyIds: [] })).toBe('Choose at least one agency that may see this.')
  for (const agencyIds of [undefined, [''], [7], Array(41).fill('agency')])
    expect(refused({ kind: 'agencies', agencyIds })).toBeDefined()
  expect(refused({ kind: 'agencies', agencyIds: Array(40).fill('agency') })).toBeUndefined()
})

test('at most forty people are named besides the circle, each with a name', () => {
  for (const memberIds of [[''], [7], 'everyone', Array(41).fill('member')])
    expect(refused({ kind: 'safety_circle', memberIds })).toBeDefined()
  expect(refused({ kind: 'safety_circle', memberIds: Array(40).fill('member') })).toBeUndefined()
})

test('there is no fourth kind: ticks without the choice that they belong to say what to do', () => {
  for (const audience of [
    { kind: 'everyone' },
    { kind: '' },
    { agencyIds: ['police'] },
    { memberIds: ['x'] },
  ])
    expect(refused(audience)).toMatch(/take the ticks out\.$/)
})

test('each has a name of its own to be chosen by', () => {
  const names = (['panel', 'agencies', 'safety_circle'] as const).map((kind) => audienceLabels[kind])
  expect(new Set(names).size).toBe(3)
  for (const name of names) expect(name).toMatch(/^[A-Z]/)
})
