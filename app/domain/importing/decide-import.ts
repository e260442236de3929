import type { PanelRecord } from '../records/records'
import type { Things } from '../things/thing-set'
import type { ImportFolder } from './import-folder'
import { importCases } from './import-cases'
import { importMeetings, type MemberCalled } from './import-meetings'
import { importPanels } from './import-panels'
import { Importing, type ImportContext } from './importing'
import { atOnce, type InPieces } from './pieces'

// What a checked folder adds to the things as they stand. A thing already known by its natural key is left exactly as it
// is, so that importing a folder again changes nothing. Each record refers only to what earlier ones made.

/** A member is known by e-mail address; by name only here, where the folder's own lines say first whose name it is. */
const memberByName = (importing: Importing, things: Things, folder: ImportFolder): MemberCalled => {
  const rowOf = new Map(folder.members.map((row) => [JSON.stringify([row.panel, row.name]), row]))
  return (panel, name) => {
    const row = rowOf.get(JSON.stringify([panel.name, name]))
    if (row) return importing.get('member', panel.id, importing.get('account', row.email).id)
    const standing = things
      .all('member')
      .find((member) => member.panelId === panel.id && member.name === name)
    if (!standing) throw new Error('The import needs a member that neither the folder nor the database has.')
    return standing
  }
}

export function* decideImportInPieces(
  things: Things,
  folder: ImportFolder,
  context: ImportContext,
): InPieces<PanelRecord[]> {
  const importing = yield* Importing.over(things, context)
  yield* importPanels(importing, folder)
  yield* importCases(importing, folder)
  yield* importMeetings(importing, folder, memberByName(importing, things, folder))
  return importing.records
}

export const decideImport = (things: Things, folder: ImportFolder, context: ImportContext): PanelRecord[] =>
  atOnce(decideImportInPieces(things, folder, context))
