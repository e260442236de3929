import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { owedTelling } from '../../app/domain/referral/referrer-telling'
import { loadCaseFile } from '../../db/things/load-case'
import { loadReferral } from '../../db/things/load-referral'
import { importFiles } from '../../server/import/import-folder'
import { commandsIn } from '../support/commands'
import { acceptance, acceptedCase, referralCommand, referred } from '../support/referrals'
import {
  everyone,
  joinMeeting,
  openSmallPanel,
  type PersonName,
  type TestPanel,
} from '../support/small-panel'

let panel: TestPanel
beforeEach(async () => {
  panel = await openSmallPanel()
})
afterEach(() => panel.close())

const read = async (who: PersonName, about: { panelId: string; referralId: string }) =>
  panel.services.reads.referral(await panel.sessionFor(who), about.panelId, about.referralId)
const seesReferral = async (who: PersonName, about: { panelId: string; referralId: string }) =>
  (await read(who, about)).ok
const fileOf = async (caseId: string) => {
  const things = await loadCaseFile(panel.services.store.read, caseId)
  if (!things) throw new Error('There is no such case.')
  return things
}
const those = async (see: (who: PersonName) => Promise<boolean>) => {
  const seers: PersonName[] = []
  for (const who of everyone) if (await see(who)) seers.push(who)
  return seers
}

describe('making a referral', () => {
  test('it is only a referral: no person, no case', async () => {
    const { created } = await panel.done('housing', referralCommand(panel))
    expect(Object.keys(created).sort()).toEqual(['referral', 'referralSafety', 'referrerTelling'])
  })

  test.each([
    ['a name', { givenName: '', familyName: '' }, 'fields.familyName'],
    ['a reason', { reason: ' ' }, 'fields.reason'],
    ['someone at risk', { victims: [] }, 'fields.victims.0.relationship'],
    ['what the judgement rests on', { judgement: 'high' }, 'fields.judgementReason'],
    [
      'why she was not told',
      { victims: [{ relationship: 'partner', told: 'no', agrees: 'not_asked' }] },
      'fields.victims.0.reason',
    ],
    [
      'what happened',
      { incidents: [{ date: '2026-11-01', what: '', gravity: 'threat' }] },
      'fields.incidents.0.what',
    ],
    ['how grave it was', { incidents: [{}, { what: 'He hit her.' }] }, 'fields.incidents.1.gravity'],
    ['a count there can be', { dashCount: '31' }, 'fields.dashCount'],
  ])('without %s it is refused, beside the field', async (_what, fields, field) => {
    expect(
      (await panel.refused('housing', referralCommand(panel, fields))).fields?.map((one) => one.field),
    ).toContain(field)
  })

  test('lines of a form that were left blank are no lines, wherever they stand', async () => {
    const blank = { date: '', what: '', gravity: '' }
    const about = await referred(panel, 'housing', {
      incidents: { 0: blank, 1: { date: '', what: 'He hit her.', gravity: 'violence' }, 2: blank },
    })
    expect(await read('chair', about)).toMatchObject({
      referral: { incidents: [{ what: 'He hit her.', date: null, gravity: 'violence' }] },
    })
  })

  test('its risk is worked out under the panel’s policy, and keeps its number', async () => {
    await panel.done('chair', {
      kind: 'adoptPolicy',
      panelId: panel.panelId,
      values: { highRiskAnswers: '16' },
      reason: 'As in the county.',
    })
    const about = await referred(panel)
    expect(await read('chair', about)).toMatchObject({
      referral: {
        riskLevel: 'medium',
        policyVersion: 2,
        riskWorking: ['Checklist count 15: medium (high from 16, medium from 10).'],
      },
    })
  })
})

