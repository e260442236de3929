import type { z } from 'zod'
import type { Asking, Decided } from '../asking'
import type { FilledIn } from '../fields'
import type { Permission } from './permission'
import type { Scope } from './scope'

// A command is what someone asks to happen. All that is said of it is said in one place: what is filled in, what has to be
// at hand, who may give it, and the rule that turns it into records or a refusal.

export interface CommandRule<Fields extends z.ZodRawShape> {
  fields: Fields
  scope: (command: FilledIn<Fields>) => Scope
  may: Permission
  decide: (asking: Asking, command: FilledIn<Fields>) => Decided
}

export const command = <Fields extends z.ZodRawShape>(rule: CommandRule<Fields>): CommandRule<Fields> => rule
