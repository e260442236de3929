import type { ImportFolder, ImportRow } from './import-folder'
import type { Importing } from './importing'
import { eachInPieces, type InPieces } from './pieces'

// The perpetrators, their cases, the victim-survivors and children as they stand in each, and what he did.

const addPerson = (importing: Importing, row: ImportRow<'people'>): void => {
  const panel = importing.get('panel', row.panel)
  importing.add('person', {
    id: importing.context.newId(),
    areaId: panel.areaId,
    panelId: panel.id,
    ref: row.person_ref,
    givenName: row.given_name,
    familyName: row.family_name,
    aliases: row.aliases ?? [],
    dateOfBirth: row.date_of_birth,
    otherDatesOfBirth: [],
    gender: row.gender,
    ethnicity: row.ethnicity,
    firstLanguage: row.first_language,
  })
}

const addCase = (importing: Importing, row: ImportRow<'cases'>): void => {
  const panel = importing.get('panel', row.panel)
  importing.add('case', {
    id: importing.context.newId(),
    panelId: panel.id,
    personId: importing.get('person', panel.areaId, row.person_ref).id,
    ref: row.case_ref,
    referralSource: row.referral_source,
    referringAgency: row.referring_agency,
    referredOn: row.referred_on,
    referralReason: row.referral_reason,
    riskLevel: row.risk_level,
    dashCount: row.dash_count,
    assessedOn: row.assessed_on,
    suitable: row.suitable,
    unsuitableReason: row.unsuitable_reason,
    acceptedOn: row.accepted_on,
    notAcceptedOn: row.not_accepted_on,
    startedOn: row.started_on,
    completedOn: row.completed_on,
    mode: row.mode,
    firstDirectContactOn: row.first_direct_contact_on,
    contactStatus: row.contact_status,
    engagement: row.engagement,
    caseManager: row.case_manager,
    idva: row.idva,
    aces: row.aces,
    closedOn: row.closed_on,
    closureReason: row.closure_reason,
    engagementAtClosure: row.engagement_at_closure,
    moves: [],
  })
}

/** Where a line of a victim-survivor or a child belongs. */
const ofCase = (importing: Importing, row: { panel: string; case_ref: string }) => {
  const panelId = importing.get('panel', row.panel).id
  return { id: importing.context.newId(), panelId, caseId: importing.get('case', panelId, row.case_ref).id }
}

const addVictim = (importing: Importing, row: ImportRow<'victims'>): void => {
  importing.add('victim', {
    ...ofCase(importing, row),
    ref: row.victim_ref,
    ageBand: row.age_band,
    gender: row.gender,
    ethnicity: row.ethnicity,
    relationship: row.relationship,
  })
}

const addChild = (importing: Importing, row: ImportRow<'children'>): void => {
  importing.add('child', {
    ...ofCase(importing, row),
    ref: row.child_ref,
    ageBand: row.age_band,
    plan: row.plan,
  })
}

const addIncident = (importing: Importing, row: ImportRow<'incidents'>): void => {
  const panel = importing.get('panel', row.panel)
  const itsCase = row.case_ref === null ? undefined : importing.get('case', panel.id, row.case_ref)
  importing.add('incident', {
    id: importing.context.newId(),
    panelId: panel.id,
    ref: row.incident_ref,
    personId:
      itsCase?.personId ??
      importing.personAsKept(panel.id, importing.get('person', panel.areaId, row.person_ref ?? '').id),
    caseId: itsCase?.id ?? null,
    date: row.date,
    incidentKind: row.kind,
    gravity: row.gravity,
    victimRef: row.victim_ref,
    source: row.source,
  })
}

export function* importCases(importing: Importing, folder: ImportFolder): InPieces<void> {
  yield* eachInPieces(folder.people, (row) => addPerson(importing, row))
  yield* eachInPieces(folder.cases, (row) => addCase(importing, row))
  yield* eachInPieces(folder.victims, (row) => addVictim(importing, row))
  yield* eachInPieces(folder.children, (row) => addChild(importing, row))
  yield* eachInPieces(folder.incidents, (row) => addIncident(importing, row))
}