describe('who may see it', () => {
  const hers = {
    incidents: [
      { date: '2026-11-01', what: 'She told me he choked her.', gravity: 'serious_violence', fromHer: 'yes' },
    ],
  }

  test('until it is a case: chair, coordinator, IDVAs and the agency that made it', async () => {
    const about = await referred(panel, 'caseManager')
    expect(await those((who) => seesReferral(who, about))).toEqual([
      'chair',
      'coChair',
      'coordinator',
      'presenter',
      'caseManager',
      'idva',
      'idvaTwo',
    ])
  })

  test('what she said and how to reach her: chair, coordinator, IDVAs and whom the referrer named, not even the agency that made it', async () => {
    const about = await referred(panel, 'caseManager', hers, { memberIds: [panel.people.police.memberId] })
    const seesHers = async (who: PersonName) => {
      const found = await read(who, about)
      const has = JSON.stringify(found).includes('choked')
      expect([who, has]).toEqual([who, found.ok && found.safety !== null])
      return has
    }
    expect(await those(seesHers)).toEqual(['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo', 'police'])
  })

  test('once it is a case, the panel reads the referral, and her part stays where it was', async () => {
    const about = await referred(panel, 'caseManager', hers, { memberIds: [panel.people.police.memberId] })
    const { created } = await panel.done('coordinator', acceptance(about))
    expect(await those((who) => seesReferral(who, about))).toHaveLength(12)
    const readsHers = async (who: PersonName) => {
      const file = await panel.services.reads.caseFile(await panel.sessionFor(who), created.case ?? '')
      return (
        JSON.stringify(file).includes('choked') || JSON.stringify(await read(who, about)).includes('choked')
      )
    }
    expect(await those(readsHers)).toEqual(['chair', 'coChair', 'coordinator', 'idva', 'idvaTwo'])
    const police = await panel.services.reads.caseFile(await panel.sessionFor('police'), created.case ?? '')
    expect(JSON.stringify(police)).toContain('Text first.')
  })

  test('incidents that are known from her raise no level that others read', async () => {
    const three = ['2026-10-01', '2026-10-20', '2026-11-01'].map((date) => ({ ...hers.incidents[0], date }))
    const about = await referred(panel, 'housing', { dashCount: '3', incidents: three })
    expect(await read('housing', about)).toMatchObject({
      referral: { riskLevel: 'standard', incidents: [] },
      safety: null,
    })
    expect(JSON.stringify(await read('housing', about))).not.toContain('Escalation')
    expect(await read('idva', about)).toMatchObject({ safety: { riskLevel: 'high' } })
  })

  test('in the list each finds those, and only those', async () => {
    const mine = await referred(panel, 'housing')
    const theirs = await referred(panel, 'police')
    const listFor = async (who: PersonName) => {
      const found = await panel.services.reads.referrals(await panel.sessionFor(who), panel.panelId)
      return found.ok ? found.referrals.map((one) => one.id).sort() : found.code
    }
    expect(await listFor('housing')).toEqual([mine.referralId])
    expect(await listFor('chair')).toEqual([mine.referralId, theirs.referralId].sort())
    expect(await listFor('probation')).toEqual([])
    expect(await listFor('observer')).toEqual([])
    expect(await listFor('evaluator')).toBe('not_found')
    expect(await listFor('brookChair')).toBe('not_found')
  })

  test('a command about a referral that one may not see is answered as one about none', async () => {
    const about = await referred(panel, 'police')
    const add = (referralId: string) =>
      panel.command('housing', {
        kind: 'addToReferral',
        panelId: panel.panelId,
        referralId,
        fields: { what: 'More.' },
      })
    expect(await add(about.referralId)).toEqual(await add('no-such-referral'))
    const elsewhere = { ...about, panelId: panel.brookPanelId }
    expect(await panel.command('brookChair', acceptance(elsewhere))).toMatchObject({ code: 'not_found' })
  })
})

