import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import type { PublicCommand } from '~/domain/commands/commands'
import { parseCommand } from '~/domain/commands/commands'
import { isRefusal, refusalStatus, type Refusal } from '~/domain/refusals'
import { valuesFromEntries } from '~/wire/form-values'
import { signedIn, type SignedIn } from './page.server'
import { safePath } from './safe-path.server'

export interface FormRefused {
  refusal: Refusal
  /** What was typed, by field name, so that nothing has to be typed again. */
  typed: Record<string, string | string[]>
  /** Which form on the page it was. */
  form: string
}

const typedIn = (form: FormData): FormRefused['typed'] => {
  const typed: FormRefused['typed'] = {}
  for (const name of new Set(form.keys())) {
    const values = form.getAll(name).filter((value): value is string => typeof value === 'string')
    typed[name] = name.endsWith('[]') ? values : (values[0] ?? '')
  }
  return typed
}

/**
 * Carries out the command in a posted form. Done: back to the page (field `to`, or where it was sent from). Refused: the
 * refusal with what was typed, for the same page to show. The field `commandId` makes a form sent twice happen once.
 */
export const runFormCommand = async (args: ActionFunctionArgs) => {
  const { session, services } = await signedIn(args)
  const form = await args.request.formData()
  const { commandId, to, form: formName, ...values } = valuesFromEntries(form.entries())
  const command = parseCommand(values)
  const refusal = isRefusal(command) ? command : await givenBy(services, session, command, commandId)
  if (!refusal)
    return redirect(safePath(typeof to === 'string' ? to : new URL(args.request.url).pathname), 303)
  return formRefused(refusal, form, typeof formName === 'string' ? formName : '')
}

/** The same answer for a form that gives no command. Passwords and codes are never sent back. */
export const formRefused = (refusal: Refusal, form: FormData, formName: string) => {
  const typed = Object.fromEntries(Object.entries(typedIn(form)).filter(([name]) => !secretFields.has(name)))
  const answer: FormRefused = { refusal, typed, form: formName }
  return data(answer, { status: refusalStatus[refusal.code] })
}

const secretFields = new Set(['password', 'current', 'next', 'code', 'secret'])

const givenBy = async (
  services: SignedIn['services'],
  session: SignedIn['session'],
  command: PublicCommand,
  commandId: unknown,
): Promise<Refusal | undefined> => {
  const notAllowed = await services.mayCommand(session, command)
  if (notAllowed) return notAllowed
  const id = typeof commandId === 'string' && commandId.length >= 8 ? commandId : undefined
  const outcome = await services.execute({ accountId: session.accountId }, command, id)
  return outcome.ok ? undefined : outcome
}
