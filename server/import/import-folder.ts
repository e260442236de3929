import { checkFolderInPieces } from '../../app/domain/importing/check-folder'
import { printFinding } from '../../app/domain/importing/finding'
import type { RawFile } from '../../app/domain/importing/import-folder'
import type { Pause } from '../../db/pause'
import { loadEverything } from '../../db/things/load-everything'
import type { Store } from '../../db/store'
import type { Execute } from '../execute'
import { createPause, inTurns } from './pause'
import { csvFilesIn, readCsvInPieces, type FoundFile } from './read-folder'

export interface ImportReport {
  findings: string[]
  counts: Record<string, number>
  /** Records made: 0 where everything was there already. */
  records: number
}

interface Importing {
  store: Store
  execute: Execute
  today: string
  demo: boolean
  checkOnly: boolean
  /** When others are served: an import is long, and whoever sits in a room must not notice it. */
  pause?: Pause
}

/** Checks a folder's files whole, then imports all of it or nothing. */
export const importFiles = async (
  found: readonly FoundFile[],
  { store, execute, today, demo, checkOnly, pause = createPause() }: Importing,
): Promise<ImportReport> => {
  const files: RawFile[] = []
  for (const { name, bytes } of found) files.push(await inTurns(readCsvInPieces(name, bytes), pause))
  const existing = await store.longSnapshot((tx) => loadEverything(tx, pause))
  const { findings, folder } = await inTurns(checkFolderInPieces({ files }, existing, { today }), pause)
  const counts = Object.fromEntries(files.map((file) => [file.name, file.rows.length]))
  if (!folder) return { findings: findings.map(printFinding), counts, records: 0 }
  if (checkOnly) return { findings: [], counts, records: 0 }
  const command = { kind: 'importPanels', folder, demo } as const
  const outcome = await execute({ process: 'import' }, command, undefined, { pause })
  if (!outcome.ok) return { findings: [outcome.message], counts, records: 0 }
  return { findings: [], counts, records: outcome.records }
}

export const importFolder = async (directory: string, importing: Importing): Promise<ImportReport> =>
  importFiles(await csvFilesIn(directory), importing)
