import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { ServerBuild } from '@remix-run/node'
import express from 'express'
import type { Pages } from './http'

/** What `npm run build` has made of the pages. */
export const openBuiltPages = async (): Promise<Pages> => {
  const root = process.cwd()
  const files = express.Router()
  files.use(
    '/assets',
    express.static(resolve(root, 'build/client/assets'), { immutable: true, maxAge: '1y' }),
  )
  files.use(express.static(resolve(root, 'build/client'), { maxAge: '1h' }))
  return {
    files,
    build: (await import(pathToFileURL(resolve(root, 'build/server/index.js')).href)) as ServerBuild,
    fromSources: false,
    close: async () => undefined,
  }
}
