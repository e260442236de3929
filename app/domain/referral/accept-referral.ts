import { listedReason } from './referral-fields'
import { isRefusal, refuse, refuseField, type Asking, type Decided } from '../asking'
import { likelyMatches, type Known } from '../people/person-match'
import { policyOf } from '../panel/policy'
import { agreements } from '../catalogues/referral'
import { findReferral, mustBeUndecided, receivedOn } from './referrals'
import { higherOf } from './referral-risk'
import { recorded } from '../records/records'
import { seenOf } from '../sight/sees'
import { sightOf, someCasesWait, type Sight } from '../sight/sight'
import type { ReferredVictim, Referral } from '../things/referral'
import type { Person } from '../things/people'
import type { Panel } from '../things/panel'
import type { Case, Child, SafetyRecord, Victim } from '../things/case'
import { panelId, referralId, optionalLine } from '../fields'
import { z } from 'zod'
import { riskLevelKeys } from '../catalogues/case'
import type { FilledIn } from '../fields'

// Accepting a referral on to the agenda makes a case of it: on a person who is known already, or on a new one. Which, is
// a person's choice; the likely matches are shown with their reasons, and none is taken by itself (issue: search before
// create). One person has many cases: whoever comes back is a new case on the same person.

/** People of this panel whom the viewer may see, through a case they may see. */
export const knownPersons = (sight: Sight): Known[] =>
  seenOf(sight, 'person').map((person) => ({
    id: person.id,
    givenName: person.givenName,
    familyName: person.familyName,
    aliases: person.aliases,
    dateOfBirth: person.dateOfBirth,
    otherDatesOfBirth: person.otherDatesOfBirth,
  }))

export const matchesOf = (
  sight: Sight,
  referral: Pick<Referral, 'givenName' | 'familyName' | 'aliases' | 'dateOfBirth' | 'otherDatesOfBirth'>,
) => likelyMatches(referral, knownPersons(sight))

/** The next number after the highest of its kind, in the panel's own way of writing: CR-0437 after CR-0436. */
export const nextRef = (refs: readonly string[], first: string): string => {
  const numbered = refs
    .map((ref) => /^(.*?)(\d+)$/.exec(ref))
    .filter((found) => found !== null)
    .sort((a, b) => Number(b[2]) - Number(a[2]))
  const [newest] = numbered
  if (!newest) return first
  const [, prefix = '', digits = ''] = newest
  return `${prefix}${String(Number(digits) + 1).padStart(digits.length, '0')}`
}

/** The reference wanted, or the first after it that is not taken. */
export const unused = (wanted: string, taken: ReadonlySet<string>): string => {
  if (!taken.has(wanted)) return wanted
  for (let number = 2; ; number += 1) if (!taken.has(`${wanted}-${number}`)) return `${wanted}-${number}`
}

const toldWords = ({ told, agrees, reason }: ReferredVictim) =>
  [
    `Knows of the referral: ${agreements[told].toLowerCase()}. Agrees to it: ${agreements[agrees].toLowerCase()}.`,
    reason,
  ]
    .filter(Boolean)
    .join(' ')

/** Who he is: one of those offered or any other whom the viewer may see; or new, said outright where someone was offered. */
const personOf = (
  asking: Asking,
  sight: Sight,
  command: FilledIn<typeof acceptReferralFields>,
  referral: Referral,
  caseRef: string,
): { person: Person; isNew: boolean } | ReturnType<typeof refuseField> => {
  const { things, viewer } = asking
  const choose = refuseField('personId', 'Choose who he is: one of those it may be, or a new person.')
  if (command.personId !== 'new') {
    const known = seenOf(sight, 'person').some((one) => one.id === command.personId)
    const person = known ? things.get('person', command.personId) : undefined
    return person ? { person, isNew: false } : choose
  }
  const panel = things.get('panel', viewer.panelId)
  if (!panel) return choose
  return { person: personReferred(asking, panel, referral, caseRef), isNew: true }
}

/** A new person, as a referral names him. */
export const personReferred = (
  { things, context }: Asking,
  panel: Panel,
  referral: Referral,
  caseRef: string,
): Person => ({
  id: context.newId(),
  areaId: panel.areaId,
  panelId: panel.id,
  ref: unused(`P-${caseRef}`, new Set(things.all('person').map((one) => one.ref))),
  givenName: referral.givenName,
  familyName: referral.familyName,
  aliases: referral.aliases,
  dateOfBirth: referral.dateOfBirth,
  otherDatesOfBirth: referral.otherDatesOfBirth,
  gender: referral.gender,
  ethnicity: null,
  firstLanguage: referral.firstLanguage,
})

