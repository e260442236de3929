import { resolve } from 'node:path'
import { localDay } from '../app/domain/dates/local-time'
import { importFolder } from './import/import-folder'
import type { Services } from './services'

/** The day for which the demo's dates were written; on an earlier clock they would lie in the future. */
const demoDay = '2026-11-22'

/** Loads the demo panel, through the same door as any import, into a database that holds no panel yet. */
export const loadDemo = async (services: Services): Promise<boolean> => {
  if (!(await services.isEmpty())) return false
  const today = localDay(services.clock())
  const report = await importFolder(resolve(process.cwd(), 'db/demo'), {
    store: services.store,
    execute: services.execute,
    today: today > demoDay ? today : demoDay,
    demo: true,
    checkOnly: false,
  })
  if (report.findings.length > 0)
    throw new Error(`The demo panel could not be loaded:\n${report.findings.join('\n')}`)
  return true
}