describe('accepting it on to the agenda', () => {
  test('makes person, case, victim-survivors, children and safety records of it, whole', async () => {
    const about = await referred(panel, 'housing', {
      victims: [
        {
          relationship: 'former_partner',
          told: 'yes',
          agrees: 'yes',
          safeContact: 'Text first.',
          wishes: 'A new lock.',
          name: 'Hyacinth',
          ageBand: '25_34',
        },
        {
          relationship: 'sibling',
          told: 'no',
          agrees: 'not_asked',
          reason: 'He reads her telephone.',
          whoMustNotKnow: 'Their mother.',
        },
      ],
    })
    const { created } = await panel.done('chair', acceptance(about, { note: 'Before the sixteenth.' }))
    const things = await fileOf(created.case ?? '')
    const itsCase = things.get('case', created.case)
    expect(itsCase).toMatchObject({
      ref: 'A6',
      riskLevel: 'high',
      dashCount: 15,
      referredOn: '2026-12-02',
      referringAgency: 'Housing',
      acceptedOn: null,
    })
    expect(things.get('person', itsCase?.personId)).toMatchObject({
      givenName: 'Godfrey',
      familyName: 'Yarwell',
      dateOfBirth: '1985-02-09',
    })
    expect(
      things.all('victim').map(({ ref, relationship, ageBand }) => ({ ref, relationship, ageBand })),
    ).toEqual([
      { ref: 'V-6-1', relationship: 'former_partner', ageBand: '25_34' },
      { ref: 'V-6-2', relationship: 'sibling', ageBand: null },
    ])
    expect(things.all('child')).toMatchObject([{ ageBand: '5_10', plan: 'child_in_need' }])
    expect(
      things
        .all('safetyRecord')
        .map(({ safeContact, whoMustNotKnow, wishes, told }) => [safeContact, whoMustNotKnow, wishes, told]),
    ).toEqual([
      ['Name: Hyacinth. Text first.', '', 'A new lock.', 'Knows of the referral: yes. Agrees to it: yes.'],
      [
        '',
        'Their mother.',
        '',
        'Knows of the referral: no. Agrees to it: not asked. He reads her telephone.',
      ],
    ])
    expect(things.all('referral')).toMatchObject([
      { stage: 'accepted', caseId: created.case, screeningReason: 'Visible high risk' },
    ])
  })

  test('the case can be put on an agenda at once', async () => {
    const caseId = await acceptedCase(panel)
    await panel.done('coordinator', {
      kind: 'listCase',
      meetingId: panel.meetingId,
      caseId,
      itemKind: 'new',
      minutes: 8,
      lateReason: 'A new arrest.',
    })
  })

  test('judgement raises the risk and never lowers it', async () => {
    const raised = await fileOf(await acceptedCase(panel, { dashCount: '3' }, { judgement: 'high' }))
    expect(raised.all('referral')[0]?.riskLevel).toBe('standard')
    expect(raised.get('case', raised.all('referral')[0]?.caseId)?.riskLevel).toBe('high')
    const kept = await fileOf(await acceptedCase(panel, { dashCount: '20' }, { judgement: 'standard' }))
    expect(kept.get('case', kept.all('referral')[0]?.caseId)?.riskLevel).toBe('high')
  })

  test('who he is must be said, and a reason of the panel’s list', async () => {
    const about = await referred(panel)
    expect(await panel.refused('chair', acceptance(about, { personId: '' }))).toMatchObject({
      fields: [{ field: 'personId' }],
    })
    expect(await panel.refused('chair', acceptance(about, { personId: 'no-such-person' }))).toMatchObject({
      fields: [{ field: 'personId' }],
    })
    expect(await panel.refused('chair', acceptance(about, { reason: 'Because' }))).toMatchObject({
      fields: [{ field: 'reason' }],
    })
    await panel.done('chair', acceptance(about))
    expect(await panel.refused('chair', acceptance(about))).toMatchObject({ code: 'already_done' })
  })

  test('someone who is known gets a new case on the same person, and his woman keeps her reference', async () => {
    const about = await referred(panel, 'housing', {
      givenName: 'Al',
      familyName: 'Quenbee',
      dateOfBirth: '1988-04-03',
    })
    const found = await read('chair', about)
    const match = found.ok ? found.acceptance?.matches[0] : undefined
    expect(match).toMatchObject({
      name: 'Aldous Quenby',
      why: [
        'Name and alias the same: Al Quenbee',
        'Date of birth with day and month changed round: 3 April 1988, 4 March 1988',
      ],
    })
    expect(match?.cases.map((one) => one.caseRef)).toEqual(['A4', 'A1'])
    expect(
      match?.cases.map((one) => one.open),
      'whoever accepts is told that a second case would stand beside it',
    ).toEqual([true, true])
    expect(
      await panel.refused('chair', acceptance(about, { personId: match?.personId, sameVictims: ['V9'] })),
    ).toMatchObject({ fields: [{ field: 'sameVictims.0' }] })
    const { created } = await panel.done(
      'chair',
      acceptance(about, { personId: match?.personId, sameVictims: ['V1'] }),
    )
    expect(created.person).toBeUndefined()
    const file = await fileOf(created.case ?? '')
    expect(file.get('case', created.case)?.personId).toBe(match?.personId)
    expect(
      file
        .all('victim')
        .filter((one) => one.caseId === created.case)
        .map((one) => one.ref),
    ).toEqual(['V1'])
  })
})

