import { resolve } from 'node:path'
import type { Environment } from './environment'

export const databaseFileOf = ({ databaseFile }: Pick<Environment, 'databaseFile'>): string =>
  resolve(process.cwd(), databaseFile)
