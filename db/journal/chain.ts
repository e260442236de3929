import { canonical, sha256 } from './canonical'

// The chain. Each entry's hash covers the hash before it, its own envelope, and a salted hash of its body. Who alters an
// entry must alter every later one and the head that the minutes print. Because only the body's salted hash is covered, a
// body could be lawfully erased and the chain would still verify.

export interface Envelope {
  stream: string
  seq: number
  entryId: string
  commandId: string
  at: number
  actorId: string | null
  kind: string
  version: number
  meetingId: string | null
  subjectKind: string | null
  subjectId: string | null
  bodyHash: string
}

export const firstHash = '0'.repeat(64)

export const bodyHashOf = (salt: string, body: string): string => sha256(`${salt}\n${body}`)

export const hashOf = (previousHash: string, envelope: Envelope): string =>
  sha256(
    `${previousHash}\n${canonical({
      stream: envelope.stream,
      seq: envelope.seq,
      entryId: envelope.entryId,
      commandId: envelope.commandId,
      at: envelope.at,
      actorId: envelope.actorId,
      kind: envelope.kind,
      version: envelope.version,
      meetingId: envelope.meetingId,
      subjectKind: envelope.subjectKind,
      subjectId: envelope.subjectId,
      bodyHash: envelope.bodyHash,
      // A part that is left out here could be altered without a trace: the compiler asks for each.
    } satisfies Envelope)}`,
  )
