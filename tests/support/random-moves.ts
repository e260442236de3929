import fc from 'fast-check'
import type { Things } from '../../app/domain/things/thing-set'
import { entryKinds } from '../../app/domain/things/entries'
import { everyMove } from '../examples/commands'
import { brook, sitting, type Sent, type PersonName, type SmallPanel } from './small-panel'

// Random meetings. A move is a handful of numbers; what it comes to depends on what stands by then, so that most commands
// are about things that exist and many are carried out, while the rest are refused for every reason there is.

export interface Move {
  who: number
  what: number
  picks: number[]
  words: string
}

const number = fc.nat({ max: 9999 })
export const moves = (longest: number): fc.Arbitrary<Move[]> =>
  fc.array(
    fc.record({
      who: number,
      what: number,
      picks: fc.array(number, { minLength: 8, maxLength: 8 }),
      words: fc.oneof(
        { weight: 4, arbitrary: fc.stringMatching(/^[a-z]{1,6}$/) },
        fc.string({ unit: 'binary', maxLength: 8 }),
      ),
    }),
    { minLength: 8, maxLength: longest, size: 'max' },
  )

const anyone: readonly PersonName[] = [...sitting, 'evaluator', 'administrator', ...brook]

const lotsOf = (moves: typeof everyMove) =>
  moves.flatMap((move) => Array.from({ length: move.often }, () => move))
const lots = lotsOf(everyMove.filter((move) => move.once === undefined))
const lotsOnceClosed = lotsOf(everyMove)

const chairsCommands = ['movePointer', 'undoAdvance', 'concludeItem', 'handOverChair']

/** Who holds the chair, for what only the chair commands; the agencies that an entry is about, for what is done with it. */
const whomItConcerns = (command: Sent, things: Things, panel: SmallPanel): PersonName[] => {
  const people = Object.values(panel.people)
  const named = (wanted: (person: (typeof people)[number]) => boolean) =>
    people.filter(wanted).map((person) => person.name)
  const chairId = things.get('meeting', panel.meetingId)?.chairId
  if (chairsCommands.includes(command.kind)) return named((person) => person.memberId === chairId)
  if (typeof command.entryId !== 'string') return []
  const entry = entryKinds.map((kind) => things.get(kind, command.entryId as string)).find(Boolean) as
    Record<string, unknown> | undefined
  const its = [entry?.agencyId, entry?.ownerAgencyId, entry?.toAgencyId]
  return named((person) => person.agencyId !== null && its.includes(person.agencyId))
}

/** Who commands what, as things stand. Two in three times someone whose part it is. */
export const commandFor = (
  move: Move,
  things: Things,
  panel: SmallPanel,
): { who: PersonName; command: Sent } | undefined => {
  const drawn = things.get('meeting', panel.meetingId)?.status === 'closed' ? lotsOnceClosed : lots
  const { by: usual, make } = drawn[move.what % drawn.length] as (typeof lots)[number]
  const pick = <T>(list: readonly T[], index: number) =>
    list[(move.picks[index] ?? 0) % Math.max(1, list.length)]
  const some = <T>(list: readonly T[], index: number) =>
    list.filter((_, at) => ((move.picks[index] ?? 0) >> (at % 13)) % 3 === 1).slice(0, 4)
  const command = make({ panel, things, pick, some, words: move.words, numbers: move.picks })
  if (!command) return undefined
  const concerned = whomItConcerns(command, things, panel)
  const from = move.who % 3 === 0 ? anyone : concerned.length > 0 ? concerned : usual
  return { who: from[Math.floor(move.who / 3) % from.length] as PersonName, command }
}
