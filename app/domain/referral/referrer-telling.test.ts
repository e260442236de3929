import { expect, test } from 'vitest'
import { commandsIn } from '../../../tests/support/commands'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { acceptance, referralCommand } from '../../../tests/support/referrals'
import { sitting } from '../../../tests/support/small-panel-facts'
import { outsideStage, owedTelling, tellingsOwed } from './referrer-telling'

// The referrer hears what came of it: what is still to be told follows from where the referral stands.

const refer = (panel: PurePanel) => ({
  panelId: panel.panelId,
  referralId: panel.done('housing', referralCommand(panel)).created['referral'] ?? '',
})
type About = ReturnType<typeof refer>
const screened = (kind: 'returnReferral' | 'signpostReferral', about: About) => ({
  kind,
  ...about,
  reason: kind === 'returnReferral' ? 'No risk assessment' : 'Belongs to another area',
  words: 'Please look again.',
})
const telling = (about: About, words = 'Told so.') => ({
  kind: 'tellReferrer',
  ...about,
  how: 'telephone',
  words,
})
const referral = (panel: PurePanel, { referralId }: About) => {
  const found = panel.things.get('referral', referralId)
  if (!found) throw new Error('There is no such referral.')
  return found
}
const owed = (panel: PurePanel, about: About) => owedTelling(panel.things, referral(panel, about))
const stage = (panel: PurePanel, about: About) => outsideStage(panel.things, referral(panel, about))

/** Accepted, listed and heard at the meeting of 2 December, up to its closing. */
const heard = (panel: PurePanel, outcome: object, close = true) => {
  const about = refer(panel)
  const { case: caseId = '' } = panel.done('chair', acceptance(about)).created
  const { meetingId } = panel
  const { item: itemId = '' } = panel.done('coordinator', {
    kind: 'listCase',
    meetingId,
    caseId,
    itemKind: 'urgent',
    minutes: 10,
    lateReason: 'It cannot wait.',
  }).created
  for (const who of sitting) panel.done(who, { kind: 'acceptConfidentiality', meetingId })
  panel.done('chair', { kind: 'openMeeting', meetingId, inquorateReason: '' })
  panel.done('chair', { kind: 'movePointer', meetingId, itemId, step: 'decide' })
  panel.done('chair', { kind: 'recordDecision', meetingId, itemId, fields: { rationale: 'So.', ...outcome } })
  panel.done('chair', { kind: 'concludeItem', meetingId, itemId, without: 'She cannot be reached.' })
  const concludedAt = panel.clock.now()
  panel.clock.move({ minutes: 5 })
  if (close) panel.done('chair', commandsIn(panel).close('Out of time.'))
  return { about, concludedAt }
}

test('of a referral that has only arrived, nothing is owed: the page said that it has', () => {
  const panel = openPurePanel()
  const about = refer(panel)
  expect(owed(panel, about)).toBeUndefined()
  expect(stage(panel, about)).toEqual({ stage: 'received', words: null })
})

test.each([
  ['returnReferral', 'returned', 'No risk assessment. Please look again.'],
  ['signpostReferral', 'signposted', 'Belongs to another area. Please look again.'],
] as const)('after %s the referrer is owed its reason and words, by a day', (kind, what, draft) => {
  const panel = openPurePanel()
  const about = refer(panel)
  panel.done('chair', screened(kind, about))
  expect(owed(panel, about)).toEqual({
    ...about,
    what,
    draft,
    since: panel.clock.now(),
    dueOn: '2026-12-09',
    to: {
      memberId: panel.people.housing.memberId,
      name: 'Landlord One',
      agency: 'Housing',
      email: 'housing@ashford.example',
    },
  })
  panel.done('chair', telling(about))
  expect(owed(panel, about)).toBeUndefined()
})

