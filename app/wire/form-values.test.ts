import { describe, expect, it } from 'vitest'
import { parseCommand } from '../domain/commands/commands'
import { valuesFromEntries } from './form-values'

const share = (...audience: [string, string][]) =>
  parseCommand(
    valuesFromEntries([
      ['kind', 'shareInformation'],
      ['meetingId', 'm1'],
      ['itemId', 'i1'],
      ['fields.what', 'Two complaints this month.'],
      ...audience.map(([name, value]) => [`fields.audience.${name}`, value] as const),
    ]),
  )

describe('Who may read an entry, as a form sends it', () => {
  it('takes the usual audience where nothing was chosen', () => {
    expect(share(['kind', ''])).not.toHaveProperty('fields.audience')
  })

  it('takes the agencies that were ticked where named agencies were chosen', () => {
    expect(share(['kind', 'agencies'], ['agencyIds[]', 'a1'])).toMatchObject({
      fields: { audience: { kind: 'agencies', agencyIds: ['a1'] } },
    })
  })

  // Whoever ticks an agency means to narrow the audience: to go on with the whole panel would show it to everyone.
  it.each([
    ['nothing was chosen', '', 'agencyIds[]'],
    ['the whole panel was chosen', 'panel', 'agencyIds[]'],
    ['the safety circle was chosen', 'safety_circle', 'agencyIds[]'],
    ['nothing was chosen', '', 'memberIds[]'],
    ['named agencies were chosen', 'agencies', 'memberIds[]'],
  ])('refuses ticks that do not go with the choice, when %s', (_, kind, list) => {
    expect(share(['kind', kind], ['agencyIds[]', ''], [list, 'x1'])).toMatchObject({
      ok: false,
      fields: [{ field: 'fields.audience.kind', message: expect.stringContaining('ticked') as string }],
    })
  })
})
