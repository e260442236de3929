import { expect, test } from 'vitest'
import { staysInside } from './kind-sight'

test('what stays inside says so, and turns nothing unless it is said', () => {
  expect(staysInside()).toEqual({ stays: 'inside', turns: 'nothing' })
  expect(staysInside('everything')).toEqual({ stays: 'inside', turns: 'everything' })
})
