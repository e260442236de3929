import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided, type Refusal } from '../asking'
import { longDate } from '../dates/long-date'
import { namedDayFrom, namedDayLine } from '../dates/named-day'
import { latestPolicy, policyOf } from './policy'
import {
  policyKeys,
  settingOf,
  type PolicyKey,
  type PolicyValue,
  type PolicyValues,
} from '../catalogues/policy-settings'
import { type PolicySetting } from '../catalogues/policy/setting-kinds'
import { recorded, type PanelRecord } from '../records/records'
import type { Agency } from '../things/panel'

import type { Day } from '../dates/day'
import { panelId, line } from '../fields'
import { z } from 'zod'
import type { FilledIn } from '../fields'

const mostLines = 40
const longestLine = 200
const longestName = 100
const longestText = { time: 5, words: 200, paragraph: 4000 }
const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/

type Typed = string | readonly string[]
type SettingIn<U extends PolicySetting['unit']> = Extract<PolicySetting, { unit: U }>

const linesIn = (typed: string) =>
  typed
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)

const linesFrom = (setting: PolicySetting, field: string, typed: string): PolicyValue | Refusal => {
  const lines = [...new Set(linesIn(typed))]
  if (lines.length === 0) return refuseField(field, `${setting.label}: write at least one line.`)
  if (lines.length > mostLines)
    return refuseField(field, `${setting.label}: keep to at most ${mostLines} lines.`)
  if (lines.some((one) => one.length > longestLine))
    return refuseField(field, `${setting.label}: keep each line under ${longestLine} characters.`)
  return lines
}

const shortened = (line: string) => (line.length > 60 ? `${[...line].slice(0, 60).join('')}…` : line)
/** Years outside these are slips of the keyboard. */
const isLikely = (day: Day) => day >= '2000-01-01' && day <= '2199-12-31'

/** In the order of the calendar, however they were written: the same days are the same setting. */
const daysFrom = (setting: PolicySetting, field: string, typed: string): PolicyValue | Refusal => {
  const lines = linesIn(typed)
  if (lines.length > mostLines)
    return refuseField(
      field,
      `${setting.label}: keep to at most ${mostLines} days. Take out those long past.`,
    )
  const names = new Map<Day, string>()
  for (const line of lines) {
    const one = namedDayFrom(line)
    if (!one || !isLikely(one.day))
      return refuseField(
        field,
        `${setting.label}: “${shortened(line)}” is not a date and a name. Write the date with its year first, for example 2027-06-03 Closed for the move.`,
      )
    if (one.name.length > longestName)
      return refuseField(field, `${setting.label}: keep each name under ${longestName} characters.`)
    if (names.has(one.day))
      return refuseField(field, `${setting.label}: ${longDate(one.day)} stands there twice. Keep one.`)
    names.set(one.day, one.name)
  }
  return [...names].map(([day, name]) => namedDayLine({ day, name })).sort()
}

const textFrom = (
  setting: SettingIn<'time' | 'words' | 'paragraph'>,
  field: string,
  typed: string,
): PolicyValue | Refusal => {
  const words = typed.trim()
  if (words === '' && setting.empty === undefined)
    return refuseField(field, `${setting.label}: this cannot be left empty.`)
  if (setting.unit === 'time' && !timeOfDay.test(words))
    return refuseField(field, `${setting.label}: give the time as hours and minutes, for example 10:00.`)
  if (words.length > longestText[setting.unit])
    return refuseField(field, `${setting.label}: keep it under ${longestText[setting.unit]} characters.`)
  return words
}

const agenciesFrom = (
  setting: PolicySetting,
  field: string,
  chosen: readonly string[],
  agencies: readonly Agency[],
): PolicyValue | Refusal => {
  if (chosen.some((id) => !agencies.some((agency) => agency.id === id)))
    return refuseField(field, `${setting.label}: choose agencies of this panel.`)
  return agencies
    .map((agency) => agency.id)
    .filter((id) => chosen.includes(id))
    .sort()
}

