import { createHash } from 'node:crypto'
import type { VisibleThing } from '../../app/domain/sees'

// The cursor of a screen is a digest of what it shows: the exclusive-or of a hash of each visible thing. It is worked out
// from nothing but what the viewer sees, so it tells nothing of what is hidden; it needs no memory of past positions, so
// any process can check it; and two screens with the same cursor show the same (decision 0005).

export type Digest = string

const bytes = 16
export const emptyDigest: Digest = '0'.repeat(bytes * 2)

export const hashOfText = (text: string): Buffer =>
  createHash('sha1').update(text).digest().subarray(0, bytes)

export const combine = (digest: Digest, hashes: readonly Buffer[]): Digest => {
  const sum = Buffer.from(digest, 'hex')
  for (const hash of hashes)
    for (let i = 0; i < bytes; i += 1) sum[i] = (sum[i] as number) ^ (hash[i] as number)
  return sum.toString('hex')
}

export const digestOf = (view: readonly VisibleThing[]): Digest =>
  combine(
    emptyDigest,
    view.map((thing) => hashOfText(JSON.stringify(thing))),
  )
