import type { Surface } from '../../app/domain/sight/sight'
import type { VisibleByKind, VisibleKind, VisibleThing } from '../../app/domain/sight/sees'
import type { PersonName, TestPanel } from './small-panel'

// What someone is shown, read as a page reads it.

export const roomView = async (
  panel: TestPanel,
  who: PersonName,
  surface: Surface = 'desk',
  meetingId = panel.meetingId,
) => {
  const read = await panel.services.reads.room(await panel.sessionFor(who), meetingId, surface)
  if (!read.ok) throw new Error(`${who} may not see the room: ${read.code}`)
  return read.view
}

export const fileView = async (
  panel: TestPanel,
  who: PersonName,
  ref: keyof TestPanel['cases'],
): Promise<VisibleThing[] | undefined> => {
  const read = await panel.services.reads.caseFile(await panel.sessionFor(who), panel.cases[ref])
  return read.ok ? read.view : undefined
}

export const ofKind = <K extends VisibleKind>(view: readonly VisibleThing[], kind: K): VisibleByKind[K][] =>
  view.filter((thing) => thing.kind === kind) as VisibleByKind[K][]

export const thing = <K extends VisibleKind>(
  view: readonly VisibleThing[],
  kind: K,
  id: string | undefined,
): VisibleByKind[K] | undefined => ofKind(view, kind).find((one) => one.id === id)

/** Who of these people is shown a thing in the room. */
export const seenBy = async (
  panel: TestPanel,
  people: readonly PersonName[],
  kind: VisibleKind,
  id: string | undefined,
): Promise<PersonName[]> => {
  const seers: PersonName[] = []
  for (const who of people) if (thing(await roomView(panel, who), kind, id)) seers.push(who)
  return seers
}
