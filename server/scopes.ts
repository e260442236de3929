import { and, eq, inArray, like } from 'drizzle-orm'
import type { Scope } from '../app/domain/commands/scope'
import { addMonths } from '../app/domain/dates/due-date'
import type { Day } from '../app/domain/dates/day'
import { longestLook } from '../app/domain/catalogues/scoring-matrix'
import type { Things, ThingSet } from '../app/domain/things/thing-set'
import { accounts } from '../db/schema/accounts'
import { candidacies, incidents } from '../db/schema/candidates'
import { personMerges, persons } from '../db/schema/people'
import { referrals } from '../db/schema/referral'
import type { Pause } from '../db/pause'
import type { Query } from '../db/store'
import { loadInto, loadOf } from '../db/things/load'
import { loadAccount } from '../db/things/load-account'
import { loadCandidates, loadScoringMatricesInto } from '../db/things/load-candidates'
import { loadCaseFile } from '../db/things/load-case'
import { loadEverything } from '../db/things/load-everything'
import { loadPanel } from '../db/things/load-panel'
import { loadPeople } from '../db/things/load-people'
import { loadReferral, loadReferralLink, loadReferralToScreen } from '../db/things/load-referral'
import { loadListedCase } from '../db/things/load-room'
import type { RoomState } from './rooms/room-state'
import type { Rooms } from './rooms/rooms'

// What each command works on, loaded by what it has declared and by nothing else (app/domain/commands/scope.ts).

export interface LoadedScope {
  /** Null: of no panel. */
  panelId: string | null
  base: Things
  /** Files of cases that a command brings on to the agenda of a room, as they stand. */
  enters?: { room: RoomState; arriving: ThingSet[] }
}

interface Loading {
  tx: Query
  rooms: Rooms
  today: Day
  /** Where there is much to load: when others are served. */
  pause: Pause
}

type Loader<S extends Scope> = (loading: Loading, scope: S) => Promise<LoadedScope | undefined>

/** What is not of the panel that was named is not there. */
const inPanel = (found: ThingSet | undefined, panelId: string): LoadedScope | undefined =>
  found?.get('panel', panelId) ? { panelId, base: found } : undefined

/** References of people are one series for the area. */
const loadReferencesInto = async (set: ThingSet, tx: Query, panelId: string) => {
  const areaId = set.get('panel', panelId)?.areaId ?? ''
  await loadInto(set, tx, 'person', and(eq(persons.areaId, areaId), like(persons.ref, 'P-%')))
}

const peopleWithIncidents = async (tx: Query, panelId: string, personIds: readonly string[]) => {
  const found = await loadPeople(tx, panelId)
  if (found && personIds.length > 0)
    await loadInto(
      found,
      tx,
      'incident',
      and(eq(incidents.panelId, panelId), inArray(incidents.personId, [...personIds])),
    )
  return found
}

const candidatesSince = (today: Day) => addMonths(today, -longestLook)

