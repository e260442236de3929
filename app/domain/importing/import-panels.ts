import { startingCriteria } from '../catalogues'
import type { ImportFolder, ImportRow } from './import-folder'
import type { Importing } from './importing'

// Panels with their areas and criteria, the agencies round the table, and who sits there. What the format leaves open
// and a panel must have is set here; all of it is the panel's own to change.

const startingQuorum = 1
const startingTime = '10:00'
const startingStatement =
  'What is said here is confidential. We share only what this panel needs to protect people from abuse, use it only ' +
  'for that, and pass it on only as the panel agrees. Nothing that a victim-survivor has told anyone may reach the ' +
  'person who abused them. Each agency keeps what it learns here safe, by its own rules.'

const addPanel = (importing: Importing, row: ImportRow<'panels'>): void => {
  if (importing.find('panel', row.name)) return
  const { newId, now } = importing.context
  const area = importing.add('area', { id: newId(), name: row.area })
  const panel = importing.add('panel', {
    id: newId(),
    areaId: area.id,
    name: row.name,
    kind: row.kind,
    startedOn: row.started_on,
    targetAccepted: row.target_accepted,
    targetBy: row.target_by,
    caseloadLimit: row.caseload_limit,
    sandbox: row.sandbox ?? false,
    quorum: row.quorum ?? startingQuorum,
    usualTime: row.usual_time ?? startingTime,
    usualPlace: row.usual_place ?? '',
    secondFactorRequired: false,
    confidentialityStatement: startingStatement,
    criteriaVersion: 1,
  })
  const criteria = startingCriteria.map((criterion) => ({ ...criterion }))
  importing.record('criteria', { id: newId(), panelId: panel.id, version: 1, criteria, adoptedAt: now })
}

const addAgency = (importing: Importing, row: ImportRow<'agencies'>): void => {
  const panelId = importing.get('panel', row.panel).id
  importing.add('agency', {
    id: importing.context.newId(),
    panelId,
    name: row.name,
    kind: row.kind,
    core: row.core,
  })
}

/** One account for each address, over all panels. */
const addAccount = (importing: Importing, { email, name }: ImportRow<'members'>): void => {
  const { newId, now, demo } = importing.context
  importing.add('account', {
    id: newId(),
    name,
    email,
    active: true,
    demo,
    secondFactor: false,
    createdAt: now,
  })
}

const addMember = (importing: Importing, row: ImportRow<'members'>): void => {
  const panelId = importing.get('panel', row.panel).id
  importing.add('member', {
    id: importing.context.newId(),
    panelId,
    accountId: importing.get('account', row.email).id,
    agencyId: row.agency === null ? null : importing.get('agency', panelId, row.agency).id,
    role: row.role,
    jobTitle: row.job_title ?? '',
    name: row.name,
    active: true,
  })
}

export const importPanels = (importing: Importing, folder: ImportFolder): void => {
  for (const row of folder.panels) addPanel(importing, row)
  for (const row of folder.agencies) addAgency(importing, row)
  for (const row of folder.members) addAccount(importing, row)
  for (const row of folder.members) addMember(importing, row)
}
