import { expect, test } from 'vitest'
import { folderOf, soundFiles } from '../../../tests/support/folder-of'
import { evolve } from '../records/records'
import { latestPolicy, policyOf } from '../panel/policy'
import type { PanelRecord } from '../records/records'
import { ThingSet } from '../things/thing-set'
import { checkFolder } from './check-folder'
import { decideImport } from './decide-import'

const today = '2026-11-22'
const now = Date.parse('2026-11-22T12:00:00Z')

const importInto = (things: ThingSet, files: Record<string, string>, demo = false): PanelRecord[] => {
  const { folder, findings } = checkFolder(folderOf(files), things, { today })
  if (!folder) throw new Error(`The folder has ${findings.length} findings.`)
  let next = things.all('case').length * 1000 + things.all('policy').length * 100
  const context = { now, today, newId: () => `id-${(next += 1)}`, demo }
  const records = decideImport(things, folder, context)
  for (const record of records) things.apply(evolve(things, record))
  return records
}

const imported = () => {
  const things = new ThingSet()
  importInto(things, soundFiles)
  return things
}

const kindsOf = (records: PanelRecord[]) =>
  records.map((record) => (record.kind === 'imported' ? record.body.thingKind : record.kind))

test('every record is of something imported, in an order in which each refers to what is already there', () => {
  expect([...new Set(kindsOf(importInto(new ThingSet(), soundFiles)))]).toEqual([
    'area',
    'panel',
    'criteria',
    'agency',
    'policy',
    'account',
    'member',
    'person',
    'case',
    'victim',
    'child',
    'meeting',
    'item',
    'attendance',
    'agencyReturn',
    'conflict',
  ])
})

test('importing the same folder twice yields nothing', () => {
  const things = imported()
  expect(importInto(things, soundFiles)).toEqual([])
})

test('what is already there is left exactly as it is, and what is new is added to it', () => {
  const things = imported()
  const before = things.all('case').find((one) => one.ref === 'C1')
  const cases = soundFiles.cases.replace('2026-02-04', '2026-03-04') + 'C3,North Panel,P1,other,2026-05-05,\n'
  expect(kindsOf(importInto(things, { ...soundFiles, cases }))).toEqual(['case'])
  expect(things.all('case').find((one) => one.ref === 'C1')).toBe(before)
  expect(things.all('case').find((one) => one.ref === 'C3')?.personId).toBe(before?.personId)
})

test('a panel that is there keeps its area, whatever the folder says', () => {
  const things = imported()
  expect(importInto(things, { panels: 'name,area,kind\nNorth Panel,Elsewhere,marac\n' })).toEqual([])
})

test('a panel starts with the first version of its settings and its criteria, and a statement to accept', () => {
  const things = imported()
  const [panel] = things.all('panel')
  expect(panel).toMatchObject({ sandbox: false, criteriaVersion: 1 })
  const police = things.all('agency').find((agency) => agency.name === 'Police')
  expect(policyOf(things, panel?.id ?? '')).toMatchObject({
    quorum: 1,
    usualTime: '10:00',
    usualPlace: '',
    caseloadLimit: 0,
    coreAgencyIds: [police?.id],
    confidentialityStatement: expect.stringContaining('confidential') as string,
  })
  expect(things.all('criteria')).toMatchObject([{ panelId: panel?.id, version: 1, adoptedAt: now }])
})

test('what a line says of the settings is in the first version; a later folder changes none, and only adds its new core agencies', () => {
  const things = new ThingSet()
  const panels = (quorum: number) =>
    `name,area,kind,quorum,usual_time,usual_place,caseload_limit\nNorth Panel,North,matac,${quorum},13:30,Town Hall,25\n`
  importInto(things, { panels: panels(4), agencies: 'panel,name,kind,core\nNorth Panel,Police,police,yes\n' })
  const [panel] = things.all('panel')
  const inForce = () => latestPolicy(things, panel?.id ?? '')
  expect(inForce()).toMatchObject({
    version: 1,
    adoptedBy: '',
    values: { quorum: 4, usualTime: '13:30', usualPlace: 'Town Hall', caseloadLimit: 25 },
  })
  expect(
    importInto(things, {
      panels: panels(9),
      agencies: 'panel,name,kind,core\nNorth Panel,Police,police,no\n',
    }),
  ).toEqual([])
  importInto(things, {
    panels: panels(9),
    agencies:
      'panel,name,kind,core\nNorth Panel,Police,police,no\nNorth Panel,Housing,housing,yes\nNorth Panel,Health,primary_care,no\n',
  })
  expect(inForce()).toMatchObject({ version: 2, values: { quorum: 4, usualTime: '13:30' } })
  const core = things.all('agency').filter(({ id }) => inForce()?.values.coreAgencyIds?.includes(id))
  expect(core.map(({ name }) => name).sort()).toEqual(['Housing', 'Police'])
})

