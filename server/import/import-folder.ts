import { checkFolder } from '../../app/domain/importing/check-folder'
import { printFinding } from '../../app/domain/importing/finding'
import { loadEverything } from '../../db/things/load-everything'
import type { Store } from '../../db/store'
import type { Execute } from '../execute'
import { readFolder } from './read-folder'

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
}

/** Checks a folder whole, then imports all of it or nothing. */
export const importFolder = async (
  directory: string,
  { store, execute, today, demo, checkOnly }: Importing,
): Promise<ImportReport> => {
  const raw = await readFolder(directory)
  const existing = await store.snapshot((tx) => loadEverything(tx))
  const { findings, folder } = checkFolder(raw, existing, { today })
  const counts = Object.fromEntries(raw.files.map((file) => [file.name, file.rows.length]))
  if (!folder) return { findings: findings.map(printFinding), counts, records: 0 }
  if (checkOnly) return { findings: [], counts, records: 0 }
  const outcome = await execute({ process: 'import' }, { kind: 'importPanels', folder, demo })
  if (!outcome.ok) return { findings: [outcome.message], counts, records: 0 }
  return { findings: [], counts, records: outcome.records }
}
