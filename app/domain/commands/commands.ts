import { z } from 'zod'
import { attendanceOf, notFound, refuse, type Asking, type Decided, type Refusal } from '../asking'
import type { FilledIn } from '../fields'
import { readFields } from '../read-fields'
import { wholeTexts } from '../whole-text'
import { agendaCommands } from './agenda'
import { candidateCommands } from './candidates'
import { caseCommands } from './case'
import type { CommandRule } from './command'
import { entryCommands } from './entries'
import { followUpCommands } from './follow-up'
import { meetingCommands } from './meeting'
import { minutesCommands } from './minutes'
import { panelCommands } from './panel'
import { peopleCommands } from './people'
import { mayGive, type Permission } from './permission'
import { referralCommands } from './referral'
import { returnCommands } from './returns'
import type { Scope } from './scope'

// The register of commands: what a form or a socket may ask. Commands that carry secrets (passwords already hashed) or
// whole files are internal (internal.ts): the process makes them, and neither a form nor a socket may.

const publicCommands = {
  ...agendaCommands,
  ...returnCommands,
  ...meetingCommands,
  ...minutesCommands,
  ...entryCommands,
  ...followUpCommands,
  ...caseCommands,
  ...referralCommands,
  ...peopleCommands,
  ...candidateCommands,
  ...panelCommands,
}

type PublicCommands = typeof publicCommands
export type PublicCommandKind = keyof PublicCommands
export type CommandOf<K extends PublicCommandKind> = { kind: K } & FilledIn<PublicCommands[K]['fields']>
export type PublicCommand = { [K in PublicCommandKind]: CommandOf<K> }[PublicCommandKind]
export const publicCommandKinds = Object.keys(publicCommands) as PublicCommandKind[]

export const isPublicCommandKind = (kind: unknown): kind is PublicCommandKind =>
  typeof kind === 'string' && Object.hasOwn(publicCommands, kind)

const ruleOf = (kind: PublicCommandKind) => publicCommands[kind] as unknown as CommandRule<z.ZodRawShape>

/** What a command reads, by field. */
export const fieldsOf = (kind: PublicCommandKind): z.ZodRawShape => ruleOf(kind).fields
export const permissionOf = (kind: PublicCommandKind): Permission => ruleOf(kind).may
export const scopeOf = (command: PublicCommand): Scope => ruleOf(command.kind).scope(command)

const schemas = Object.fromEntries(
  publicCommandKinds.map((kind) => [kind, z.object({ kind: z.literal(kind), ...ruleOf(kind).fields })]),
)

/**
 * Anything from outside, into a command or a refusal that names each field at fault. Nothing else is let in, and no text
 * but such as can be kept: here, since a field of the next command would forget to ask.
 */
export const parseCommand = (sent: unknown): PublicCommand | Refusal => {
  const input = wholeTexts(sent)
  const kind = (input as { kind?: unknown } | null)?.kind
  const schema = isPublicCommandKind(kind) ? schemas[kind] : undefined
  if (!schema) return refuse('invalid', 'That is not something that can be asked here.')
  return readFields(schema, input) as unknown as PublicCommand | Refusal
}

/** A refusal, or undefined when this person may give this command now. */
const may = ({ viewer, things }: Asking, command: PublicCommand): Refusal | undefined => {
  const permission = permissionOf(command.kind)
  const no = mayGive(viewer, permission)
  if (no) return no
  // After the meeting there is nothing left to join; what may still be done then, the topic's rule says.
  if (
    permission.confidential &&
    'meetingId' in command &&
    things.get('meeting', command.meetingId)?.status !== 'closed' &&
    !attendanceOf(things, command.meetingId, viewer.memberId)?.acceptedAt
  )
    return refuse('wrong_moment', 'Join the meeting first: accept its confidentiality statement.')
  return undefined
}

/**
 * What a command comes to: records, or a refusal. Pure: it is told the time and given ids. Who asks must be a member of
 * the panel; then the role must allow it; then the topic's rule decides.
 */
export const decide = (asking: Asking | undefined, command: PublicCommand): Decided =>
  asking ? (may(asking, command) ?? ruleOf(command.kind).decide(asking, command)) : notFound
