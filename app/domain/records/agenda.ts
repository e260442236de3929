import type { Item, MeetingSeries, Circulation } from '../things/agenda'
import { put, change } from './changes'
import type { ItemKind } from '../catalogues/agenda'
import type { Day } from '../dates/day'
import type { AgencyReturn } from '../things/returns'
import { meetingOf } from './meeting'
import { quiet, told, type RecordRules } from './record'

export const agendaRecords = {
  caseListed: quiet(1, (body: { item: Item }, things) => [put(things, 'item', body.item)]),

  itemChanged: quiet(
    1,
    (body: { itemId: string; itemKind: ItemKind; minutes: number; presenterId: string | null }, things) => [
      change(things, 'item', body.itemId, {
        kind: body.itemKind,
        minutes: body.minutes,
        presenterId: body.presenterId,
      }),
    ],
  ),

  itemInvited: quiet(1, (body: { itemId: string; agencyIds: string[] | null }, things) => [
    change(things, 'item', body.itemId, { invitedAgencyIds: body.agencyIds }),
  ]),

  agendaOrdered: quiet(1, (body: { meetingId: string; itemIds: string[] }, things) =>
    body.itemIds.flatMap((itemId, index) =>
      things.get('item', itemId)?.position === index + 1
        ? []
        : [change(things, 'item', itemId, { position: index + 1 })],
    ),
  ),

  itemRemoved: quiet(1, (body: { itemId: string; reason: string }, things) => [
    change(things, 'item', body.itemId, { status: 'removed', statusReason: body.reason }),
  ]),

  itemPutOnNoteOnlyLane: quiet(1, (body: { itemId: string; reason: string }, things) => [
    change(things, 'item', body.itemId, { lane: 'note_only', noteOnlyReason: body.reason }),
  ]),

  itemBroughtToDiscussion: quiet(1, (body: { itemId: string }, things) => [
    change(things, 'item', body.itemId, { lane: 'discuss', noteOnlyReason: null }),
  ]),

  meetingSeriesSet: quiet(1, (body: { series: MeetingSeries }, things) => [
    put(things, 'meetingSeries', body.series),
  ]),

  meetingSeriesEnded: quiet(1, (body: { seriesId: string; on: Day; reason: string }, things) => [
    change(things, 'meetingSeries', body.seriesId, { endedOn: body.on, endedReason: body.reason }),
  ]),

  // The day on which an agenda first went out is the day its notice is counted from; later versions change no notice.
  agendaCirculated: told(1, (body: { circulation: Circulation; agencyReturns: AgencyReturn[] }, things) => [
    put(things, 'circulation', body.circulation),
    ...(body.circulation.version === 1 && !meetingOf(things, body.circulation.meetingId).agendaCirculatedOn
      ? [
          change(things, 'meeting', body.circulation.meetingId, {
            agendaCirculatedOn: body.circulation.circulatedOn,
          }),
        ]
      : []),
    ...body.agencyReturns.map((one) => put(things, 'agencyReturn', one)),
  ]),
} satisfies RecordRules
