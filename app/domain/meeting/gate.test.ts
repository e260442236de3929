import { expect, test } from 'vitest'
import { missingToConclude, type GateView } from './gate'

// The gate: what a case lacks before it may be concluded.

const item = { id: 'item', lane: 'discuss' as const, safetyAnswered: [] as string[] }
const stands = { itemId: 'item', supersededBy: null, withdrawnAt: null }
const her = { id: 'v1', ref: 'V1' }

const missing = (given: Partial<GateView>) =>
  missingToConclude({ item, decisions: [], interventions: [], victims: [her], ...given })

const noDecision = 'No decision is recorded.'
const noCheck = (whom: string) => `Nobody has answered the safety check for ${whom}.`

test('a case that was discussed lacks a decision and a safety check', () => {
  expect(missing({})).toEqual([noDecision, noCheck('V1')])
})

test('with a decision and her safety check it lacks nothing', () => {
  expect(missing({ decisions: [stands], item: { ...item, safetyAnswered: ['v1'] } })).toEqual([])
})

test('a decision that was corrected away, withdrawn, or made at another item does not count', () => {
  for (const decision of [
    { ...stands, supersededBy: 'd2' },
    { ...stands, withdrawnAt: 1 },
    { ...stands, itemId: 'other' },
  ]) {
    expect(missing({ decisions: [decision], item: { ...item, safetyAnswered: ['v1'] } })).toEqual([
      noDecision,
    ])
  }
})

test('three victim-survivors need three safety checks, each named by her reference', () => {
  const victims = [her, { id: 'v2', ref: 'V2' }, { id: 'v3', ref: 'V3' }]
  const decisions = [stands]
  expect(missing({ victims, decisions })).toEqual([noCheck('V1'), noCheck('V2'), noCheck('V3')])
  expect(missing({ victims, decisions, item: { ...item, safetyAnswered: ['v3', 'v1'] } })).toEqual([
    noCheck('V2'),
  ])
  expect(missing({ victims, decisions, item: { ...item, safetyAnswered: ['v1', 'v2', 'v3'] } })).toEqual([])
})

test('where no victim-survivor is linked the safety check is asked for the case', () => {
  expect(missing({ victims: [], decisions: [stands] })).toEqual([noCheck('this case')])
  expect(missing({ victims: [], decisions: [stands], item: { ...item, safetyAnswered: ['case'] } })).toEqual(
    [],
  )
})

test('in the note-only lane nothing is asked while nothing is decided', () => {
  expect(missing({ item: { ...item, lane: 'note_only' } })).toEqual([])
  expect(
    missing({ item: { ...item, lane: 'note_only' }, interventions: [{ ...stands, strand: 'support' }] }),
  ).toEqual([])
})

test('a decision in the note-only lane asks for the safety check all the same', () => {
  expect(missing({ item: { ...item, lane: 'note_only' }, decisions: [stands] })).toEqual([noCheck('V1')])
})

test('an intervention that disrupts asks for the safety check in the note-only lane too, unless it was withdrawn', () => {
  for (const strand of ['disrupt', 'both'] as const) {
    expect(missing({ item: { ...item, lane: 'note_only' }, interventions: [{ ...stands, strand }] })).toEqual(
      [noCheck('V1')],
    )
    expect(
      missing({
        item: { ...item, lane: 'note_only' },
        interventions: [{ ...stands, strand, withdrawnAt: 1 }],
      }),
    ).toEqual([])
  }
})