const loaders: { [O in Scope['of']]: Loader<Extract<Scope, { of: O }>> } = {
  meeting: async ({ tx, rooms }, { meetingId, arriving }) => {
    const room = await rooms.forWriting(tx, meetingId)
    if (!room) return undefined
    const files: ThingSet[] = []
    for (const caseId of arriving) {
      if (room.things.get('case', caseId)) continue
      const file = await loadListedCase(tx, caseId, meetingId)
      if (file?.get('case', caseId)?.panelId === room.panelId) files.push(file as ThingSet)
    }
    return { panelId: room.panelId, base: room.things, enters: { room, arriving: files } }
  },
  case: async ({ tx }, { caseId }) => {
    const base = await loadCaseFile(tx, caseId)
    const panelId = base?.get('case', caseId)?.panelId
    return base && panelId ? { panelId, base } : undefined
  },
  panel: async ({ tx }, { panelId }) => inPanel(await loadPanel(tx, panelId), panelId),
  'panel and matrices': async ({ tx }, { panelId }) => {
    const found = await loadPanel(tx, panelId)
    if (found) await loadScoringMatricesInto(found, tx, panelId)
    return inPanel(found, panelId)
  },
  'panel and address': async ({ tx }, { panelId, email }) => {
    const found = await loadPanel(tx, panelId)
    if (found) await loadInto(found, tx, 'account', eq(accounts.email, email))
    return inPanel(found, panelId)
  },
  referral: async ({ tx }, { panelId, referralId }) => inPanel(await loadReferral(tx, referralId), panelId),
  screening: async ({ tx }, { panelId, referralId }) =>
    inPanel(await loadReferralToScreen(tx, referralId), panelId),
  'referral link': async ({ tx }, { panelId, linkId }) => {
    const found = await loadReferralLink(tx, { id: linkId })
    const its = found?.get('referralLink', linkId)?.panelId
    return its && (panelId === null || panelId === its) ? inPanel(found, its) : undefined
  },
  merging: async ({ tx }, { panelId, personIds }) =>
    inPanel(await peopleWithIncidents(tx, panelId, personIds), panelId),
  unmerging: async ({ tx }, { panelId, mergeId }) => {
    const kept = (await loadOf(tx, 'personMerge', eq(personMerges.id, mergeId)))[0]?.keptId
    return inPanel(await peopleWithIncidents(tx, panelId, kept ? [kept] : []), panelId)
  },
  'moving a case': async ({ tx }, { panelId, caseId }) => {
    const found = await loadPeople(tx, panelId)
    const itsCase = found?.get('case', caseId)
    if (!found || !itsCase) return undefined
    await loadInto(found, tx, 'incident', eq(incidents.caseId, caseId))
    await loadInto(found, tx, 'candidacy', eq(candidacies.caseId, caseId))
    await loadInto(found, tx, 'referral', eq(referrals.caseId, caseId))
    await loadReferencesInto(found, tx, panelId)
    // Whom it was about before may have no case any more.
    const before = itsCase.moves.map((move) => move.fromPersonId)
    if (before.length > 0) await loadInto(found, tx, 'person', inArray(persons.id, before))
    return inPanel(found, panelId)
  },
  candidate: async ({ tx, today }, { panelId, personId }) =>
    inPanel(await loadCandidates(tx, panelId, candidatesSince(today), personId), panelId),
  candidacy: async ({ tx, today }, { panelId, candidacyId }) => {
    const personId = (await tx.rowBy(candidacies, candidacies.id, candidacyId))?.personId ?? 'nobody'
    return inPanel(await loadCandidates(tx, panelId, candidatesSince(today), personId), panelId)
  },
  account: async ({ tx }, { accountId }) => {
    const base = await loadAccount(tx, accountId)
    return base && { panelId: null, base }
  },
  member: async ({ tx }, { panelId, memberId }) => {
    const found = await loadPanel(tx, panelId)
    if (found) await loadCredentialInto(found, tx, found.get('member', memberId)?.accountId)
    return inPanel(found, panelId)
  },
  'member of account': async ({ tx }, { panelId, accountId }) => {
    const found = await loadPanel(tx, panelId)
    const member = found?.all('member').find((one) => one.accountId === accountId)
    if (found) await loadCredentialInto(found, tx, member?.accountId)
    return inPanel(found, panelId)
  },
  everything: async ({ tx, pause }) => ({ panelId: null, base: await loadEverything(tx, pause) }),
}

const loadCredentialInto = async (set: ThingSet, tx: Query, accountId: string | undefined) => {
  const account = accountId === undefined ? undefined : await loadAccount(tx, accountId)
  for (const credential of account?.all('credential') ?? []) set.put('credential', credential)
}

/** Undefined: there is nothing of it, or not in the panel that was named. */
export const loadScope = (loading: Loading, scope: Scope): Promise<LoadedScope | undefined> =>
  (loaders[scope.of] as Loader<Scope>)(loading, scope)