describe('whoever is put out of a case', () => {
  const him = { givenName: 'Barnaby', familyName: 'Rusholt', dateOfBirth: '1979-11-30' }

  test('is shown no match that only that case would show, and cannot take it up', async () => {
    await joinMeeting(panel, 'chair')
    await panel.done('chair', commandsIn(panel).conflict('A2'))
    const about = await referred(panel, 'housing', him)
    const matchesFor = async (who: PersonName) => {
      const found = await read(who, about)
      return found.ok ? found.acceptance?.matches.map((one) => one.name) : found.code
    }
    expect(await matchesFor('coordinator')).toEqual(['Barnaby Rusholt'])
    expect(await matchesFor('chair')).toEqual([])
    const coordinators = await read('coordinator', about)
    const personId = coordinators.ok ? coordinators.acceptance?.matches[0]?.personId : ''
    expect(await panel.refused('chair', acceptance(about, { personId }))).toEqual(
      await panel.refused('chair', acceptance(about, { personId: 'no-such-person' })),
    )
    const text = JSON.stringify(await read('chair', about))
    expect(text).not.toContain('"A2"')
    expect(text).not.toContain('"V2a"')
  })

  test('sees of a man with other cases only those', async () => {
    await panel.done('chair', commandsIn(panel).conflict('A1'))
    const about = await referred(panel, 'housing', {
      givenName: 'Aldous',
      familyName: 'Quenby',
      dateOfBirth: '1988-03-04',
    })
    const found = await read('chair', about)
    expect(found.ok && found.acceptance?.matches[0]?.cases.map((one) => one.caseRef)).toEqual(['A4'])
    // Her reference in the case that is closed to the chair is no choice.
    expect(
      await panel.refused(
        'chair',
        acceptance(about, {
          personId: found.ok ? found.acceptance?.matches[0]?.personId : '',
          sameVictims: ['V1'],
        }),
      ),
    ).toMatchObject({ fields: [{ field: 'sameVictims.0' }] })
  })

  test('while a meeting is in session, nobody is shown who he may be before joining it', async () => {
    const about = await referred(panel, 'housing', him)
    await joinMeeting(panel, 'chair', 'police', 'housing', 'probation')
    await panel.done('chair', { kind: 'openMeeting', meetingId: panel.meetingId })
    expect(await read('coordinator', about)).toMatchObject({ ok: true, acceptance: null, joinFirst: true })
    expect(await panel.refused('coordinator', acceptance(about))).toMatchObject({ code: 'wrong_moment' })
    expect(await read('chair', about)).toMatchObject({
      acceptance: { matches: [{ name: 'Barnaby Rusholt' }] },
    })
  })
})

