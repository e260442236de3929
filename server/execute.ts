import { createHash } from 'node:crypto'
import type { Context } from '../app/domain/asking'
import type { Command } from '../app/domain/commands/internal'
import type { PublicCommand } from '../app/domain/commands/commands'
import { decide, isPublicCommandKind, scopeOf } from '../app/domain/commands/commands'
import { decideInternally, internalScopeOf } from '../app/domain/commands/internal'
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
import type { Query, Store } from '../db/store'
import { saveChanges } from '../db/things/save-changes'
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

export interface Execute {
  (actor: Actor, command: Command, commandId?: string): Promise<Outcome>
}

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

  store.onCommit((ok) => {
    if (ok) committed()
    else rooms.forget()
  })

  const decideIn = (
    actor: Actor,
    { panelId }: LoadedScope,
    things: Things,
    command: Command,
    context: Context,
  ): PanelRecord[] | Refusal => {
    const accountId = 'accountId' in actor ? actor.accountId : null
    if (!isPublic(command)) return decideInternally(things, accountId, command, context)
    if (accountId === null || panelId === null) return notFound
    const viewer = viewerOf(things, accountId, panelId)
    return decide(viewer && { viewer, things, context }, command)
  }

  const carryOut = async (tx: Query, actor: Actor, command: Command, commandId: string): Promise<Outcome> => {
    rooms.forgetIfForeign()
    const accountId = 'accountId' in actor ? actor.accountId : null
    const fingerprint = fingerprintOf(command)
    const done = await tx.rowBy(commandsDone, commandsDone.commandId, commandId)
    if (done) {
      return done.accountId === accountId && done.fingerprint === fingerprint
        ? { ok: true, created: done.created, records: 0 }
        : refuse('command_reused', 'This was sent before with other content. Send it again as new.')
    }
    const now = clock()
    const today = localDay(now)
    const scope = await loadScope(
      { tx, rooms, today },
      isPublic(command) ? scopeOf(command) : internalScopeOf(command),
    )
    if (!scope) return notFound
    // What this command changes lies over what stands there; rooms hear of it once it has been carried out.
    const things = new PendingThings(scope.base)
    for (const file of scope.enters?.arriving ?? []) things.add(file)
    const decided = decideIn(actor, scope, things, command, { now, today, newId })
    if (isRefusal(decided)) return decided

    const all: Change[] = []
    const notices: Notice[] = []
    const byStream = new Map<string, { record: PanelRecord; subject: Subject }[]>()
    for (const record of decided) {
      const changes = evolve(things, record)
      things.apply(changes)
      all.push(...changes)
      notices.push(...noticesOf(record, things))
      const stream = streamOf(changes.at(-1), scope.panelId)
      const entries = byStream.get(stream) ?? []
      byStream.set(stream, entries)
      entries.push({ record, subject: subjectOf(record, changes) })
    }
    await saveChanges(tx, all)
    await askForMail(tx, notices, now, mailSettleMs)
    for (const [stream, entries] of byStream) {
      const head = heads.get(stream) ?? (await readHead(tx, stream))
      heads.set(
        stream,
        await appendRecords(tx, head, entries, { stream, commandId, at: now, actorId: accountId, newId }),
      )
    }
    // An import may add anything anywhere: rooms are read again.
    if (command.kind === 'importPanels') rooms.forget()
    else {
      if (scope.enters) for (const file of scope.enters.arriving) rooms.bringIn(scope.enters.room, file)
      rooms.lay(all)
    }
    const created = createdBy(all, command)
    if (decided.length > 0)
      await tx.insertRow(commandsDone, { commandId, accountId, fingerprint, created, at: now })
    return { ok: true, created, records: decided.length }
  }

  return async (actor, command, commandId = newId()) =>
    store.write(async (tx) => {
      try {
        return await carryOut(tx, actor, command, commandId)
      } catch (error) {
        // No room has heard of it. But the journal may have been read further than it now reaches.
        heads.clear()
        throw error
      }
    })
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
