import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided, type Refusal } from '../asking'
import type { CommandOf } from '../commands'
import { latestPolicy, policyOf } from './policy'
import { policyKeys, settingOf, type PolicyKey, type PolicyValues } from './policy-settings'
import { recorded } from '../records'

const mostLines = 40
const longestLine = 200

/** What was typed for one setting, as its value. */
const valueOf = (key: PolicyKey, typed: string): number | string[] | Refusal => {
  const setting = settingOf(key)
  const field = `values.${key}`
  if (setting.unit === 'lines') {
    const lines = [...new Set(typed.split('\n').map((one) => one.trim()).filter(Boolean))]
    if (lines.length === 0) return refuseField(field, `${setting.label}: write at least one line.`)
    if (lines.length > mostLines) return refuseField(field, `${setting.label}: keep to at most ${mostLines} lines.`)
    if (lines.some((one) => one.length > longestLine)) return refuseField(field, `${setting.label}: keep each line under ${longestLine} characters.`)
    return lines
  }
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN
  return value >= setting.min && value <= setting.max
    ? value
    : refuseField(field, `${setting.label}: give a whole number of ${setting.unit} from ${setting.min} to ${setting.max}.`)
}

/**
 * A changed policy is a new version with its reason; nobody changes a version that stood. Clocks that run are read under
 * the policy in force; what was decided keeps the number of the one it was decided under (issue: panel settings).
 */
export const adoptPolicy = (asking: Asking, command: CommandOf<'adoptPolicy'>): Decided => {
  const { things, viewer, context } = asking
  if (!things.get('panel', viewer.panelId)) return notFound
  const before = policyOf(things, viewer.panelId)
  const changed: Record<string, number | string[]> = {}
  for (const [name, typed] of Object.entries(command.values)) {
    const key = policyKeys.find((one) => one === name)
    if (!key) return refuseField(`values.${name}`, 'There is no such setting.')
    const value = valueOf(key, typed)
    if (typeof value === 'object' && !Array.isArray(value) && isRefusal(value)) return value
    if (JSON.stringify(value) !== JSON.stringify(before[key])) changed[key] = value as number | string[]
  }
  const values: PolicyValues = { ...before, ...changed }
  if (Object.keys(changed).length === 0) return refuse('already_done', 'Nothing is different from the policy in force.')
  if (values.closureLastMonths < values.closureFirstMonths) {
    return refuseField('values.closureLastMonths', 'The last month of a case cannot come before the first in which it may close.')
  }
  const version = (latestPolicy(things, viewer.panelId)?.version ?? 0) + 1
  return [
    recorded('policyAdopted', {
      policy: { id: context.newId(), panelId: viewer.panelId, version, values, reason: command.reason, adoptedAt: context.now, adoptedBy: viewer.memberId },
    }),
  ]
}
