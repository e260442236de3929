import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import { sitsOnPanel } from '../sight/viewer'
import { isOutOf, sightOf } from '../sight/sight'
import type { CommandOf } from '../commands'
import { recorded } from '../records/records'
import type { Criterion, Member } from '../things/panel'
import type { Account } from '../things/accounts'

// Keeping a panel: what its members sign in with, its criteria, its members, and the safety records of victim-survivors.

export const changePanelSettings = (asking: Asking, command: CommandOf<'changePanelSettings'>): Decided => {
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

/** A new set of criteria is a new version; what was found under an older one keeps that version. Unchanged words keep their key. */
export const changeCriteria = (asking: Asking, command: CommandOf<'changeCriteria'>): Decided => {
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

export const addMember = (asking: Asking, command: CommandOf<'addMember'>): Decided => {
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

export const changeMember = (asking: Asking, command: CommandOf<'changeMember'>): Decided => {
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

export const keepSafetyRecord = (asking: Asking, command: CommandOf<'keepSafetyRecord'>): Decided => {
  const { things, viewer, context } = asking
  const victim = things.get('victim', command.victimId)
  const sight = sightOf(viewer, things, null)
  if (
    !victim ||
    victim.caseId !== command.caseId ||
    victim.panelId !== viewer.panelId ||
    isOutOf(sight, victim.caseId)
  )
    return notFound
  if (command.memberIds.some((one) => things.get('member', one)?.panelId !== viewer.panelId)) {
    return refuseField('memberIds', 'Choose members of this panel.')
  }
  return [
    recorded('safetyRecordKept', {
      safetyRecord: {
        id: victim.id,
        panelId: victim.panelId,
        caseId: victim.caseId,
        safeContact: command.safeContact,
        whoMustNotKnow: command.whoMustNotKnow,
        wishes: command.wishes,
        told: command.told,
        memberIds: command.memberIds,
        updatedAt: context.now,
        updatedBy: viewer.memberId,
      },
    }),
  ]
}
