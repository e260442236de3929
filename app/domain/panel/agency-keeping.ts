import { z } from 'zod'
import { agencyKindKeys } from '../catalogues/panel'
import { line, optionalLine, ticked } from '../fields'
import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided, type Refusal } from '../asking'
import { nextVersion } from './adopt-policy'
import { policyOf } from './policy'
import { recorded } from '../records/records'
import type { Agency } from '../things/panel'
import { panelId, id } from '../fields'
import type { FilledIn } from '../fields'

// Keeping the agencies round the table. Which of them are core is part of the policy, so that a change of it is a new
// version with its reason, and what was decided before keeps the agencies it was decided under.

const nameTaken = ({ things, viewer }: Asking, name: string, except: string | null): Refusal | undefined =>
  things
    .all('agency')
    .some(
      (one) =>
        one.panelId === viewer.panelId && one.id !== except && one.name.toLowerCase() === name.toLowerCase(),
    )
    ? refuseField('name', 'This panel has an agency of that name already.')
    : undefined

const agencyFields = {
  name: line('Give the name of the agency.').pipe(z.string().max(200, 'Keep the name under 200 characters.')),
  agencyKind: z.enum(agencyKindKeys, { error: 'Choose what kind of agency it is.' }),
  core: ticked,
  reason: optionalLine,
}

export const addAgencyFields = { panelId, ...agencyFields }

export const addAgency = (asking: Asking, command: FilledIn<typeof addAgencyFields>): Decided => {
  const { viewer, things, context } = asking
  const agency: Agency = {
    id: context.newId(),
    panelId: viewer.panelId,
    name: command.name,
    kind: command.agencyKind,
  }
  const added = recorded('agencyAdded', { agency, at: context.now, by: viewer.memberId })
  const taken = nameTaken(asking, command.name, null)
  if (taken) return taken
  if (!command.core) return [added]
  const coreAgencyIds = [...policyOf(things, viewer.panelId).coreAgencyIds, agency.id].sort()
  return [
    added,
    nextVersion(
      asking,
      { coreAgencyIds },
      command.reason || `${agency.name} joins the panel as a core agency.`,
    ),
  ]
}

export const changeAgencyFields = { panelId, agencyId: id('Choose the agency.'), ...agencyFields }

export const changeAgency = (asking: Asking, command: FilledIn<typeof changeAgencyFields>): Decided => {
  const { viewer, things, context } = asking
  const agency = things.get('agency', command.agencyId)
  if (!agency || agency.panelId !== viewer.panelId) return notFound
  const taken = nameTaken(asking, command.name, agency.id)
  if (taken) return taken
  const { coreAgencyIds, quorum, quorumCounts } = policyOf(things, viewer.panelId)
  const renamed = agency.name !== command.name || agency.kind !== command.agencyKind
  const core =
    command.core !== coreAgencyIds.includes(agency.id) ? newCore(coreAgencyIds, agency.id, command) : null
  if (isRefusal(core)) return core
  if (core && quorumCounts === 'core' && core.length < quorum) {
    return refuseField('core', `The quorum asks for ${quorum} core agencies. Change the quorum first.`)
  }
  if (!renamed && !core) return refuse('already_done', 'Nothing is different.')
  return [
    ...(renamed
      ? [
          recorded('agencyChanged', {
            agencyId: agency.id,
            name: command.name,
            agencyKind: command.agencyKind,
            at: context.now,
            by: viewer.memberId,
          }),
        ]
      : []),
    ...(core ? [nextVersion(asking, { coreAgencyIds: core }, command.reason)] : []),
  ]
}

const newCore = (
  coreAgencyIds: readonly string[],
  agencyId: string,
  { core, reason }: FilledIn<typeof changeAgencyFields>,
): string[] | Refusal => {
  if (!reason)
    return refuseField(
      'reason',
      'Say why this agency becomes, or is no longer, a core agency: the record keeps it.',
    )
  return core ? [...coreAgencyIds, agencyId].sort() : coreAgencyIds.filter((id) => id !== agencyId)
}
