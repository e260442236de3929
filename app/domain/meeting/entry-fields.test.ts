import { expect, test } from 'vitest'
import { entryFields } from './entry-fields'

test('a lever whose kind nobody chose says no kind that it may not be', () => {
  expect(entryFields.lever.parse({ what: 'He is behind with the rent.' })).toMatchObject({
    leverKind: 'other',
  })
})
