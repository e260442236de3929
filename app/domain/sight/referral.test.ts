import { expect, test } from 'vitest'
import { acceptance, referralCommand } from '../../../tests/support/referrals'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { ashford, everyone, type PersonName } from '../../../tests/support/small-panel-facts'
import { told } from '../../../tests/support/told'
import type { VisibleKind } from './sees'
import type { Surface } from './sight'

// Who reads a referral, by what it is at the moment: before it is a case, and from then on.

const readers = (panel: PurePanel, kind: VisibleKind, surface: Surface = 'desk'): PersonName[] =>
  everyone.filter((who) => {
    const meetingId = surface === 'wall' ? panel.meetingId : null
    return told(panel, who, kind, meetingId, surface).length > 0
  })

const referredBy = (who: PersonName, ...naming: PersonName[]) => {
  const panel = openPurePanel()
  const memberIds = naming.map((name) => panel.people[name].memberId)
  const { created } = panel.done(who, referralCommand(panel, {}, { memberIds }))
  return { panel, about: { panelId: panel.panelId, referralId: created['referral'] ?? '' } }
}
const screening: PersonName[] = ['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo']
const inOrder = (...names: PersonName[]) => everyone.filter((who) => names.includes(who))

test('until it is a case: chair, coordinator and advocates, the agency that referred, and whom the referrer named', () => {
  const { panel } = referredBy('housing')
  expect(readers(panel, 'referral')).toEqual(inOrder(...screening, 'housing'))
  expect(readers(panel, 'referralSafety')).toEqual(inOrder(...screening))
  expect(readers(panel, 'referral', 'wall')).toEqual([])
  expect(readers(panel, 'referralSafety', 'wall')).toEqual([])
})

test('whoever only watches for the agency that referred does not read it', () => {
  const { panel } = referredBy('police')
  expect(panel.people.observer.agencyId).toBe(panel.people.police.agencyId)
  expect(readers(panel, 'referral')).toEqual(inOrder(...screening, 'police'))
})

test('whom the referrer named reads it and what she said; once it is a case, her safety record says who may', () => {
  const { panel, about } = referredBy('housing', 'socialCare')
  expect(readers(panel, 'referral')).toEqual(inOrder(...screening, 'housing', 'socialCare'))
  expect(readers(panel, 'referralSafety')).toEqual(inOrder(...screening, 'socialCare'))
  panel.done('chair', acceptance(about))
  expect(readers(panel, 'referralSafety')).toEqual(inOrder(...screening))
})

test('from when it is a case: whoever may see the case', () => {
  const { panel, about } = referredBy('housing')
  panel.done('chair', acceptance(about))
  const sit = ashford.filter((who) => who !== 'evaluator' && who !== 'administrator')
  expect(readers(panel, 'referral')).toEqual(sit)
  const caseId = panel.things.get('referral', about.referralId)?.caseId
  expect(caseId).not.toBeNull()
  panel.things.put('conflict', {
    id: 'conflict',
    panelId: panel.panelId,
    caseId: caseId ?? '',
    memberId: panel.people.idva.memberId,
    reason: 'A cousin.',
    declaredAt: 1,
    declaredBy: panel.people.idva.memberId,
    withdrawnAt: null,
    withdrawnReason: null,
  })
  expect(readers(panel, 'referral')).toEqual(sit.filter((who) => who !== 'idva'))
  expect(readers(panel, 'referralSafety')).toEqual(inOrder(...screening.filter((who) => who !== 'idva')))
})

test('what was noted for the panel at screening is for those who screen, not for who referred', () => {
  const { panel, about } = referredBy('housing')
  const referral = panel.things.get('referral', about.referralId)
  if (referral) panel.things.put('referral', { ...referral, screeningNote: 'Known to us.' })
  const note = (who: PersonName) => told(panel, who, 'referral', null)[0]?.screeningNote
  for (const who of screening) expect([who, note(who)]).toEqual([who, 'Known to us.'])
  expect(note('housing')).toBe('')
})

test('a safety part without its referral is nobody’s, and so is what a referrer was told', () => {
  const { panel, about } = referredBy('housing')
  panel.done('chair', {
    kind: 'returnReferral',
    ...about,
    reason: 'No risk assessment',
    words: 'Please assess.',
  })
  expect(readers(panel, 'referrerTelling')).toEqual(readers(panel, 'referral'))
  panel.things.drop('referral', about.referralId)
  expect(readers(panel, 'referralSafety')).toEqual([])
  expect(readers(panel, 'referrerTelling')).toEqual([])
})

test('a link that was given out is for chair, coordinator and who gave it; never for who only keeps members', () => {
  const panel = openPurePanel()
  panel.offerLink('idva', { name: 'Nurse Nowhere', agency: 'Surgery' })
  expect(readers(panel, 'referralLink')).toEqual(inOrder('chair', 'coChair', 'coordinator', 'idva'))
  expect(readers(panel, 'referralLink', 'wall')).toEqual([])
  const [link] = told(panel, 'idva', 'referralLink', null)
  expect(link).toMatchObject({ name: 'Nurse Nowhere', toAdd: false })
  const [kept] = panel.things.all('referralLink')
  if (kept) panel.things.put('referralLink', { ...kept, madeBy: panel.people.administrator.memberId })
  expect(readers(panel, 'referralLink')).toEqual(inOrder('chair', 'coChair', 'coordinator'))
  if (kept) panel.things.put('referralLink', { ...kept, forReferralId: 'one' })
  expect(told(panel, 'idva', 'referralLink', null)).toMatchObject([{ toAdd: true }])
})

test('that it came by a link is told, and not by which', () => {
  const { panel, about } = referredBy('housing')
  expect(told(panel, 'chair', 'referral', null)).toMatchObject([{ byLink: false }])
  const referral = panel.things.get('referral', about.referralId)
  if (referral) panel.things.put('referral', { ...referral, linkId: 'by this one' })
  const [one] = told(panel, 'chair', 'referral', null)
  expect(one).toMatchObject({ byLink: true })
  expect(JSON.stringify(one)).not.toContain('by this one')
})
