import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { z } from 'zod'
import { history, notices, requests, wireVersion } from './messages'

// The contract is pinned: who changes a shape raises the version, says why in `history`, and pins the new hash here.

const pinned: Record<number, string> = {
  1: 'acb2aebe809981e5',
}

const shape = (schema: z.ZodType) => z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' })

const catalogue = () =>
  JSON.stringify({
    requests: Object.entries(requests).map(([name, { message, answer }]) => [
      name,
      shape(message),
      shape(answer),
    ]),
    notices: Object.entries(notices).map(([name, notice]) => [name, shape(notice)]),
  }).replaceAll(/"const":\d+/g, '"const":"the version"')

test('the shapes of all messages are those pinned to this version', () => {
  expect({ [wireVersion]: createHash('sha256').update(catalogue()).digest('hex').slice(0, 16) }).toEqual({
    [wireVersion]: pinned[wireVersion],
  })
})

test('every version has its line of history', () => {
  expect(history).toHaveLength(wireVersion)
  history.forEach((line, at) => expect(line).toMatch(new RegExp(`^${at + 1}: .{10}`)))
})

test('a join of another version is not understood', () => {
  const join = { meetingId: 'm', cursor: null, surface: 'desk' }
  expect(requests['room:join'].message.safeParse({ ...join, v: wireVersion }).success).toBe(true)
  expect(requests['room:join'].message.safeParse({ ...join, v: wireVersion + 1 }).success).toBe(false)
})
