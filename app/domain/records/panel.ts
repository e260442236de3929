import type { Panel, CriteriaSet, Policy, Agency, Member } from '../things/panel'
import { change, put } from './changes'
import type { Instant } from '../dates/day'
import type { AgencyKind } from '../catalogues/panel'
import type { Account } from '../things/accounts'
import { quiet, type RecordRules } from './record'

export const panelRecords = {
  panelSettingsChanged: quiet(
    2,
    (
      body: {
        panelId: string
        settings: Pick<Panel, 'secondFactorRequired'>
      },
      things,
    ) => [change(things, 'panel', body.panelId, body.settings)],
  ),

  criteriaAdopted: quiet(2, (body: { set: CriteriaSet }, things) => [
    put(things, 'criteria', body.set),
    change(things, 'panel', body.set.panelId, { criteriaVersion: body.set.version }),
  ]),

  policyAdopted: quiet(1, ({ policy }: { policy: Policy }, things) => [put(things, 'policy', policy)]),

  agencyAdded: quiet(1, (body: { agency: Agency; at: Instant; by: string }, things) => [
    put(things, 'agency', body.agency),
  ]),

  agencyChanged: quiet(
    1,
    (body: { agencyId: string; name: string; agencyKind: AgencyKind; at: Instant; by: string }, things) => [
      change(things, 'agency', body.agencyId, { name: body.name, kind: body.agencyKind }),
    ],
  ),

  memberAdded: quiet(1, (body: { member: Member; account: Account | null }, things) => [
    ...(body.account ? [put(things, 'account', body.account)] : []),
    put(things, 'member', body.member),
  ]),

  memberChanged: quiet(
    1,
    (
      body: {
        memberId: string
        role: Member['role']
        agencyId: string | null
        jobTitle: string
        active: boolean
      },
      things,
    ) => [
      change(things, 'member', body.memberId, {
        role: body.role,
        agencyId: body.agencyId,
        jobTitle: body.jobTitle,
        active: body.active,
      }),
    ],
  ),
} satisfies RecordRules
