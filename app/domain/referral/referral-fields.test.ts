import { expect, test } from 'vitest'
import { agreementKeys } from '../catalogues/referral'
import { additionFields, referralFields } from './referral-fields'

const sound = {
  familyName: 'Yarwell',
  reason: 'He was seen outside her door.',
  victims: [{ relationship: 'former_partner', told: 'yes', agrees: 'yes' }],
}
const victim = sound.victims[0]
const faults = (fields: object) =>
  referralFields.safeParse({ ...sound, ...fields }).error?.issues.map((one) => one.path.join('.')) ?? []
const read = (fields: object) => referralFields.parse({ ...sound, ...fields })

test('the least that a referral says: a name of his, why, and who is at risk', () => {
  expect(referralFields.parse(sound)).toMatchObject({
    givenName: '',
    familyName: 'Yarwell',
    aliases: [],
    dateOfBirth: null,
    otherDateOfBirth: null,
    incidents: [],
    dashCount: null,
    riskTopics: [],
    judgement: null,
    children: [],
    victims: [{ relationship: 'former_partner', told: 'yes', agrees: 'yes', reason: '' }],
  })
  expect(faults({ familyName: ' ' })).toEqual(['familyName'])
  expect(faults({ familyName: '', aliases: 'Yaz' })).toEqual([])
  expect(faults({ familyName: '', givenName: 'Godfrey' })).toEqual([])
  expect(faults({ reason: '  ' })).toEqual(['reason'])
  expect(faults({ victims: [] })).toEqual(['victims.0.relationship'])
})

test('of a victim-survivor who was not told, was not asked or does not agree, it is said why he is referred all the same', () => {
  for (const told of agreementKeys)
    for (const agrees of agreementKeys) {
      const one = { ...victim, told, agrees }
      const both = told === 'yes' && agrees === 'yes'
      expect(faults({ victims: [one] })).toEqual(both ? [] : ['victims.0.reason'])
      expect(faults({ victims: [{ ...one, reason: 'It would not be safe.' }] })).toEqual([])
    }
})

test('a judgement says what it rests on', () => {
  expect(faults({ judgement: 'high' })).toEqual(['judgementReason'])
  expect(faults({ judgement: 'high', judgementReason: 'What the neighbour heard.' })).toEqual([])
  expect(read({ judgement: '' }).judgement).toBeNull()
})

test.each(['31', '-1', '2.5', 'many'])('a count of %s on the checklist is refused', (dashCount) => {
  expect(faults({ dashCount })).toEqual(['dashCount'])
})

test.each([
  ['0', 0],
  ['30', 30],
  ['', null],
])('a count of %j on the checklist is %j', (dashCount, count) => {
  expect(read({ dashCount }).dashCount).toBe(count)
})

test('a form’s line that is left blank is no line, and a fault keeps the number of its line', () => {
  const incident = { date: '', what: 'He waited in the street.', gravity: 'threat' }
  const blank = { date: '', what: '', gravity: '' }
  expect(read({ incidents: { 0: blank, 3: incident } }).incidents).toMatchObject([
    { what: 'He waited in the street.', date: null, fromHer: false },
  ])
  expect(faults({ incidents: { 0: blank, 3: { ...incident, what: ' ' } } })).toEqual(['incidents.3.what'])
  expect(faults({ incidents: [incident, { ...incident, gravity: '' }] })).toEqual(['incidents.1.gravity'])
  expect(read({ incidents: '' }).incidents).toEqual([])
  expect(faults({ incidents: 'one' })).toEqual(['incidents'])
})

test('no more lines are taken than the form has', () => {
  const incident = { what: 'He waited.', gravity: 'threat' }
  expect(faults({ incidents: Array.from({ length: 6 }, () => incident) })).toEqual(['incidents'])
  expect(faults({ victims: Array.from({ length: 4 }, () => victim) })).toContain('victims')
  expect(faults({ children: Array.from({ length: 7 }, () => ({ plan: 'none' })) })).toEqual(['children'])
})

test('what he is called is read by line and by semicolon, once each', () => {
  expect(read({ aliases: 'Yaz; Gods\n Yaz \n\n' }).aliases).toEqual(['Yaz', 'Gods'])
  expect(read({ aliases: ['Yaz', ' Gods'] }).aliases).toEqual(['Yaz', 'Gods'])
})

test('one box that is ticked is a list of one', () => {
  expect(read({ riskTopics: 'stalking' }).riskTopics).toEqual(['stalking'])
  expect(read({ riskTopics: '' }).riskTopics).toEqual([])
  expect(faults({ riskTopics: ['weather'] })).toEqual(['riskTopics.0'])
})

test('another date of birth is a day, or is left out', () => {
  expect(faults({ otherDateOfBirth: 'last spring' })).toEqual(['otherDateOfBirth'])
  expect(read({ otherDateOfBirth: '1985-02-09' }).otherDateOfBirth).toBe('1985-02-09')
})

test('whoever adds something writes it, for the panel or from her', () => {
  expect(additionFields.safeParse({ what: ' ', fromHer: '' }).error?.issues[0]?.path).toEqual(['what'])
  expect(additionFields.parse({ fromHer: 'She has moved.' })).toEqual({ what: '', fromHer: 'She has moved.' })
  expect(additionFields.parse({ what: 'He has moved.' })).toEqual({ what: 'He has moved.', fromHer: '' })
})
