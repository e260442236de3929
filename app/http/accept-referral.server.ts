import { redirect, type ActionFunctionArgs } from '@remix-run/node'
import { parseCommand } from '~/domain/commands/commands'
import { isRefusal } from '~/domain/refusals'
import { runFormCommand } from './form-command.server'
import { signedIn } from './page.server'

/**
 * Accepts a referral and, where a meeting was chosen, puts the case on its agenda: two commands, each whole. Where the
 * second is refused the case stays due, and the page says so.
 */
export const acceptAndList = async (args: ActionFunctionArgs) => {
  const form = await args.request.clone().formData()
  const meetingId = String(form.get('meetingId') ?? '')
  const answer = await runFormCommand(args)
  if (!(answer instanceof Response) || meetingId === '') return answer
  const { session, services } = await signedIn(args)
  const { panelId = '', referralId = '' } = args.params
  const found = await services.reads.referral(session, panelId, referralId)
  const caseId = found.ok ? found.referral.caseId : null
  const command = parseCommand({
    kind: 'listCase',
    meetingId,
    caseId,
    itemKind: 'new',
    minutes: found.ok ? found.newCaseMinutes : undefined,
    presenterId: '',
    lateReason: String(form.get('lateReason') ?? ''),
  })
  const here = `/panels/${panelId}/referrals/${referralId}`
  if (isRefusal(command) || (await services.mayCommand(session, command)))
    return redirect(`${here}?done=not-listed`, 303)
  const commandId = form.get('commandId')
  const listed = await services.execute(
    { accountId: session.accountId },
    command,
    typeof commandId === 'string' && commandId.length >= 8 ? `${commandId}-listed` : undefined,
  )
  return redirect(`${here}?done=${isRefusal(listed) ? 'not-listed' : 'listed'}`, 303)
}
