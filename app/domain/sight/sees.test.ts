import { afterEach, expect, test } from 'vitest'
import type { Case } from '../things/case'
import type { Meeting } from '../things/meeting'
import { PendingThings, ThingSet } from '../things/thing-set'
import { homeOf, thingKinds, type ThingKind } from '../things/kinds'
import {
  isOfTheRecord,
  maySee,
  reportSightFaults,
  seen,
  viewFor,
  visibleKinds,
  type SightFault,
  type VisibleThing,
} from './sees'
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

// The first of this file: nothing is there yet to be told.
test('until something is there to be told, a rule that fails is thrown, and says of what', () => {
  const things = new ThingSet()
  things.markSightKnown(['case'])
  const broken = { ...aCase, moves: null } as unknown as Case
  let thrown: unknown
  try {
    seen(sightOf(viewer, things, null), 'case', broken)
  } catch (error) {
    thrown = error
  }
  expect(thrown).toMatchObject({ message: 'Sight of case case could not be decided.' })
  expect((thrown as Error).cause).toBeInstanceOf(TypeError)
})

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

test('those who may follow different references of a thing are not given the same object', () => {
  const things = new ThingSet()
  things.markAllKnown()
  const base = {
    panelId: 'panel',
    caseId: 'case',
    itemId: 'item',
    agencyId: 'police',
    recordedBy: 'someone',
    laterAudiences: [],
    invitedAgencyIds: null,
    supersedes: null,
    supersededBy: null,
    history: [],
  }
  const only = (agencyId: string) => ({ kind: 'agencies' as const, agencyIds: [agencyId] })
  things.put('item', { id: 'item', caseId: 'case', meetingId: 'meeting', invitedAgencyIds: null } as never)
  // An intervention and a request that by chance have the same id: each is for another agency.
  things.put('intervention', { ...base, id: 'one', agencyId: 'housing', audience: only('housing') } as never)
  things.put('request', { ...base, id: 'one', agencyId: 'health', audience: only('health') } as never)
  const action = {
    ...base,
    id: 'action',
    audience: { kind: 'panel' },
    interventionId: 'one',
    requestId: 'one',
    passedFrom: null,
    passedTo: null,
  } as never
  const shaped = new Map()
  const of = (agencyId: string) =>
    seen(
      sightOf(
        { ...viewer, role: 'representative', agencyId, agencyKind: 'other', memberId: agencyId },
        things,
        null,
      ),
      'action',
      action,
      shaped,
    )
  expect(of('housing')).toMatchObject({ interventionId: 'one', requestId: null })
  expect(of('health')).toMatchObject({ interventionId: null, requestId: 'one' })
})

test('a kind that stays inside is seen by nobody', () => {
  const things = new ThingSet()
  expect(maySee(sightOf(viewer, things, null), 'account' as never, { id: 'account' } as never)).toBe(false)
})

test('what an agency keeps to itself is no part of a meeting’s record, all else that is seen of it is', () => {
  const ofTheRecord = (kind: ThingKind) => isOfTheRecord({ kind } as VisibleThing)
  const own = thingKinds.filter((kind) => homeOf[kind] === 'agency')
  expect(own.length).toBeGreaterThan(0)
  for (const kind of visibleKinds) expect([kind, ofTheRecord(kind)]).toEqual([kind, !own.includes(kind)])
})
