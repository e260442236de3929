import { createHash } from 'node:crypto'
import type { VisibleThing } from '../../app/domain/sight/sees'

// The cursor of a screen is a digest of what it shows: the exclusive-or of a hash of each visible thing. It is worked out
// from nothing but what the viewer sees, so it tells nothing of what is hidden; it needs no memory of past positions, so
// any process can check it; and two screens with the same cursor show the same (decision 0005).

export type Digest = string

const bytes = 16
export const emptyDigest: Digest = '0'.repeat(bytes * 2)

interface Written {
  text: string
  hash: Buffer | undefined
}
// Those who see the same are shown the same object: it is written and hashed once for all of them.
const written = new WeakMap<VisibleThing, Written>()
const writtenOf = (thing: VisibleThing): Written => {
  let known = written.get(thing)
  if (!known) written.set(thing, (known = { text: JSON.stringify(thing), hash: undefined }))
  return known
}

export const textOf = (thing: VisibleThing): string => writtenOf(thing).text

export const hashOf = (thing: VisibleThing): Buffer => {
  const known = writtenOf(thing)
  return (known.hash ??= createHash('sha1').update(known.text).digest().subarray(0, bytes))
}

export const combine = (digest: Digest, hashes: readonly Buffer[]): Digest => {
  const sum = Buffer.from(digest, 'hex')
  for (const hash of hashes)
    for (let i = 0; i < bytes; i += 1) sum[i] = (sum[i] as number) ^ (hash[i] as number)
  return sum.toString('hex')
}

export const digestOf = (view: readonly VisibleThing[]): Digest => combine(emptyDigest, view.map(hashOf))
