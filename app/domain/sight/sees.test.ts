import { afterEach, expect, test } from 'vitest'
import type { Case } from '../things/case'
import type { Meeting } from '../things/meeting'
import { PendingThings, ThingSet } from '../things/thing-set'
import { reportSightFaults, seen, viewFor, type SightFault } from './sees'
import { sightOf } from './sight'
import type { Viewer } from './viewer'

const viewer: Viewer = {
  accountId: 'account',
  memberId: 'member',
  panelId: 'panel',
  role: 'chair',
  agencyId: 'police',
  agencyKind: 'police',
}

const aCase = { id: 'case', panelId: 'panel', personId: 'him', ref: 'A1', moves: [] } as unknown as Case

const throwing = (fault: SightFault) => {
  throw new Error(`${fault.kind} ${fault.id}`, { cause: fault.error })
}
afterEach(() => reportSightFaults(throwing))

test('a case of which it is not known who is put out of it is shown to nobody', () => {
  const things = new ThingSet()
  things.put('case', aCase)
  expect(viewFor(sightOf(viewer, things, null))).toEqual([])
  things.markSightKnown(['another case'])
  expect(viewFor(sightOf(viewer, things, null))).toEqual([])
  things.markSightKnown(['case'])
  expect(viewFor(sightOf(viewer, things, null)).map(({ ref }) => ref)).toEqual(['case:case'])
})

test('on an agenda such a case is another item', () => {
  const things = new ThingSet()
  things.put('case', aCase)
  things.put('meeting', {
    id: 'meeting',
    panelId: 'panel',
    status: 'planned',
    trail: [],
  } as unknown as Meeting)
  things.put('item', {
    id: 'item',
    panelId: 'panel',
    meetingId: 'meeting',
    caseId: 'case',
    invitedAgencyIds: null,
  } as never)
  const line = () =>
    viewFor(sightOf(viewer, things, 'meeting')).flatMap((thing) =>
      thing.kind === 'item' ? { another: thing.another, caseRef: thing.caseRef } : [],
    )
  expect(line()).toEqual([{ another: true, caseRef: null }])
  things.markSightKnown(['case'])
  expect(line()).toEqual([{ another: false, caseRef: 'A1' }])
})

test('a case that has only now come to be has no interests that could have been left behind', () => {
  const things = new PendingThings(new ThingSet())
  things.apply([{ kind: 'case', id: 'case', before: undefined, after: aCase }])
  expect(viewFor(sightOf(viewer, things, null)).map(({ ref }) => ref)).toEqual(['case:case'])
})

test('an incident of no case is nobody’s while it is not known which cases there are about him', () => {
  const things = new ThingSet()
  things.put('incident', { id: 'incident', panelId: 'panel', personId: 'him', caseId: null } as never)
  const refs = () => viewFor(sightOf(viewer, things, null)).map(({ ref }) => ref)
  expect(refs()).toEqual([])
  things.markCasesKnown(['him'])
  expect(refs()).toEqual(['incident:incident'])
})

test('a rule that fails hides the thing, and says of which thing to whoever keeps the system', () => {
  const faults: SightFault[] = []
  reportSightFaults((fault) => faults.push(fault))
  const things = new ThingSet()
  things.markSightKnown(['case'])
  const broken = { ...aCase, moves: null } as unknown as Case
  expect(seen(sightOf(viewer, things, null), 'case', broken)).toBeUndefined()
  expect(faults).toMatchObject([{ kind: 'case', id: 'case' }])
})

test('until something is there to be told, a rule that fails is thrown', () => {
  const things = new ThingSet()
  things.markSightKnown(['case'])
  const broken = { ...aCase, moves: null } as unknown as Case
  expect(() => seen(sightOf(viewer, things, null), 'case', broken)).toThrow('case')
})

test('those who may see the same of a thing are given the same object', () => {
  const things = new ThingSet()
  things.markSightKnown(['case'])
  const shaped = new Map()
  const other = sightOf({ ...viewer, memberId: 'other', role: 'coordinator' }, things, null)
  const manager = sightOf({ ...viewer, memberId: 'manager', role: 'case_manager' }, things, null)
  const first = seen(sightOf(viewer, things, null), 'case', aCase, shaped)
  expect(seen(other, 'case', aCase, shaped)).toBe(first)
  expect(seen(manager, 'case', aCase, shaped)).not.toBe(first)
})
