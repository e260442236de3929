import type { AgencyReturn, ResearchReturn, PreparedEntry } from '../things/returns'
import { put, change } from './changes'
import type { Instant } from '../dates/day'
import { quiet, told, type RecordRules } from './record'

export const returnRecords = {
  returnRecorded: quiet(2, (body: { agencyReturn: AgencyReturn }, things) => [
    put(things, 'agencyReturn', body.agencyReturn),
  ]),

  agencyHeard: quiet(2, (body: { agencyReturn: AgencyReturn }, things) => [
    put(things, 'agencyReturn', body.agencyReturn),
  ]),

  researchReturned: quiet(
    1,
    (body: { researchReturn: ResearchReturn; agencyReturn: AgencyReturn }, things) => [
      put(things, 'researchReturn', body.researchReturn),
      put(things, 'agencyReturn', body.agencyReturn),
    ],
  ),

  returnsChased: told(
    1,
    (
      body: {
        meetingId: string
        agencyId: string
        returnIds: string[]
        tellMemberIds: string[]
        at: Instant
        by: string
      },
      things,
    ) =>
      body.returnIds.map((id) =>
        change(things, 'agencyReturn', id, {
          timesChased: (things.get('agencyReturn', id)?.timesChased ?? 0) + 1,
          chasedAt: body.at,
        }),
      ),
  ),

  entryPrepared: quiet(1, (body: { preparedEntry: PreparedEntry }, things) => [
    put(things, 'preparedEntry', body.preparedEntry),
  ]),

  preparedEntryDropped: quiet(1, (body: { preparedId: string; at: Instant }, things) => [
    change(things, 'preparedEntry', body.preparedId, { droppedAt: body.at }),
  ]),

  preparedEntryShared: quiet(1, (body: { preparedId: string; entryId: string; at: Instant }, things) => [
    change(things, 'preparedEntry', body.preparedId, { sharedAs: body.entryId, sharedAt: body.at }),
  ]),
} satisfies RecordRules
