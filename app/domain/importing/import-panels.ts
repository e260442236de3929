import { startingCriteria } from '../catalogues/panel'
import type { ImportFolder, ImportRow } from './import-folder'
import type { Importing } from './importing'
import { eachInPieces, type InPieces } from './pieces'
import type { PolicyValues } from '../catalogues/policy-settings'

// Panels with their areas, criteria and first policy, the agencies round the table, and who sits there. All of it is the
// panel's own to change.

/** What a line says of the panel's settings; what it leaves open stands as the policy starts. */
const settingsIn = ({
  quorum,
  usual_time,
  usual_place,
  caseload_limit,
}: ImportRow<'panels'>): Partial<PolicyValues> => ({
  ...(quorum === null ? {} : { quorum }),
  ...(usual_time === null ? {} : { usualTime: usual_time }),
  ...(usual_place === null ? {} : { usualPlace: usual_place }),
  ...(caseload_limit === null ? {} : { caseloadLimit: caseload_limit }),
})

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
    sandbox: row.sandbox ?? false,
    secondFactorRequired: false,
    criteriaVersion: 1,
  })
  const criteria = startingCriteria.map((criterion) => ({ ...criterion }))
  importing.record('criteria', {
    id: newId(),
    panelId: panel.id,
    version: 1,
    criteria,
    reason: 'As every panel starts.',
    adoptedAt: now,
    adoptedBy: '',
  })
}

const addAgency = (importing: Importing, row: ImportRow<'agencies'>): void => {
  const panelId = importing.get('panel', row.panel).id
  importing.add('agency', { id: importing.context.newId(), panelId, name: row.name, kind: row.kind })
}

/** Settings of panels that are new, and the core agencies among those that are: what stands is the panel's own to change. */
const adoptSettings = (
  importing: Importing,
  folder: ImportFolder,
  standing: ReadonlySet<string>,
): InPieces<void> => {
  const panels = new Set([
    ...folder.panels.map((row) => row.name),
    ...folder.agencies.map((row) => row.panel),
  ])
  return eachInPieces(panels, (name) => {
    const panelId = importing.get('panel', name).id
    const row = standing.has(panelId) ? undefined : folder.panels.find((one) => one.name === name)
    const core = folder.agencies
      .filter((one) => one.panel === name && one.core)
      .map((one) => importing.get('agency', panelId, one.name).id)
    const added = core.filter((id) => !standing.has(id))
    const before = importing.policyOf(panelId).coreAgencyIds
    const values = {
      ...(row ? settingsIn(row) : {}),
      ...(added.length > 0 ? { coreAgencyIds: [...before, ...added].sort() } : {}),
    }
    if (row || added.length > 0) importing.adopt(panelId, values)
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

export function* importPanels(importing: Importing, folder: ImportFolder): InPieces<void> {
  const standing = importing.idsOf(['panel', 'agency'])
  yield* eachInPieces(folder.panels, (row) => addPanel(importing, row))
  yield* eachInPieces(folder.agencies, (row) => addAgency(importing, row))
  yield* adoptSettings(importing, folder, standing)
  yield* eachInPieces(folder.members, (row) => addAccount(importing, row))
  yield* eachInPieces(folder.members, (row) => addMember(importing, row))
}
