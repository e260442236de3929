import { createHash } from 'node:crypto'
import type { InternalCommand } from '../../app/domain/commands/internal'
import type { InPieces } from '../../app/domain/importing/pieces'
import { canonical } from '../../db/journal/canonical'

/** What tells an import from another one sent under the same id, line by line: as one text it could be megabytes. */
export function* fingerprintOfImport({
  folder,
  ...command
}: Extract<InternalCommand, { kind: 'importPanels' }>): InPieces<string> {
  const hash = createHash('sha256').update(canonical(command))
  for (const [file, rows] of Object.entries(folder)) {
    hash.update(`\n${file}`)
    for (const row of rows) {
      hash.update(`\n${canonical(row)}`)
      yield
    }
  }
  return hash.digest('hex')
}
