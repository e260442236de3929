import type { Things } from '../things/thing-set'
import type { ReferredFile } from './cell-types'
import { referredBy } from './import-columns'
import { eachInPieces, type InPieces } from './pieces'
import type { ReadFolder } from './read-rows'

// What can be referred to, and where it stands: by file, by reference, by home. The home of a case, a meeting, an agency
// or a member is its panel's name; a person's home is the name of the area. Two members of one name on one panel are
// two, so each standing has an identity.

/** The home of a line whose panel is at fault: it may be any. */
export const anyHome = ''

export class Register {
  private readonly homesByRef = new Map<string, Map<string, Set<string>>>()
  private readonly areaByPanel = new Map<string, string>()

  private at(file: ReferredFile, ref: string): Map<string, Set<string>> {
    const key = `${file} ${ref}`
    let homes = this.homesByRef.get(key)
    if (!homes) this.homesByRef.set(key, (homes = new Map<string, Set<string>>()))
    return homes
  }

  add(file: ReferredFile, ref: string, home: string, identity = ref): void {
    const homes = this.at(file, ref)
    homes.set(home, (homes.get(home) ?? new Set<string>()).add(identity))
  }

  addPanel(panel: string, area: string | undefined): void {
    this.add('panels', panel, panel)
    if (area !== undefined) this.areaByPanel.set(panel, area)
  }

  areaOf(panel: string): string | undefined {
    return this.areaByPanel.get(panel)
  }

  homes(file: ReferredFile, ref: string): string[] {
    return [...this.at(file, ref).keys()]
  }

  identities(file: ReferredFile, ref: string, home: string): ReadonlySet<string> {
    return this.at(file, ref).get(home) ?? new Set<string>()
  }
}

export function* registerOfFolder(folder: ReadFolder): InPieces<Register> {
  const register = new Register()
  for (const { cells } of folder.panels.rows) {
    if (cells.name !== undefined) register.addPanel(cells.name, cells.area)
  }
  for (const file of ['agencies', 'members', 'cases', 'meetings'] as const) {
    const rows = folder[file].rows as { cells: Partial<Record<string, unknown>> }[]
    yield* eachInPieces(rows, ({ cells }) => {
      const [ref, panel, email] = [cells[referredBy[file]], cells['panel'] ?? anyHome, cells['email']]
      const identity = file === 'members' && email !== undefined ? email : ref
      if (ref !== undefined) register.add(file, String(ref), String(panel), String(identity))
    })
  }
  return register
}

export function* registerOfThings(things: Things): InPieces<Register> {
  const register = new Register()
  for (const panel of things.all('panel')) {
    register.addPanel(panel.name, things.get('area', panel.areaId)?.name)
  }
  const panelOf = (id: string) => things.get('panel', id)?.name ?? anyHome
  yield* eachInPieces(things.all('agency'), (agency) =>
    register.add('agencies', agency.name, panelOf(agency.panelId)),
  )
  yield* eachInPieces(things.all('member'), (member) => {
    const email = things.get('account', member.accountId)?.email ?? member.id
    register.add('members', member.name, panelOf(member.panelId), email)
  })
  yield* eachInPieces(things.all('person'), (person) =>
    register.add('people', person.ref, things.get('area', person.areaId)?.name ?? anyHome),
  )
  yield* eachInPieces(things.all('case'), (one) => register.add('cases', one.ref, panelOf(one.panelId)))
  yield* eachInPieces(things.all('meeting'), (meeting) =>
    register.add('meetings', meeting.ref, panelOf(meeting.panelId)),
  )
  return register
}
