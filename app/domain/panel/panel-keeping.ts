import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import { sitsOnPanel } from '../sight/viewer'
import { recorded } from '../records/records'
import type { Criterion, Member } from '../things/panel'
import type { Account } from '../things/accounts'
import { id, optionalLine, panelId, ticked, line, email, optionalId } from '../fields'
import { z } from 'zod'
import { roleKeys } from '../catalogues/panel'
import type { FilledIn } from '../fields'

// Keeping a panel: what its members sign in with, its criteria, its members, and the safety records of victim-survivors.

export const changePanelSettingsFields = {
  panelId,
  secondFactorRequired: ticked,
}

export const changePanelSettings = (
  asking: Asking,
  command: FilledIn<typeof changePanelSettingsFields>,
): Decided => {
  const { secondFactorRequired } = command
  return [
    recorded('panelSettingsChanged', { panelId: asking.viewer.panelId, settings: { secondFactorRequired } }),
  ]
}

const keyOf = (label: string) =>
  label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .slice(0, 60)

export const changeCriteriaFields = {
  panelId,
  labels: line('Write one criterion a line.'),
  reason: line('Say why the criteria change: the record keeps it.'),
}

/** A new set of criteria is a new version; what was found under an older one keeps that version. Unchanged words keep their key. */
export const changeCriteria = (asking: Asking, command: FilledIn<typeof changeCriteriaFields>): Decided => {
  const { things, viewer, context } = asking
  const panel = things.get('panel', viewer.panelId)
  if (!panel) return notFound
  const labels = command.labels
    .split('\n')
    .map((one) => one.trim())
    .filter(Boolean)
  if (labels.length > 20) return refuseField('labels', 'Keep to at most 20 criteria.')
  if (new Set(labels.map(keyOf)).size < labels.length)
    return refuseField('labels', 'Two criteria read the same. Write each once.')
  const current = things.all('criteria').find((set) => set.version === panel.criteriaVersion)
  const criteria: Criterion[] = labels.map(
    (label) =>
      current?.criteria.find((criterion) => criterion.label === label) ?? { key: keyOf(label), label },
  )
  const version = Math.max(0, ...things.all('criteria').map((set) => set.version)) + 1
  return [
    recorded('criteriaAdopted', {
      set: {
        id: context.newId(),
        panelId: panel.id,
        version,
        criteria,
        reason: command.reason,
        adoptedAt: context.now,
        adoptedBy: viewer.memberId,
      },
    }),
  ]
}

const agencyForRole = (asking: Asking, role: Member['role'], agencyId: string | null) => {
  if (!sitsOnPanel(role)) return null
  const agency = asking.things.get('agency', agencyId)
  return agency && agency.panelId === asking.viewer.panelId
    ? agency.id
    : refuseField('agencyId', 'Choose the agency this person stands for.')
}

export const addMemberFields = {
  panelId,
  name: line('Give the person’s name.'),
  email,
  role: z.enum(roleKeys, { error: 'Choose a role.' }),
  agencyId: optionalId,
  jobTitle: optionalLine,
}

export const addMember = (asking: Asking, command: FilledIn<typeof addMemberFields>): Decided => {
  const { things, viewer, context } = asking
  const agencyId = agencyForRole(asking, command.role, command.agencyId)
  if (isRefusal(agencyId)) return agencyId
  const known = things.all('account').find((account) => account.email === command.email)
  if (
    known &&
    things.all('member').some((member) => member.accountId === known.id && member.panelId === viewer.panelId)
  ) {
    return refuseField('email', 'This person is a member already. Change their role instead.')
  }
  const account: Account | null = known
    ? null
    : {
        id: context.newId(),
        name: command.name,
        email: command.email,
        active: true,
        demo: false,
        secondFactor: false,
        createdAt: context.now,
      }
  const member: Member = {
    id: context.newId(),
    panelId: viewer.panelId,
    accountId: known?.id ?? account?.id ?? '',
    agencyId,
    role: command.role,
    jobTitle: command.jobTitle,
    name: command.name,
    active: true,
  }
  return [recorded('memberAdded', { member, account })]
}

export const changeMemberFields = {
  panelId,
  memberId: id('Choose the member.'),
  role: z.enum(roleKeys, { error: 'Choose a role.' }),
  agencyId: optionalId,
  jobTitle: optionalLine,
  active: ticked,
}

export const changeMember = (asking: Asking, command: FilledIn<typeof changeMemberFields>): Decided => {
  const member = asking.things.get('member', command.memberId)
  if (!member || member.panelId !== asking.viewer.panelId) return notFound
  if (member.id === asking.viewer.memberId && (!command.active || command.role !== member.role)) {
    return refuse(
      'not_allowed',
      'You cannot change your own role or leave. Ask another who keeps the members.',
    )
  }
  const agencyId = agencyForRole(asking, command.role, command.agencyId)
  if (isRefusal(agencyId)) return agencyId
  return [
    recorded('memberChanged', {
      memberId: member.id,
      role: command.role,
      agencyId,
      jobTitle: command.jobTitle,
      active: command.active,
    }),
  ]
}
