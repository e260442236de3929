import type { Labels } from '../catalogues/labels'
import { caseModes, closureReasons } from '../catalogues/case'
import {
  actionOutcomes,
  answers,
  decisionOutcomes,
  disruptAreas,
  findingAnswers,
  handlingMarks,
  interventionStatuses,
  leverKinds,
  natures,
  purposes,
  sources,
  stances,
  strands,
  supportAreas,
} from '../catalogues/entries'
import { longDate } from '../dates/long-date'
import { agencyName, allOf, memberName, oneOf, type RoomView } from './room-view'
import type { VisibleByKind } from '../sight/sees'
import type { EntryKind } from '../things/entries'

// An entry in plain words: for papers, which have no buttons, and for telling one version from another. It is given what
// a reader may see and adds nothing to it.

type VisibleEntry = VisibleByKind[EntryKind]

export const entryKindWords: Record<EntryKind, string> = {
  share: 'Information',
  lever: 'Lever',
  finding: 'Eligibility',
  decision: 'Decision',
  position: 'Position',
  intervention: 'Support or disruption',
  action: 'Action',
  request: 'Information request',
  safetyCheck: 'Safety check',
}

const label = (labels: Labels, key: string) => labels[key] ?? key
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
/** Sentences in a row, each ending once. */
const ended = (part: string) => (/[?!]$/.test(part.trim()) ? part.trim() : `${part.replace(/[.\s]+$/, '')}.`)
const sentences = (...parts: (string | null | undefined)[]) =>
  parts.flatMap((part) => (part ? [ended(part)] : [])).join(' ')

const victimName = (view: RoomView, id: string | null) =>
  id === null ? 'This case' : (oneOf(view, 'victim', id)?.victimRef ?? 'A victim-survivor')

/** Whose an action is: “Housing (tenancy officer), Landlord One”. */
export const ownerWords = (
  view: RoomView,
  { ownerAgencyId, ownerRole, ownerMemberId }: VisibleByKind['action'],
): string =>
  `${agencyName(view, ownerAgencyId)}${ownerRole ? ` (${ownerRole})` : ''}${ownerMemberId ? `, ${memberName(view, ownerMemberId)}` : ''}`

const requestEnds = {
  answered: 'Answered',
  refused: 'Refused',
  left: 'Left unanswered',
  outstanding: 'Outstanding',
} as const

export const entryWords = (view: RoomView, entry: VisibleEntry): string => {
  switch (entry.kind) {
    case 'share':
      return sentences(
        `${entry.nature === 'opinion' ? `${natures.opinion}: ` : ''}${entry.what}`,
        `Source: ${lower(sources[entry.source])}${entry.factDate ? `, ${longDate(entry.factDate)}` : ''}`,
        entry.about === 'perpetrator'
          ? null
          : `About ${entry.about === 'children' ? 'the children' : victimName(view, entry.about)}`,
        entry.necessity ? `${label(purposes, entry.purpose)}: ${entry.necessity}` : null,
      )
    case 'lever':
      return sentences(
        entry.what,
        `${label(leverKinds, entry.leverKind)}, held by ${agencyName(view, entry.holderAgencyId)}`,
        `Safe to use: ${lower(answers[entry.safeToUse])}${entry.safetyNote ? `: ${entry.safetyNote}` : ''}`,
      )
    case 'finding': {
      const criterion = allOf(view, 'criteria')
        .find((set) => set.version === entry.criteriaVersion)
        ?.criteria.find((one) => one.key === entry.criterionKey)
      return sentences(
        `${criterion?.label ?? entry.criterionKey}: ${lower(findingAnswers[entry.answer])}`,
        entry.evidence,
      )
    }
    case 'decision':
      return sentences(
        `${decisionOutcomes[entry.outcome]}${entry.mode ? `, ${lower(caseModes[entry.mode])}` : ''}${entry.closureReason ? `, ${lower(closureReasons[entry.closureReason])}` : ''}${entry.until ? `, ${longDate(entry.until)}` : ''}`,
        entry.reason,
        entry.onward,
        entry.rationale,
      )
    case 'position':
      return sentences(`${agencyName(view, entry.agencyId)} ${lower(stances[entry.stance])}`, entry.reason)
    case 'intervention':
      return sentences(
        `${strands[entry.strand]}: ${entry.what}`,
        [
          ...entry.supportAreas.map((area) => label(supportAreas, area)),
          ...entry.disruptAreas.map((area) => label(disruptAreas, area)),
        ].join('; '),
        `Lead ${agencyName(view, entry.leadAgencyId)}${entry.jointAgencyIds.length > 0 ? `, with ${entry.jointAgencyIds.map((id) => agencyName(view, id)).join(', ')}` : ''}`,
        `${interventionStatuses[entry.status]}${entry.result ? `: ${entry.result}` : ''}`,
      )
    case 'action':
      return sentences(
        `${ownerWords(view, entry)}: ${entry.what}`,
        `By ${longDate(entry.due)}`,
        entry.outcome
          ? `${actionOutcomes[entry.outcome]}: ${entry.evidence}`
          : entry.acceptance === 'accepted'
            ? 'Accepted'
            : 'Not accepted yet',
      )
    case 'request':
      return sentences(
        `${agencyName(view, entry.toAgencyId)} is asked by ${agencyName(view, entry.agencyId)}: ${entry.what}`,
        `Why: ${entry.why}`,
        `By ${longDate(entry.due)}`,
        `${requestEnds[entry.state]}${entry.answer || entry.refusalReason ? `: ${entry.answer || entry.refusalReason}` : ''}`,
      )
    case 'safetyCheck':
      return sentences(
        `${victimName(view, entry.victimId)}: knows the plan: ${lower(answers[entry.knows])}`,
        `Could raise the risk: ${lower(answers[entry.raisesRisk])}${entry.riskNote ? `: ${entry.riskNote}` : ''}`,
        `Safe contact: ${lower(answers[entry.safeContact])}`,
        `Plan: ${entry.plan}`,
        `Told by: ${entry.whoTells}`,
        `Children: ${entry.children}`,
      )
    default:
      return entry satisfies never
  }
}

/** How an entry may be used and who may read it: marks that go wherever it goes. */
export const entryMarks = (view: RoomView, entry: VisibleEntry): string[] => [
  ...(entry.kind === 'share' && entry.source === 'victim_survivor' ? ['From the victim-survivor'] : []),
  ...(entry.audience.kind === 'safety_circle'
    ? [
        `Safety circle only${entry.audience.memberIds.length > 0 ? ` and ${entry.audience.memberIds.map((id) => memberName(view, id)).join(', ')}` : ''}`,
      ]
    : []),
  ...(entry.audience.kind === 'agencies'
    ? [`Only ${entry.audience.agencyIds.map((id) => agencyName(view, id)).join(', ')}`]
    : []),
  ...entry.handling.map((mark) => handlingMarks[mark]),
]
