import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'

/** Encrypts small secrets (second-factor keys) at rest with a key derived from SESSION_SECRET. */
export const createSealing = (secret: string) => {
  const key = Buffer.from(hkdfSync('sha256', secret, 'panelroom', 'second factor', 32))
  return {
    seal: (text: string): string => {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', key, iv)
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')
    },
    /** Undefined where the text was not sealed with this secret. */
    open: (sealed: string): string | undefined => {
      try {
        const bytes = Buffer.from(sealed, 'base64url')
        const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, 12))
        decipher.setAuthTag(bytes.subarray(12, 28))
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
      } catch {
        return undefined
      }
    },
  }
}
export type Sealing = ReturnType<typeof createSealing>

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Outside production a secret is made once and kept beside the database, readable by its owner only, so that a restart
 * does not make second factors unusable. In production SESSION_SECRET must be given.
 */
export const secretBeside = (databaseFile: string): string => {
  const file = `${databaseFile}.secret`
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('hex')
  writeFileSync(file, `${secret}\n`, { mode: 0o600 })
  return secret
}
