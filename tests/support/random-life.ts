import fc from 'fast-check'
import type { CollectedRoom } from './collected-room'
import { moves, commandFor, type Move } from './random-moves'
import { sitting, type Sent, type PersonName, type SmallPanel } from './small-panel'

// Random moves through a whole life of two meetings: the first in session, closed, its minutes approved and distributed,
// what comes of it in the days after, the next meeting opened, held and closed. What must happen for that is commanded by
// whoever may; all between is chance.

export interface Life {
  session: Move[]
  after: Move[]
  distributed: Move[]
  next: Move[]
  later: Move[]
}

export const lives = (longest: number): fc.Arbitrary<Life> =>
  fc.record({
    session: moves(longest),
    after: moves(longest),
    distributed: moves(longest),
    next: moves(longest),
    later: moves(longest),
  })

interface Given {
  who: PersonName
  command: Sent
}

const runners: readonly PersonName[] = ['chair', 'coChair', 'coordinator']

/** The same panel as it stands at its second meeting. */
const atNext = (panel: SmallPanel): SmallPanel => ({
  ...panel,
  meetingId: panel.nextMeetingId,
  nextMeetingId: panel.meetingId,
})

/** Carries out a life, and after each command says which it was and whether it was carried out. */
export const live = async (
  room: CollectedRoom,
  life: Life,
  after: (given: Given, ok: boolean) => Promise<void>,
) => {
  const { panel, clock } = room
  const carryOut = async (given: Given) => {
    clock.move({ minutes: 1 })
    const { ok } = await room.command(given.who, given.command)
    await after(given, ok)
    return ok
  }
  /** By the first of these to whom it is allowed. */
  const byOneOf = async (people: readonly PersonName[], command: Sent) => {
    for (const who of people) if (await carryOut({ who, command })) return
  }
  const thingsOf = async (at: SmallPanel) => (await room.rooms.open(at.meetingId))?.committed
  const play = async (move: Move, at: SmallPanel) => {
    const things = await thingsOf(at)
    const next = things && commandFor(move, things, at)
    if (next) await carryOut(next)
  }
  const closing = async (at: SmallPanel) => {
    const { meetingId } = at
    const things = await thingsOf(at)
    const holder = Object.values(panel.people).find(
      (one) => one.memberId === things?.get('meeting', meetingId)?.chairId,
    )
    const { items } = at === panel ? panel : { items: { A1: panel.nextItem } }
    // So that there is somebody to be told and something owed, where chance has left nothing of the kind.
    const recording = { meetingId, itemId: items.A1 }
    await byOneOf(runners, {
      kind: 'recordDecision',
      ...recording,
      fields: { outcome: 'continue', rationale: 'The plan works.' },
    })
    await byOneOf(runners, {
      kind: 'assignAction',
      ...recording,
      fields: { what: 'Visit him.', due: 'tomorrow', ownerAgencyId: panel.agencies.housing },
    })
    await byOneOf(runners, {
      kind: 'requestInformation',
      ...recording,
      fields: { what: 'His tenancy.', why: 'To plan.', due: 'tomorrow', toAgencyId: panel.agencies.police },
    })
    const decided =
      things
        ?.all('item')
        .filter(
          (item) =>
            item.meetingId === meetingId &&
            item.status === 'listed' &&
            things.all('decision').some((one) => one.itemId === item.id),
        ) ?? []
    const chairing = [...(holder ? [holder.name] : []), ...runners]
    for (const item of decided)
      await byOneOf(chairing.slice(0, 1), {
        kind: 'concludeItem',
        meetingId,
        itemId: item.id,
        without: 'She cannot be reached.',
      })
    await byOneOf(chairing, { kind: 'closeMeeting', meetingId, reason: 'Out of time.' })
  }
  const approving = async ({ meetingId }: SmallPanel) =>
    byOneOf(runners, { kind: 'approveMinutes', meetingId })
  const second = atNext(panel)
  const between = async (script: readonly Move[], at: (move: Move) => SmallPanel) => {
    for (const move of script) {
      clock.move({ hours: (move.picks[7] ?? 0) % 30 })
      await play(move, at(move))
    }
  }
  const either = (move: Move) => (move.who % 4 === 1 ? second : panel)

  for (const move of life.session) await play(move, panel)
  await closing(panel)
  await between(life.after, either)
  await approving(panel)
  await byOneOf(runners, { kind: 'distributeMinutes', meetingId: panel.meetingId })
  const telling = (await thingsOf(panel))?.all('telling').find((one) => one.state === 'open')
  const about = telling && { caseId: telling.caseId, tellingId: telling.id }
  if (about)
    await byOneOf(['idva', 'idvaTwo', ...runners], {
      kind: 'planTelling',
      ...about,
      tellerMemberId: panel.people.idva.memberId,
      what: 'It begins.',
      how: 'By telephone.',
      safely: 'Before noon.',
    })
  await between(life.distributed, either)
  if (about)
    await byOneOf(['idva', 'idvaTwo', ...runners], {
      kind: 'recordTold',
      ...about,
      state: 'told',
      outcome: 'She knows.',
    })
  await approving(panel)
  // Some come late, and some not at all.
  const late = (index: number) => ((life.next[0]?.picks[index % 8] ?? 0) >> (index % 3)) % 4 === 0
  const punctual = sitting.filter((who, index) => who === 'chair' || !late(index))
  for (const who of punctual)
    await carryOut({ who, command: { kind: 'acceptConfidentiality', meetingId: second.meetingId } })
  await byOneOf(runners, { kind: 'openMeeting', meetingId: second.meetingId, inquorateReason: 'Few came.' })
  for (const move of life.next) await play(move, second)
  await closing(second)
  await between(life.later, (move) => (move.who % 4 === 1 ? panel : second))
}
