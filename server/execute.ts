import { createHash } from 'node:crypto'
import type { Context } from '../app/domain/asking'
import type { Command } from '../app/domain/commands/internal'
import type { PublicCommand } from '../app/domain/commands/commands'
import { decide, isPublicCommandKind, scopeOf } from '../app/domain/commands/commands'
import { decideInternally, internalScopeOf } from '../app/domain/commands/internal'
import type { InPieces } from '../app/domain/importing/pieces'
import { loadScope, type LoadedScope } from './scopes'

import { evolve } from '../app/domain/records/records'
import { localDay } from '../app/domain/dates/local-time'
import type { PanelRecord } from '../app/domain/records/records'
import { noticesOf, type Notice } from '../app/domain/follow-up/notices'
import { isRefusal, notFound, refuse, type Refusal } from '../app/domain/refusals'
import { viewerOf } from '../app/domain/sight/viewer'
import { subjectOf, type Subject } from '../app/domain/subject-of'
import { PendingThings, type Things } from '../app/domain/things/thing-set'
import type { Change } from '../app/domain/things/kinds'
import { appendRecords, readHead, type JournalHead } from '../db/journal/append'
import { canonical } from '../db/journal/canonical'
import { commandsDone } from '../db/schema/journal'
import { noPause, type Pause } from '../db/pause'
import type { Query, Store } from '../db/store'
import { LockedOut } from '../db/write-queue'
import { saveChanges } from '../db/things/save-changes'
import { fingerprintOfImport } from './import/fingerprint'
import { createPause, inTurns } from './import/pause'
import { askForMail } from './mail/outbox'
import type { Rooms } from './rooms/rooms'

// THE ONE WRITE PATH (promise 1). Every change, from a form, a socket, an import, the demo or a timer, comes through
// here: load the scope, decide, evolve, save and append in one transaction; tell others only after the commit.

/** Who commands. The process itself acts only in import, set-up and for a referrer with a link, and the journal says so by naming nobody. */
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
  /** What whoever gives the command has written with the record, in the same transaction. */
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

interface Services {
  store: Store
  rooms: Rooms
  clock: () => number
  newId: () => string
  /** How long a mail waits for others to the same person, so that they go out as one. */
  mailSettleMs?: number
  /** After each commit, once for all that it held. */
  committed: () => void
}

/** A command on its way through the queue. */
interface Given {
  actor: Actor
  command: Command
  commandId: string
  fingerprint: string
  mail: OwnMail | undefined
  pause?: Pause
}

const fingerprintOf = (command: Command) => createHash('sha256').update(canonical(command)).digest('hex')

const isPublic = (command: Command): command is PublicCommand => isPublicCommandKind(command.kind)

const streamOf = (change: Change | undefined, scopePanel: string | null): string => {
  if (scopePanel !== null) return scopePanel
  if (change?.kind === 'panel') return change.id
  const panelId = (change?.after as { panelId?: unknown } | undefined)?.panelId
  return typeof panelId === 'string' ? panelId : 'installation'
}

