import type { AgendaThings, Circulation, Item, MeetingSeries } from '../things/agenda'
import { initialsOf } from './initials'
import { shows, type SightsOf } from './kind-sight'
import { atDesk, isOwnPanel, sits, isOfMeetingLookedAt, isOutOf, isOpenTo, type Sight } from './sight'

const anotherItem = (item: Item) => ({
  another: true as boolean,
  meetingId: item.meetingId,
  position: item.position,
  minutes: item.minutes,
  caseId: null as string | null,
  caseRef: null as string | null,
  initials: null as string | null,
  itemKind: null as Item['kind'] | null,
  presenterId: null as string | null,
  lane: 'discuss' as Item['lane'],
  noteOnlyReason: null as string | null,
  status: (item.status === 'removed' ? 'removed' : 'listed') as Item['status'],
  statusReason: null as string | null,
  concludedAt: null as Item['concludedAt'],
  concludedWithout: null as string | null,
  secondsSpent: 0,
  invitedAgencyIds: null as string[] | null,
  lateReason: null as string | null,
  outcome: null as Item['outcome'],
  broughtBackReason: null as string | null,
  safetyAnswered: [] as string[],
})

const isOutOfItem = (sight: Sight, item: Item): boolean =>
  isOutOf(sight, item.caseId) || sight.outOfItems.has(item.id)

export const agendaSight = {
  // An agenda line: reference, initials and kind for those invited; “another item” for the rest, which says nothing of whose
  // it is or how far the panel has come with it. In a case file there is no other item: there it is absent. What people wrote
  // about the case is not said before confidentiality is accepted, and never on the wall.
  item: shows({
    seenBy: (sight, item: Item) =>
      sits(sight) &&
      isOwnPanel(sight, item.panelId) &&
      isOfMeetingLookedAt(sight, item.meetingId) &&
      (sight.meetingId !== null || !isOutOfItem(sight, item)),
    parts: (sight, item) => {
      const itsCase = sight.things.get('case', item.caseId)
      const person = sight.things.get('person', itsCase?.personId)
      const caseContent = isOpenTo(sight, item.caseId)
      return {
        another: isOutOfItem(sight, item),
        caseRef: itsCase?.ref ?? null,
        initials: person ? initialsOf(person) : null,
        caseContent,
        words: caseContent && atDesk(sight),
      }
    },
    leaves: (item, parts) =>
      parts.another
        ? anotherItem(item)
        : {
            another: false as boolean,
            meetingId: item.meetingId,
            position: item.position,
            minutes: item.minutes,
            caseId: item.caseId as string | null,
            caseRef: parts.caseRef,
            initials: parts.initials,
            itemKind: item.kind as Item['kind'] | null,
            presenterId: item.presenterId,
            lane: item.lane,
            noteOnlyReason: parts.words ? item.noteOnlyReason : null,
            status: item.status,
            statusReason: parts.words ? item.statusReason : null,
            concludedAt: item.concludedAt,
            concludedWithout: parts.words ? item.concludedWithout : null,
            secondsSpent: item.secondsSpent,
            invitedAgencyIds: item.invitedAgencyIds,
            lateReason: parts.words ? item.lateReason : null,
            outcome: parts.caseContent ? item.outcome : null,
            broughtBackReason: parts.words ? item.broughtBackReason : null,
            safetyAnswered: parts.caseContent ? item.safetyAnswered : [],
          },
    turns: (before, after) => before?.invitedAgencyIds !== after.invitedAgencyIds,
  }),

  // When the panel meets is for who sits on it.
  meetingSeries: shows({
    seenBy: (sight, series: MeetingSeries) =>
      atDesk(sight) && sits(sight) && isOwnPanel(sight, series.panelId),
    leaves: (thing) => ({
      rhythm: thing.rhythm,
      everyWeeks: thing.everyWeeks,
      placeInMonth: thing.placeInMonth,
      weekday: thing.weekday,
      startsOn: thing.startsOn,
      startsAt: thing.startsAt,
      venue: thing.venue,
      minutesPlanned: thing.minutesPlanned,
      cutOffWorkingDays: thing.cutOffWorkingDays,
      onBankHoliday: thing.onBankHoliday,
      endedOn: thing.endedOn,
      endedReason: thing.endedReason,
    }),
    turns: 'nothing',
  }),

  // The agenda as it went out: who sits on the panel, with each line as they may see its item. What a reader is out of went
  // out to them as another item.
  circulation: shows({
    seenBy: (sight, circulation: Circulation) =>
      atDesk(sight) && sits(sight) && isOwnPanel(sight, circulation.panelId),
    parts: (sight, circulation) => ({
      outOf: circulation.lines
        .map((line) => line.caseId)
        .filter((caseId) => isOutOf(sight, caseId))
        .join(' '),
      withWords: sight.caseContent,
    }),
    leaves: (thing, parts) => {
      const isOut = (caseId: string) => parts.outOf.split(' ').includes(caseId)
      return {
        meetingId: thing.meetingId,
        version: thing.version,
        lines: thing.lines.map((line) => ({
          itemId: line.itemId,
          minutes: line.minutes,
          kind: isOut(line.caseId) ? null : line.kind,
          lane: isOut(line.caseId) ? ('discuss' as const) : line.lane,
          presenterId: isOut(line.caseId) ? null : line.presenterId,
        })),
        circulatedAt: thing.circulatedAt,
        circulatedOn: thing.circulatedOn,
        circulatedBy: thing.circulatedBy,
        noticeDays: thing.noticeDays,
        noticeAsked: thing.noticeAsked,
        shortNoticeReason: parts.withWords ? thing.shortNoticeReason : null,
        returnsDueOn: thing.returnsDueOn,
        told: thing.tellMemberIds.length,
      }
    },
    turns: 'nothing',
  }),
} satisfies SightsOf<AgendaThings>