describe('telling the referrer', () => {
  const owed = async (about: { referralId: string }) => {
    const things = await loadReferral(panel.services.store.read, about.referralId)
    const referral = things?.get('referral', about.referralId)
    return things && referral ? owedTelling(things, referral) : undefined
  }

  test('is acknowledged at once, and nothing is owed until something is decided', async () => {
    const about = await referred(panel)
    expect(await read('housing', about)).toMatchObject({
      tellings: [{ what: 'acknowledgement', how: 'on_screen', toldBy: null }],
    })
    expect(await owed(about)).toBeUndefined()
  })

  test('what is returned or signposted is to be told within the panel’s working days, unless it was told in the same act', async () => {
    const about = await referred(panel)
    await panel.done('chair', {
      kind: 'returnReferral',
      ...about,
      reason: 'No risk assessment',
      words: 'Please assess.',
    })
    expect(await owed(about)).toMatchObject({
      what: 'returned',
      dueOn: '2026-12-09',
      to: { email: 'housing@ashford.example' },
      draft: 'No risk assessment. Please assess.',
    })
    await panel.done('housing', { kind: 'addToReferral', ...about, fields: { what: 'The count is 15.' } })
    expect(await owed(about)).toBeUndefined()
    panel.clock.move({ minutes: 1 })
    await panel.done('chair', {
      kind: 'signpostReferral',
      ...about,
      reason: 'Belongs to another area',
      words: 'Turn to Brook.',
      how: 'telephone',
    })
    expect(await owed(about)).toBeUndefined()
    expect(await read('chair', about)).toMatchObject({
      tellings: [
        { what: 'acknowledgement' },
        { what: 'signposted', how: 'telephone', words: 'Belongs to another area. Turn to Brook.' },
      ],
    })
    expect(
      await panel.refused('chair', { kind: 'tellReferrer', ...about, how: 'mail', words: 'Again.' }),
    ).toMatchObject({ code: 'already_done' })
  })

  test('after a decision of the panel its outcome is owed, once, from when the meeting closed', async () => {
    const about = await referred(panel)
    const { created } = await panel.done('chair', acceptance(about))
    const listed = await panel.done('chair', {
      kind: 'listCase',
      meetingId: panel.meetingId,
      caseId: created.case,
      itemKind: 'new',
      minutes: 8,
      lateReason: 'A new arrest.',
    })
    await joinMeeting(panel, 'chair', 'police', 'housing', 'probation')
    const inItem = { meetingId: panel.meetingId, itemId: listed.created.item }
    await panel.done('chair', { kind: 'openMeeting', meetingId: panel.meetingId })
    await panel.done('chair', { kind: 'movePointer', ...inItem, step: 'decide' })
    await panel.done('chair', {
      kind: 'recordDecision',
      ...inItem,
      fields: { outcome: 'accept', mode: 'direct', rationale: 'High harm.' },
    })
    await panel.done('chair', { kind: 'concludeItem', ...inItem, without: 'She is told tomorrow.' })
    expect(await owed(about)).toBeUndefined()
    await panel.done('chair', commandsIn(panel).close('Out of time.'))
    expect(await owed(about)).toMatchObject({
      what: 'decision',
      dueOn: '2026-12-09',
      draft: 'The panel decided: accept.',
    })
    await panel.done('coordinator', {
      kind: 'tellReferrer',
      ...about,
      how: 'telephone',
      words: 'He is taken on.',
    })
    expect(await owed(about)).toBeUndefined()
  })
})

test('of what was decided on, one page shows at a time, and it can be searched by reference, name, referrer and case', async () => {
  const listed = async (who: PersonName, asked: { find?: string; page?: number }) => {
    const found = await panel.services.reads.referrals(await panel.sessionFor(who), panel.panelId, asked)
    if (!found.ok) throw new Error(found.code)
    return found
  }
  for (let n = 0; n < 27; n += 1) {
    panel.clock.move({ minutes: 1 })
    await acceptedCase(panel, { familyName: `Yarwell-${n}` })
  }
  const waiting = await referred(panel, 'police')
  const first = await listed('chair', {})
  expect([first.referrals.length, first.page, first.pages]).toEqual([26, 1, 2])
  expect(first.referrals[0]?.id).toBe(waiting.referralId)
  expect((await listed('chair', { page: 2 })).referrals.map((one) => one.familyName)).toEqual([
    'Yarwell',
    'Yarwell-1',
    'Yarwell-0',
  ])
  expect((await listed('chair', { page: 99 })).page).toBe(2)
  expect((await listed('chair', { find: 'YARWELL-13' })).referrals.map((one) => one.familyName)).toEqual([
    'Yarwell',
    'Yarwell-13',
  ])
  // A reference of a referral may hold the same letters by chance.
  expect((await listed('chair', { find: 'A7' })).referrals.map((one) => one.familyName)).toContain(
    'Yarwell-1',
  )
  expect((await listed('chair', { find: 'A7' })).referrals.length).toBeLessThan(20)
  expect((await listed('chair', { find: 'nobody like him' })).referrals).toHaveLength(1)
})

