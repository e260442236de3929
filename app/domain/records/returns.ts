import type { AgencyReturn, ResearchReturn, PreparedEntry } from '../things/returns'
import { put, change } from './changes'
import type { Instant } from '../dates/day'
import { record, type RecordRules } from './record'

export const returnRecords = {
  returnRecorded: record(2, (body: { agencyReturn: AgencyReturn }, things) => [
    put(things, 'agencyReturn', body.agencyReturn),
  ]),

  agencyHeard: record(2, (body: { agencyReturn: AgencyReturn }, things) => [
    put(things, 'agencyReturn', body.agencyReturn),
  ]),

  researchReturned: record(
    1,
    (body: { researchReturn: ResearchReturn; agencyReturn: AgencyReturn }, things) => [
      put(things, 'researchReturn', body.researchReturn),
      put(things, 'agencyReturn', body.agencyReturn),
    ],
  ),

  returnsChased: record(
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

  entryPrepared: record(1, (body: { preparedEntry: PreparedEntry }, things) => [
    put(things, 'preparedEntry', body.preparedEntry),
  ]),

  preparedEntryDropped: record(1, (body: { preparedId: string; at: Instant }, things) => [
    change(things, 'preparedEntry', body.preparedId, { droppedAt: body.at }),
  ]),

  preparedEntryShared: record(1, (body: { preparedId: string; entryId: string; at: Instant }, things) => [
    change(things, 'preparedEntry', body.preparedId, { sharedAs: body.entryId, sharedAt: body.at }),
  ]),
} satisfies RecordRules
