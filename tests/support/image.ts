import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'

// Databases are files in a folder of their own. What many tests start from is made once, through the front door, and
// copied: an image.

const folder = mkdtempSync(join(tmpdir(), 'panelroom-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let files = 0
export const newFile = () => join(folder, `${(files += 1)}.db`)

const images = new Map<string, Promise<{ file: string; facts: unknown }>>()

/** A fresh copy of the image of this name, which `make` fills, and closes, the first time it is asked for. */
export const copyOf = async <T>(
  name: string,
  make: (file: string) => Promise<T>,
): Promise<{ file: string; facts: T }> => {
  let image = images.get(name)
  if (!image) {
    const file = newFile()
    images.set(name, (image = make(file).then((facts) => ({ file, facts }))))
  }
  const made = await image
  const file = newFile()
  copyFileSync(made.file, file)
  return { file, facts: made.facts as T }
}
