import { createHash } from 'node:crypto'
import { and, eq, inArray, like, or } from 'drizzle-orm'
import type { Asking, Context } from '../app/domain/asking'
import type { Command, InternalCommand, PublicCommand } from '../app/domain/commands'
import { publicOrders } from '../app/domain/commands'
import { decide } from '../app/domain/decide'
import { decideInternally } from '../app/domain/decide-internally'
import { addMonths } from '../app/domain/dates/due-date'
import { evolve } from '../app/domain/evolve'
import { localDay } from '../app/domain/dates/local-time'
import type { PanelRecord } from '../app/domain/records'
import type { InPieces } from '../app/domain/importing/pieces'
import { noticesOf, type Notice } from '../app/domain/follow-up/notices'
import { isRefusal, notFound, refuse, type Refusal } from '../app/domain/refusals'
import { longestLook } from '../app/domain/candidates/scoring-matrix'
import { viewerOf } from '../app/domain/sees'
import { subjectOf, type Subject } from '../app/domain/subject-of'
import { PendingThings, type Things, type ThingSet } from '../app/domain/thing-set'
import { thingKinds, type Change } from '../app/domain/things'
import { appendRecords, readHead, type JournalHead } from '../db/journal/append'
import { canonical } from '../db/journal/canonical'
import { accounts, candidacies, commandsDone, incidents, persons, referrals } from '../db/schema'
import type { Query, Store } from '../db/store'
import { noPause, type Pause } from '../db/pause'
import { LockedOut } from '../db/write-queue'
import {
  loadInto,
  loadAccount,
  loadCaseFile,
  loadListedCase,
  loadOf,
  loadPanel,
  loadPeople,
  loadReferral,
  loadReferralLink,
  loadReferralToScreen,
} from '../db/things/load-things'
import { loadCandidates, loadScoringMatricesInto } from '../db/things/load-candidates'
import { loadEverythingInPieces } from '../db/things/load-everything'
import { saveChanges } from '../db/things/save-changes'
import { fingerprintOfImport } from './import/fingerprint'
import { createPause, inTurns } from './import/pause'
import { askForMail } from './mail/outbox'
import type { RoomState, RoomStates } from './rooms/room-states'

// THE ONE WRITE PATH (promise 1). Every change, from a form, a socket, an import, the demo or a timer, comes through
// here: load the scope, decide, evolve, save and append in one transaction; tell others only after the commit.

/** Who orders. The process itself acts only in import, set-up and for a referrer with a link, and the journal says so by naming nobody. */
export type Actor = { accountId: string } | { process: 'import' | 'account' | 'referral link' }

export interface Done {
  ok: true
  /** Ids of what came to be, by kind of thing. */
  created: Record<string, string>
  /** Records made; 0 where the command had been carried out before. */
  records: number
}
export type Outcome = Done | Refusal

/** A mail that cannot be made from the record, because it holds what is kept nowhere else. */
export interface OwnMail {
  notice: (created: Done['created']) => Notice
  sealedPath: string
}

export interface Alongside {
  /** What whoever orders has written with the record, in the same transaction. */
  mail?: OwnMail
  /** Of an import, which is long: when it lets others be served. */
  pause?: Pause
}

export interface Execute {
  (actor: Actor, command: Command, commandId?: string, alongside?: Alongside): Promise<Outcome>
}

/** To whoever has waited in vain for another process to end its writing. */
export const lockedOutWords =
  'Something else is being written just now, and takes long. Nothing was changed: send it again in a moment.'

interface Scope {
  panelId: string | null
  things: Things
  lay: (changes: readonly Change[]) => void
  /** What enters the room with the command, once it is decided. */
  enters?: { room: RoomState; things: Change[] }
}

interface Services {
  store: Store
  rooms: RoomStates
  clock: () => number
  newId: () => string
  /** How long a mail waits for others to the same person, so that they go out as one. */
  mailSettleMs?: number
  /** After each commit, once for all that it held. */
  committed: (changes: readonly Change[]) => void
}

/** An order on its way through the queue. */
interface Ordered {
  actor: Actor
  command: Command
  commandId: string
  fingerprint: string
  mail: OwnMail | undefined
  pause?: Pause
}