test('one address has one account over all panels, and each panel its member', () => {
  const things = new ThingSet()
  importInto(
    things,
    {
      panels: `${soundFiles.panels}South Panel,South,marac\n`,
      agencies: soundFiles.agencies,
      members: `${soundFiles.members}South Panel,Ann Ash,Ann@North.example,evaluator,\n`,
    },
    true,
  )
  expect(things.all('account').map(({ email, demo }) => [email, demo])).toEqual([
    ['ann@north.example', true],
    ['bo@north.example', true],
  ])
  expect(things.all('member')).toHaveLength(3)
})

test('a meeting with outcomes whose day has come is closed, and its items are concluded', () => {
  const things = imported()
  const [held, planned] = things.all('meeting')
  const openedAt = Date.parse('2026-07-01T09:00:00Z')
  expect(held).toMatchObject({ ref: 'M1', status: 'closed', openedAt, closedAt: openedAt + 50 * 60_000 })
  expect(planned).toMatchObject({ ref: 'M2', status: 'planned', openedAt: null, closedAt: null })
  const housing = things.all('agency').find((agency) => agency.name === 'Housing')
  expect(things.all('item')).toMatchObject([
    {
      status: 'concluded',
      outcome: 'accept',
      dissentingAgencyIds: [housing?.id],
      secondsSpent: 540,
      concludedAt: held?.closedAt,
    },
    {
      status: 'concluded',
      outcome: 'bring_back',
      broughtBackReason: 'Too little is known',
      secondsSpent: 420,
    },
    { status: 'listed', outcome: null, secondsSpent: 0, concludedAt: null },
  ])
})

test('a meeting whose day has come but of which nothing is known is still planned', () => {
  const things = new ThingSet()
  importInto(things, {
    panels: soundFiles.panels,
    meetings: 'meeting_ref,panel,date\nM1,North Panel,2026-07-01\n',
  })
  expect(things.all('meeting')).toMatchObject([{ status: 'planned', startsAt: '10:00', minutesPlanned: 120 }])
})

test('a return is known by its item and its agency, and only the folder’s own returns are made', () => {
  const things = imported()
  const [agencyReturn, ...others] = things.all('agencyReturn')
  expect(others).toEqual([])
  expect(agencyReturn?.id).toBe(`${agencyReturn?.itemId}~${agencyReturn?.agencyId}`)
  expect(agencyReturn).toMatchObject({ state: 'returned', askedOn: '2026-11-20', returnedOn: '2026-11-21' })
})

test('a conflict is declared by the member on the day the folder says', () => {
  const things = imported()
  const bo = things.all('member').find((member) => member.name === 'Bo Birch')
  expect(things.all('conflict')).toMatchObject([
    {
      memberId: bo?.id,
      declaredBy: bo?.id,
      declaredAt: Date.parse('2026-11-20T00:00:00Z'),
      withdrawnAt: null,
    },
  ])
})

test('a member whom the folder calls by another name than the database is the same member', () => {
  const things = imported()
  const files = {
    members: soundFiles.members.replace('Bo Birch', 'Robert Birch'),
    conflicts: 'case_ref,member,panel,declared_on,reason\nC1,Robert Birch,North Panel,2026-11-20,A cousin\n',
  }
  expect(kindsOf(importInto(things, files))).toEqual(['conflict'])
  const bo = things.all('member').find((member) => member.name === 'Bo Birch')
  expect(things.all('conflict')[1]?.memberId).toBe(bo?.id)
})
