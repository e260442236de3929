import { resolve, sep } from 'node:path'
import { mergeConfig, type Plugin } from 'vitest/config'
import base from '../../vite.config'
import { everyBreak } from './breaks'

// The project as it is, but for the one break that PANELROOM_BREAK names by its place in the list.

const root = resolve(import.meta.dirname, '../..')

const breakOf = (number: number): Plugin => {
  const one = everyBreak(root)[number]
  if (!one) throw new Error(`There is no break ${number}.`)
  return {
    name: 'broken on purpose',
    enforce: 'pre',
    transform: (source, id) =>
      id.split('?')[0]?.split(sep).join('/').endsWith(`/${one.file}`) ? one.broken(source) : null,
  }
}

export default mergeConfig(base, {
  root,
  plugins: [breakOf(Number(process.env['PANELROOM_BREAK']))],
})