const fingerprintOf = (command: Command) => createHash('sha256').update(canonical(command)).digest('hex')

const isPublic = (command: Command): command is PublicCommand => Object.hasOwn(publicOrders, command.kind)

const streamOf = (change: Change | undefined, scopePanel: string | null): string => {
  if (scopePanel !== null) return scopePanel
  if (change?.kind === 'panel') return change.id
  const panelId = (change?.after as { panelId?: unknown } | undefined)?.panelId
  return typeof panelId === 'string' ? panelId : 'installation'
}

/** Orders about referrals and people work on what they name, within its panel; `none`: it is not this panel's. */
const scopeOfReferral = async (
  tx: Query,
  command: PublicCommand & { panelId: string },
): Promise<ThingSet | 'none' | undefined> => {
  switch (command.kind) {
    case 'acceptReferral': {
      const found = await loadReferralToScreen(tx, command.referralId)
      return found?.get('panel', command.panelId) ? found : 'none'
    }
    case 'addToReferral':
    case 'returnReferral':
    case 'signpostReferral':
    case 'tellReferrer': {
      const found = await loadReferral(tx, command.referralId)
      return found?.get('panel', command.panelId) ? found : 'none'
    }
    case 'withdrawReferralLink': {
      const found = await loadReferralLink(tx, { id: command.linkId })
      return found?.get('panel', command.panelId) ? found : 'none'
    }
    case 'moveCase': {
      const found = await loadPeople(tx, command.panelId)
      const itsCase = found?.get('case', command.caseId)
      if (!found || !itsCase) return 'none'
      await loadInto(found, tx, 'incident', eq(incidents.caseId, command.caseId))
      await loadInto(found, tx, 'candidacy', eq(candidacies.caseId, command.caseId))
      await loadInto(found, tx, 'referral', eq(referrals.caseId, command.caseId))
      // References of people are one series for the area; and whom it was about before may have no case any more.
      const areaId = found.get('panel', command.panelId)?.areaId ?? ''
      const before = itsCase.moves.map((move) => move.fromPersonId)
      await loadInto(
        found,
        tx,
        'person',
        or(and(eq(persons.areaId, areaId), like(persons.ref, 'P-%')), inArray(persons.id, before)),
      )
      return found
    }
    case 'mergePersons':
    case 'unmergePersons': {
      const found = await loadPeople(tx, command.panelId)
      if (!found) return 'none'
      const movesFrom =
        command.kind === 'mergePersons'
          ? command.mergedIds
          : [found.get('personMerge', command.mergeId)?.keptId ?? '']
      await loadInto(
        found,
        tx,
        'incident',
        and(eq(incidents.panelId, command.panelId), inArray(incidents.personId, movesFrom)),
      )
      return found
    }
    default:
      return undefined
  }
}

/** Cases that an order puts on the agenda. */
const casesListedBy = (command: PublicCommand): string[] => {
  if (command.kind === 'listCase') return [command.caseId]
  if (command.kind !== 'listDueCases') return []
  return Object.entries(command.cases).flatMap(([caseId, one]) =>
    (command.only ? command.only === caseId : one.take) ? [caseId] : [],
  )
}

const fixedScope = (panelId: string | null, base: Things): Scope => {
  const things = new PendingThings(base)
  return { panelId, things, lay: (changes) => things.apply(changes) }
}