test('returned a second time, it is told a second time', () => {
  const panel = openPurePanel()
  const about = refer(panel)
  panel.done('chair', screened('returnReferral', about))
  panel.done('chair', telling(about))
  panel.clock.move({ minutes: 5 })
  panel.done('chair', screened('returnReferral', about))
  expect(owed(panel, about)?.since).toBe(panel.clock.now())
})

test('accepted, nothing is owed until the panel has decided and its meeting is closed', () => {
  const panel = openPurePanel()
  const { about } = heard(panel, { outcome: 'continue' }, false)
  expect(owed(panel, about)).toBeUndefined()
  panel.done('chair', commandsIn(panel).close('Out of time.'))
  expect(owed(panel, about)?.what).toBe('decision')
})

test('the decision is owed from when it was taken, in its words', () => {
  const panel = openPurePanel()
  const { about, concludedAt } = heard(panel, { outcome: 'continue' })
  expect(owed(panel, about)).toMatchObject({ what: 'decision', since: concludedAt, dueOn: '2026-12-09' })
  expect(owed(panel, about)?.draft).toMatch(/^The panel decided: [a-z].+\.$/)
  panel.done('coordinator', telling(about))
  expect(owed(panel, about)).toBeUndefined()
})

test('that a case is to be brought back is no decision to tell of', () => {
  const panel = openPurePanel()
  const { about } = heard(panel, { outcome: 'bring_back', reason: 'Her advocate is away.' })
  expect(owed(panel, about)).toBeUndefined()
})

test('all that a panel owes is listed by the day it is due, and nothing of another panel', () => {
  const panel = openPurePanel()
  const [first, second, third] = [refer(panel), refer(panel), refer(panel)]
  panel.done('chair', screened('returnReferral', second))
  panel.clock.move({ days: 1 })
  panel.done('chair', screened('signpostReferral', first))
  panel.done('brookIdva', { ...referralCommand(panel), panelId: panel.brookPanelId })
  expect(tellingsOwed(panel.things, panel.panelId).map((one) => one.referralId)).toEqual([
    second.referralId,
    first.referralId,
  ])
  expect(tellingsOwed(panel.things, panel.brookPanelId)).toEqual([])
  expect(third.referralId).not.toBe('')
})

test('outside, it is only said how far it has come, and in which words somebody told them', () => {
  const panel = openPurePanel()
  const about = refer(panel)
  panel.done('chair', screened('returnReferral', about))
  // Decided on, but nobody has told them.
  expect(stage(panel, about)).toEqual({ stage: 'looked_at', words: null })
  panel.done('chair', telling(about, 'Please assess her.'))
  expect(stage(panel, about)).toEqual({ stage: 'asked', words: 'Please assess her.' })
  panel.clock.move({ minutes: 5 })
  panel.done('chair', screened('signpostReferral', about))
  expect(stage(panel, about)).toEqual({ stage: 'looked_at', words: null })
  panel.done('chair', telling(about, 'Turn to Brook.'))
  expect(stage(panel, about)).toEqual({ stage: 'decided', words: 'Turn to Brook.' })
})

test('asked again in other words, it is looked at until they are told', () => {
  const panel = openPurePanel()
  const about = refer(panel)
  panel.done('chair', screened('returnReferral', about))
  panel.done('chair', telling(about))
  panel.clock.move({ minutes: 5 })
  panel.done('housing', { kind: 'addToReferral', ...about, fields: { what: 'He has moved.' } })
  expect(stage(panel, about)).toEqual({ stage: 'received', words: null })
  panel.done('chair', screened('returnReferral', about))
  expect(stage(panel, about)).toEqual({ stage: 'looked_at', words: null })
})

test('outside, a decision is one once they were told of it, and that it was accepted is not said', () => {
  const panel = openPurePanel()
  const { about } = heard(panel, { outcome: 'continue' })
  expect(stage(panel, about)).toEqual({ stage: 'looked_at', words: null })
  panel.done('chair', telling(about, 'Work goes on.'))
  expect(stage(panel, about)).toEqual({ stage: 'decided', words: 'Work goes on.' })
})
