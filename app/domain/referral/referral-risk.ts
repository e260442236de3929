import { riskLevels, type RiskLevel } from '../catalogues/case'
import { dayInWords } from '../dates/day-in-words'
import { addMonths } from '../dates/due-date'
import type { Day } from '../dates/day'

// The risk a referral carries (domain 3, "Referral"). The panel's policy bands the count of the checklist and says how
// many incidents in how many months are an escalation. Professional judgement may raise what comes of that and never
// lower it: whoever judges the risk lower than the count says so in words, and the level stays.

export interface RiskPolicy {
  highRiskAnswers: number
  mediumRiskAnswers: number
  escalationEvents: number
  escalationMonths: number
}

export interface RiskFacts {
  dashCount: number | null
  incidentDates: readonly (Day | null)[]
  judgement: RiskLevel | null
  receivedOn: Day
}

export interface Risk {
  /** Null: nothing was given to go by. */
  level: RiskLevel | null
  /** How it came about, line by line. */
  working: string[]
}

const order: readonly RiskLevel[] = ['standard', 'medium', 'high']
const rank = (level: RiskLevel | null): number => (level === null ? -1 : order.indexOf(level))
export const higherOf = (a: RiskLevel | null, b: RiskLevel | null): RiskLevel | null =>
  rank(a) >= rank(b) ? a : b

const bandOf = (count: number, policy: RiskPolicy): RiskLevel =>
  count >= policy.highRiskAnswers ? 'high' : count >= policy.mediumRiskAnswers ? 'medium' : 'standard'

const words = (level: RiskLevel | null) => (level === null ? 'none' : riskLevels[level].toLowerCase())

export const riskOf = (facts: RiskFacts, policy: RiskPolicy): Risk => {
  const working: string[] = []
  let level: RiskLevel | null = null
  if (facts.dashCount === null) working.push('No checklist count was given.')
  else {
    level = bandOf(facts.dashCount, policy)
    working.push(
      `Checklist count ${facts.dashCount}: ${words(level)} (high from ${policy.highRiskAnswers}, medium from ${policy.mediumRiskAnswers}).`,
    )
  }
  const since = addMonths(facts.receivedOn, -policy.escalationMonths)
  const recent = facts.incidentDates.filter(
    (day): day is Day => day !== null && day > since && day <= facts.receivedOn,
  ).length
  if (recent >= policy.escalationEvents) {
    level = 'high'
    working.push(
      `Escalation: ${recent} incidents since ${dayInWords(since)}, at or above ${policy.escalationEvents}: high.`,
    )
  }
  if (facts.judgement !== null) {
    const raised = rank(facts.judgement) > rank(level)
    working.push(
      raised
        ? `Professional judgement raises it to ${words(facts.judgement)}.`
        : `Professional judgement says ${words(facts.judgement)}: it may raise and never lowers, so it stays ${words(level)}.`,
    )
    level = higherOf(level, facts.judgement)
  }
  return { level, working }
}