/** What was typed for one setting, as its value. */
const valueOf = (key: PolicyKey, given: Typed, agencies: readonly Agency[]): PolicyValue | Refusal => {
  const setting = settingOf(key)
  const field = `values.${key}`
  if (setting.unit === 'chosen agencies')
    return agenciesFrom(setting, field, typeof given === 'string' ? [given] : given, agencies)
  const typed = typeof given === 'string' ? given : given.join('\n')
  if (setting.unit === 'lines') return linesFrom(setting, field, typed)
  if (setting.unit === 'named days') return daysFrom(setting, field, typed)
  if (setting.unit === 'choice')
    return Object.hasOwn(setting.options, typed)
      ? typed
      : refuseField(field, `${setting.label}: choose one of the list.`)
  if (setting.unit === 'time' || setting.unit === 'words' || setting.unit === 'paragraph')
    return textFrom(setting, field, typed)
  const value = /^\d{1,4}$/.test(typed.trim()) ? Number(typed) : NaN
  return value >= setting.min && value <= setting.max
    ? value
    : refuseField(
        field,
        `${setting.label}: give a whole number of ${setting.unit} from ${setting.min} to ${setting.max}.`,
      )
}

/** Settings that must agree with each other, looked at when one of them changes. */
const togetherWrong = (
  values: PolicyValues,
  changed: object,
  agencies: readonly Agency[],
): Refusal | undefined => {
  if (values.closureLastMonths < values.closureFirstMonths) {
    return refuseField(
      'values.closureLastMonths',
      'The last month of a case cannot come before the first in which it may close.',
    )
  }
  if (!('quorum' in changed || 'quorumCounts' in changed || 'coreAgencyIds' in changed)) return undefined
  const counted = values.quorumCounts === 'core' ? values.coreAgencyIds.length : agencies.length
  if (values.quorum <= counted) return undefined
  return refuseField(
    'values.quorum',
    `Quorum: only ${counted} ${values.quorumCounts === 'core' ? 'core agencies count' : 'agencies sit on this panel'}, so ${values.quorum} can never be reached.`,
  )
}

/** The next version, with some values changed; `changed` must differ from what is in force. */
export const nextVersion = (
  { things, viewer, context }: Asking,
  changed: Partial<Record<PolicyKey, PolicyValue>>,
  reason: string,
): PanelRecord =>
  recorded('policyAdopted', {
    policy: {
      id: context.newId(),
      panelId: viewer.panelId,
      version: (latestPolicy(things, viewer.panelId)?.version ?? 0) + 1,
      values: { ...policyOf(things, viewer.panelId), ...changed } as PolicyValues,
      reason,
      adoptedAt: context.now,
      adoptedBy: viewer.memberId,
    },
  })

export const adoptPolicyFields = {
  panelId,
  /** By setting; what is not named stays as it is. Checked against the catalogue by the rule. */
  values: z
    .record(z.string().max(60), z.union([z.string().max(8000), z.array(z.string().max(80)).max(100)]))
    .default({}),
  reason: line('Say why the policy changes: the record keeps it.'),
}

/**
 * A changed policy is a new version with its reason; nobody changes a version that stood. Clocks that run are read under
 * the policy in force; what was decided keeps the number of the one it was decided under (issue: panel settings).
 */
export const adoptPolicy = (asking: Asking, command: FilledIn<typeof adoptPolicyFields>): Decided => {
  const { things, viewer } = asking
  if (!things.get('panel', viewer.panelId)) return notFound
  const agencies = things.all('agency').filter((agency) => agency.panelId === viewer.panelId)
  const before = policyOf(things, viewer.panelId)
  const changed: Partial<Record<PolicyKey, PolicyValue>> = {}
  for (const [name, typed] of Object.entries(command.values)) {
    const key = policyKeys.find((one) => one === name)
    if (!key) return refuseField(`values.${name}`, 'There is no such setting.')
    const value = valueOf(key, typed, agencies)
    if (isRefusal(value)) return value
    if (JSON.stringify(value) !== JSON.stringify(before[key])) changed[key] = value
  }
  if (Object.keys(changed).length === 0)
    return refuse('already_done', 'Nothing is different from the policy in force.')
  return (
    togetherWrong({ ...before, ...changed } as PolicyValues, changed, agencies) ?? [
      nextVersion(asking, changed, command.reason),
    ]
  )
}