export const acceptReferralFields = {
  panelId,
  referralId,
  /** A person who is known, or `new`. */
  personId: z
    .string({ error: 'Choose who he is: one of those it may be, or a new person.' })
    .min(1, 'Choose who he is: one of those it may be, or a new person.')
    .max(80),
  /** For each victim-survivor of the referral in turn: her reference in another of his cases, or nothing. */
  sameVictims: z
    .preprocess(
      (value) => (typeof value === 'object' && value !== null ? Object.values(value) : value),
      z.array(z.string().max(80)).max(10),
    )
    .default([]),
  judgement: z.preprocess(
    (value) => (value === '' || value === undefined ? null : value),
    z.enum(riskLevelKeys).nullable(),
  ),
  reason: listedReason,
  note: optionalLine,
}

export const acceptReferral = (asking: Asking, command: FilledIn<typeof acceptReferralFields>): Decided => {
  const referral = findReferral(asking, command.referralId)
  if (isRefusal(referral)) return referral
  const { things, viewer, context } = asking
  const sight = sightOf(viewer, things, null)
  if (someCasesWait(sight))
    return refuse(
      'wrong_moment',
      'The panel is in session. Join its meeting first: whom you may see depends on it.',
    )
  const no = mustBeUndecided(referral)
  if (no) return no
  if (!policyOf(things, viewer.panelId).acceptReasons.includes(command.reason))
    return refuseField('reason', 'Choose a reason from the panel’s list.')
  const safety = things.get('referralSafety', referral.id)
  if (!safety) throw new Error(`Referral ${referral.id} has lost its safety part.`)

  const caseRefs = things
    .all('case')
    .filter((one) => one.panelId === viewer.panelId)
    .map((one) => one.ref)
  const taken = { cases: new Set(caseRefs), victims: new Set(things.all('victim').map((one) => one.ref)) }
  const caseRef = unused(nextRef(caseRefs, 'C-0001'), taken.cases)
  const who = personOf(asking, sight, command, referral, caseRef)
  if ('ok' in who) return who
  const { person, isNew } = who

  const itsCase: Case = {
    id: context.newId(),
    panelId: viewer.panelId,
    personId: person.id,
    ref: caseRef,
    referralSource: referral.source,
    referringAgency: referral.referrerAgency || null,
    referredOn: receivedOn(referral),
    referralReason: referral.reason,
    // Judgement at screening raises as judgement does everywhere, and never lowers.
    riskLevel: higherOf(referral.riskLevel, command.judgement),
    dashCount: referral.dashCount,
    assessedOn: null,
    suitable: null,
    unsuitableReason: null,
    acceptedOn: null,
    notAcceptedOn: null,
    startedOn: null,
    completedOn: null,
    mode: null,
    firstDirectContactOn: null,
    contactStatus: null,
    engagement: null,
    caseManager: null,
    idva: null,
    aces: null,
    closedOn: null,
    closureReason: null,
    engagementAtClosure: null,
    moves: [],
  }
  // A woman who stands in another of his cases keeps her reference: the same reference is the same woman.
  const casesOfHis = new Set(
    seenOf(sight, 'case')
      .filter((one) => one.personId === person.id)
      .map((one) => one.id),
  )
  const known = new Set(
    things
      .all('victim')
      .filter((one) => casesOfHis.has(one.caseId))
      .map((one) => one.ref),
  )
  const number = /(\d+)$/.exec(caseRef)?.[1] ?? caseRef
  const victims: Victim[] = []
  const safetyRecords: SafetyRecord[] = []
  for (const [index, referred] of safety.victims.entries()) {
    const same = command.sameVictims[index] ?? ''
    if (same !== '' && !known.has(same))
      return refuseField(
        `sameVictims.${index}`,
        'Choose a victim-survivor of one of his cases, or leave it at a new one.',
      )
    if (same !== '' && victims.some((one) => one.ref === same))
      return refuseField(`sameVictims.${index}`, 'Two victim-survivors cannot be the same woman.')
    const id = context.newId()
    victims.push({
      id,
      panelId: viewer.panelId,
      caseId: itsCase.id,
      ref: same || unused(`V-${number}-${index + 1}`, taken.victims),
      ageBand: referred.ageBand,
      gender: referred.gender || null,
      ethnicity: null,
      relationship: referred.relationship,
    })
    safetyRecords.push({
      id,
      panelId: viewer.panelId,
      caseId: itsCase.id,
      safeContact: [referred.name && `Name: ${referred.name}.`, referred.safeContact]
        .filter(Boolean)
        .join(' '),
      whoMustNotKnow: referred.whoMustNotKnow,
      wishes: referred.wishes,
      told: toldWords(referred),
      memberIds: referral.memberIds,
      updatedAt: context.now,
      updatedBy: viewer.memberId,
    })
  }
  const children: Child[] = referral.children.map((child, index) => ({
    id: context.newId(),
    panelId: viewer.panelId,
    caseId: itsCase.id,
    ref: `K-${number}-${index + 1}`,
    ageBand: child.ageBand,
    plan: child.plan,
  }))
  return [
    recorded('referralAccepted', {
      referralId: referral.id,
      screening: {
        at: context.now,
        by: viewer.memberId,
        reason: command.reason,
        note: command.note,
        words: '',
      },
      person: isNew ? person : null,
      case: itsCase,
      victims,
      children,
      safetyRecords,
    }),
  ]
}