test('the list of referrals says who is still to be told, until they were', async () => {
  const owed = async () => {
    const found = await panel.services.reads.referrals(await panel.sessionFor('chair'), panel.panelId, {})
    if (!found.ok) throw new Error(found.code)
    return found.owed.map((one) => one.referralId)
  }
  const about = await referred(panel)
  await panel.done('chair', {
    kind: 'returnReferral',
    ...about,
    reason: 'No risk assessment',
    words: 'Please assess.',
  })
  expect(await owed()).toEqual([about.referralId])
  await panel.done('chair', { kind: 'tellReferrer', ...about, how: 'telephone', words: 'Please assess.' })
  expect(await owed()).toEqual([])
})

test('a new person’s reference is free in the whole area, whoever has taken it', async () => {
  const { store, execute } = panel.services
  const files = {
    panels: 'name,area,kind,quorum\nAshford Second Panel,Ashford,matac,1\n',
    people: 'person_ref,given_name,family_name,panel\nP-A6,Lambert,Ottershaw,Ashford Second Panel\n',
  }
  const report = await importFiles(
    Object.entries(files).map(([name, text]) => ({ name: `${name}.csv`, bytes: Buffer.from(text) })),
    { store, execute, today: '2026-12-02', demo: false, checkOnly: false },
  )
  expect(report.findings).toEqual([])
  const caseId = await acceptedCase(panel)
  const itsCase = (await fileOf(caseId)).get('case', caseId)
  expect(itsCase?.ref).toBe('A6')
  expect((await fileOf(caseId)).get('person', itsCase?.personId)?.ref).toBe('P-A6-2')
})

test('whoever screens is shown the victim-survivors of his other cases, and may say that she is one of them', async () => {
  const about = await referred(panel, 'housing', {
    givenName: 'Barnaby',
    familyName: 'Rusholt',
    dateOfBirth: '1979-11-30',
  })
  const shown = await read('chair', about)
  if (!shown.ok) throw new Error(shown.code)
  const match = shown.acceptance?.matches.find((one) => one.personId === panel.persons.P2)
  expect(match?.cases.flatMap((one) => one.victims.map(({ ref }) => ref)).sort()).toEqual([
    'V2a',
    'V2b',
    'V2c',
  ])
  const { created } = await panel.done(
    'chair',
    acceptance(about, { personId: panel.persons.P2, sameVictims: ['V2a'] }),
  )
  const victims = (await fileOf(created.case ?? '')).all('victim')
  expect(victims.filter((one) => one.caseId === created.case).map((one) => one.ref)).toEqual(['V2a'])
})

test('while the panel is in session, whoever screens and has not joined is told to join first', async () => {
  const about = await referred(panel)
  await joinMeeting(panel, 'chair', 'police', 'housing')
  const open = { kind: 'openMeeting', meetingId: panel.meetingId, inquorateReason: 'Few came.' }
  const joinFirst = async (who: PersonName) => {
    const shown = await read(who, about)
    return shown.ok && shown.joinFirst
  }
  expect(await joinFirst('coordinator')).toBe(false)
  await panel.done('chair', open)
  expect([await joinFirst('coordinator'), await joinFirst('chair')]).toEqual([true, false])
})

test('the list of referrals says that the panel is in session to who has not joined, and to nobody else', async () => {
  await joinMeeting(panel, 'chair', 'police', 'housing')
  const inSession = async (who: PersonName) => {
    const found = await panel.services.reads.referrals(await panel.sessionFor(who), panel.panelId, {})
    return found.ok && found.inSession
  }
  expect(await inSession('coordinator')).toBe(false)
  await panel.done('chair', { kind: 'openMeeting', meetingId: panel.meetingId, inquorateReason: 'Few came.' })
  expect([await inSession('coordinator'), await inSession('chair')]).toEqual([true, false])
})

test('once it is accepted, its page offers the meetings to come, on whose agenda the case may go', async () => {
  const about = await referred(panel)
  await panel.done('chair', acceptance(about))
  const shown = await read('coordinator', about)
  expect(shown.ok && shown.coming.map((one) => one.id)).toEqual([panel.meetingId, panel.nextMeetingId])
})