export const createExecute = ({
  store,
  rooms,
  clock,
  newId,
  mailSettleMs = 60_000,
  committed,
}: Services): Execute => {
  // Heads of the journal's streams as of the last write in this process.
  const heads = new Map<string, JournalHead>()
  rooms.onForget(() => heads.clear())
  // An import lies over no room, and may have added anything anywhere: what it may have changed is read again.
  let imported = false

  store.onCommit((ok) => {
    const readAgain = imported
    imported = false
    if (!ok) {
      heads.clear()
      rooms.takeBack()
    } else if (readAgain) rooms.forgetMovedOn()
    else committed()
  })

  const decideIn = (
    actor: Actor,
    { panelId }: LoadedScope,
    things: Things,
    command: Command,
    context: Context,
  ): PanelRecord[] | Refusal | InPieces<PanelRecord[]> => {
    const accountId = 'accountId' in actor ? actor.accountId : null
    if (!isPublic(command)) return decideInternally(things, accountId, command, context)
    if (accountId === null || panelId === null) return notFound
    const viewer = viewerOf(things, accountId, panelId)
    return decide(viewer && { viewer, things, context }, command)
  }

  const carryOut = async (
    tx: Query,
    { actor, command, commandId, fingerprint, mail, pause = noPause }: Given,
  ): Promise<Outcome> => {
    rooms.forgetIfForeign()
    const accountId = 'accountId' in actor ? actor.accountId : null
    const done = await tx.rowBy(commandsDone, commandsDone.commandId, commandId)
    if (done) {
      return done.accountId === accountId && done.fingerprint === fingerprint
        ? { ok: true, created: done.created, records: 0 }
        : refuse('command_reused', 'This was sent before with other content. Send it again as new.')
    }
    const now = clock()
    const today = localDay(now)
    const scope = await loadScope(
      { tx, rooms, today, pause },
      isPublic(command) ? scopeOf(command) : internalScopeOf(command),
    )
    if (!scope) return notFound
    // What this command changes lies over what stands there; rooms hear of it once it has been carried out.
    const things = new PendingThings(scope.base)
    for (const file of scope.enters?.arriving ?? []) things.add(file)
    const decision = decideIn(actor, scope, things, command, { now, today, newId })
    const decided = 'next' in decision ? await inTurns(decision, pause) : decision
    if (isRefusal(decided)) return decided

    const all: Change[] = []
    const notices: Notice[] = []
    const byStream = new Map<string, { record: PanelRecord; subject: Subject }[]>()
    for (const record of decided) {
      const others = pause()
      if (others) await others
      const changes = evolve(things, record)
      things.apply(changes)
      all.push(...changes)
      notices.push(...noticesOf(record, things))
      const stream = streamOf(changes.at(-1), scope.panelId)
      const entries = byStream.get(stream) ?? []
      byStream.set(stream, entries)
      entries.push({ record, subject: subjectOf(record, changes) })
    }
    await saveChanges(tx, all, pause)
    await askForMail(tx, notices, now, mailSettleMs)
    const isImport = command.kind === 'importPanels'
    for (const [stream, entries] of byStream) {
      const before = heads.get(stream) ?? (await readHead(tx, stream))
      const appendix = { stream, commandId, at: now, actorId: accountId, newId, pause }
      const head = await appendRecords(tx, before, entries, appendix)
      heads.set(stream, head)
      if (!isImport) rooms.wrote(stream, head.hash)
    }
    if (isImport) imported = decided.length > 0
    else {
      if (scope.enters) for (const file of scope.enters.arriving) rooms.bringIn(scope.enters.room, file)
      rooms.lay(all)
    }
    const created = createdBy(all, command)
    if (mail) await askForMail(tx, [mail.notice(created)], now, 0, mail.sealedPath)
    if (decided.length > 0)
      await tx.insertRow(commandsDone, { commandId, accountId, fingerprint, created, at: now })
    return { ok: true, created, records: decided.length }
  }

  const write = async (given: Given): Promise<Outcome> => {
    try {
      return await store.write(
        async (tx) => {
          try {
            return await carryOut(tx, given)
          } catch (error) {
            // No room has heard of it. But the journal may have been read further than it now reaches.
            heads.clear()
            throw error
          }
        },
        { long: given.command.kind === 'importPanels' },
      )
    } catch (error) {
      // A room in a browser keeps what was refused for this and sends it again by itself, with the same id. A command of
      // the process itself fails: taken for a refusal, it would say that a right code is wrong.
      if (error instanceof LockedOut && isPublic(given.command)) return refuse('too_many', lockedOutWords)
      throw error
    }
  }

  return async (actor, command, commandId = newId(), { mail, pause } = {}) => {
    const given = { actor, command, commandId, mail }
    if (command.kind !== 'importPanels') return write({ ...given, fingerprint: fingerprintOf(command) })
    const turns = pause ?? createPause()
    return write({
      ...given,
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