export const createExecute = ({
  store,
  rooms,
  clock,
  newId,
  mailSettleMs = 60_000,
  committed,
}: Services): Execute => {
  let waiting: Change[] = []
  // An import lies over no room, and may have added anything anywhere: what it may have changed is read again.
  let imported = false
  // Heads of the journal's streams as of the last write in this process.
  const heads = new Map<string, JournalHead>()
  rooms.onForget(() => heads.clear())

  store.onCommit((ok) => {
    const [changes, readAgain] = [waiting, imported]
    waiting = []
    imported = false
    if (!ok) {
      heads.clear()
      rooms.takeBack()
    } else if (readAgain) rooms.forgetMovedOn()
    else committed(changes)
  })

  const meetingScope = async (
    tx: Query,
    command: PublicCommand & { meetingId: string },
  ): Promise<Scope | undefined> => {
    const room = await rooms.forWriting(tx, command.meetingId)
    if (!room) return undefined
    const arriving = casesListedBy(command).filter((caseId) => !room.pending.get('case', caseId))
    if (arriving.length === 0) return { panelId: room.panelId, things: room.pending, lay: () => undefined }
    // A case that comes on to the agenda brings its file, as it stands, into the room; but only once that is decided.
    const scope = fixedScope(room.panelId, room.pending)
    const things: Change[] = []
    for (const caseId of arriving) {
      const file = await loadListedCase(tx, caseId, command.meetingId)
      if (file?.get('case', caseId)?.panelId !== room.panelId) continue
      things.push(
        ...thingKinds.flatMap((kind) =>
          file.all(kind).map((after) => ({ kind, id: after.id, before: undefined, after }) as Change),
        ),
      )
    }
    scope.lay(things)
    return { ...scope, enters: { room, things } }
  }

  const scopeOf = async (tx: Query, command: Command, pause: Pause): Promise<Scope | undefined> => {
    if (isPublic(command)) {
      if ('meetingId' in command) return meetingScope(tx, command)
      if (!('panelId' in command)) {
        const file = await loadCaseFile(tx, command.caseId)
        const panelId = file?.get('case', command.caseId)?.panelId
        return file && panelId ? fixedScope(panelId, file) : undefined
      }
      const referralScope = await scopeOfReferral(tx, command)
      if (referralScope)
        return referralScope === 'none' ? undefined : fixedScope(command.panelId, referralScope)
      if (command.kind === 'putForwardCandidate' || command.kind === 'withdrawCandidate') {
        const personId =
          command.kind === 'putForwardCandidate'
            ? command.personId
            : (await tx.rowBy(candidacies, candidacies.id, command.candidacyId))?.personId
        const about = await loadCandidates(
          tx,
          command.panelId,
          addMonths(localDay(clock()), -longestLook),
          personId ?? 'nobody',
        )
        return about && fixedScope(command.panelId, about)
      }
      const panel = await loadPanel(tx, command.panelId)
      if (!panel) return undefined
      if (command.kind === 'adoptScoringMatrix') await loadScoringMatricesInto(panel, tx, command.panelId)
      if (command.kind === 'addMember') {
        for (const account of await loadOf(tx, 'account', eq(accounts.email, command.email)))
          panel.put('account', account)
      }
      return fixedScope(command.panelId, panel)
    }
    if (command.kind === 'referByLink' || command.kind === 'addByLink') {
      const link = await loadReferralLink(tx, { id: command.linkId })
      const panelId = link?.get('referralLink', command.linkId)?.panelId
      return link && panelId ? fixedScope(panelId, link) : undefined
    }
    if (command.kind === 'offerReferralLink') {
      const about = command.link.forReferralId
      const things = about === null ? await loadPanel(tx, command.panelId) : await loadReferral(tx, about)
      return things?.get('panel', command.panelId) ? fixedScope(command.panelId, things) : undefined
    }
    if (command.kind === 'importPanels') return fixedScope(null, await loadEverythingInPieces(tx, pause))
    if (command.kind === 'offerSetUp' || (command.kind === 'removeSecondFactor' && command.panelId)) {
      const panelId = command.panelId as string
      const panel = await loadPanel(tx, panelId)
      if (!panel) return undefined
      const member = panel
        .all('member')
        .find((one) =>
          command.kind === 'offerSetUp' ? one.id === command.memberId : one.accountId === command.accountId,
        )
      const account = member ? await loadAccount(tx, member.accountId) : undefined
      for (const credential of account?.all('credential') ?? []) panel.put('credential', credential)
      return fixedScope(panelId, panel)
    }
    const account = await loadAccount(tx, (command as { accountId: string }).accountId)
    return account ? fixedScope(null, account) : undefined
  }

  const decideIn = (
    actor: Actor,
    scope: Scope,
    command: Command,
    context: Context,
  ): PanelRecord[] | Refusal | InPieces<PanelRecord[]> => {
    if (!isPublic(command)) {
      const accountId = 'accountId' in actor ? actor.accountId : null
      return decideInternally(scope.things, accountId, command as InternalCommand, context)
    }
    if (!('accountId' in actor) || scope.panelId === null) return notFound
    const viewer = viewerOf(scope.things, actor.accountId, scope.panelId)
    const asking: Asking | undefined = viewer && { viewer, things: scope.things, context }
    return decide(asking, command)
  }

  const carryOut = async (
    tx: Query,
    { actor, command, commandId, fingerprint, mail, pause = noPause }: Ordered,
  ): Promise<Outcome> => {
    rooms.forgetIfForeign()
    const accountId = 'accountId' in actor ? actor.accountId : null
    const done = await tx.rowBy(commandsDone, commandsDone.commandId, commandId)
    if (done) {
      return done.accountId === accountId && done.fingerprint === fingerprint
        ? { ok: true, created: done.created, records: 0 }
        : refuse('command_reused', 'This was sent before with other content. Send it again as new.')
    }
    const scope = await scopeOf(tx, command, pause)
    if (!scope) return notFound
    const now = clock()
    const decision = decideIn(actor, scope, command, { now, today: localDay(now), newId })
    const decided = 'next' in decision ? await inTurns(decision, pause) : decision
    if (isRefusal(decided)) return decided
    if (scope.enters) rooms.bringIn(scope.enters.room, scope.enters.things)

    const all: Change[] = []
    const notices: Notice[] = []
    const byStream = new Map<string, { record: PanelRecord; subject: Subject }[]>()
    const isImport = command.kind === 'importPanels'
    for (const record of decided) {
      const others = pause()
      if (others) await others
      const changes = evolve(scope.things, record)
      scope.lay(changes)
      if (!isImport) rooms.lay(changes)
      all.push(...changes)
      notices.push(...noticesOf(record, scope.things))
      const stream = streamOf(changes.at(-1), scope.panelId)
      const entries = byStream.get(stream) ?? []
      byStream.set(stream, entries)
      entries.push({ record, subject: subjectOf(record, changes) })
    }
    await saveChanges(tx, all, pause)
    await askForMail(tx, notices, now, mailSettleMs)
    for (const [stream, entries] of byStream) {
      const before = heads.get(stream) ?? (await readHead(tx, stream))
      const appendix = { stream, commandId, at: now, actorId: accountId, newId, pause }
      const head = await appendRecords(tx, before, entries, appendix)
      heads.set(stream, head)
      if (!isImport) rooms.wrote(stream, head.hash)
    }
    const created = createdBy(all, command)
    if (mail) await askForMail(tx, [mail.notice(created)], now, 0, mail.sealedPath)
    if (decided.length > 0)
      await tx.insertRow(commandsDone, { commandId, accountId, fingerprint, created, at: now })
    if (!isImport) waiting.push(...all)
    else imported = decided.length > 0
    return { ok: true, created, records: decided.length }
  }

  const write = async (order: Ordered): Promise<Outcome> => {
    const isImport = order.command.kind === 'importPanels'
    try {
      return await store.write(
        async (tx) => {
          try {
            return await carryOut(tx, order)
          } catch (error) {
            // What lay over the rooms may be half of a command: forget it all, the tables are the truth.
            if (isImport) heads.clear()
            else rooms.forget()
            throw error
          }
        },
        { long: isImport },
      )
    } catch (error) {
      // A room in a browser keeps what was refused for this and sends it again by itself, with the same id. What the
      // process orders itself fails: taken for a refusal, it would say that a right code is wrong.
      if (error instanceof LockedOut && isPublic(order.command)) return refuse('too_many', lockedOutWords)
      throw error
    }
  }

  return async (actor, command, commandId = newId(), { mail, pause } = {}) => {
    const order = { actor, command, commandId, mail }
    if (command.kind !== 'importPanels') return write({ ...order, fingerprint: fingerprintOf(command) })
    const turns = pause ?? createPause()
    return write({
      ...order,
      fingerprint: await inTurns(fingerprintOfImport(command), turns),
      pause: turns,
    })
  }
}

const createdBy = (changes: readonly Change[], command: Command): Record<string, string> => {
  if (command.kind === 'importPanels') return {}
  const created: Record<string, string> = {}
  for (const change of changes) {
    // Whether an address had an account already is nobody's to learn from adding it to a panel.
    if (change.before === undefined && change.kind !== 'account') created[change.kind] = change.id
  }
  return created
}
