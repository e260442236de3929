import { instantOfLocal } from '../dates/local-time'
import type { Member, Panel } from '../things/panel'
import type { Item } from '../things/agenda'
import type { ImportFolder, ImportRow } from './import-folder'
import type { Importing } from './importing'
import { eachInPieces, type InPieces } from './pieces'

// Meetings with their agendas, who came, what was returned and who declared an interest. A meeting that the folder knows
// the result of has been held: it comes in closed, its items concluded. Any other is still to be held in the room.

const startingMinutes = 7
const minute = 60_000

export type MemberCalled = (panel: Panel, name: string) => Member

const wasHeld = (row: ImportRow<'meetings'>, today: string, decided: ReadonlySet<string>): boolean =>
  row.date <= today && (row.minutes_taken !== null || decided.has(meetingKey(row)))

const meetingKey = ({ panel, meeting_ref }: { panel: string; meeting_ref: string }) =>
  JSON.stringify([panel, meeting_ref])

const addMeeting = (importing: Importing, row: ImportRow<'meetings'>, decided: ReadonlySet<string>): void => {
  const panel = importing.get('panel', row.panel)
  const policy = importing.policyOf(panel.id)
  const startsAt = row.starts_at ?? policy.usualTime
  const minutesPlanned = row.minutes_planned ?? policy.meetingMinutes
  const held = wasHeld(row, importing.context.today, decided)
  const openedAt = held ? instantOfLocal(row.date, startsAt) : null
  importing.add('meeting', {
    id: importing.context.newId(),
    panelId: panel.id,
    ref: row.meeting_ref,
    date: row.date,
    startsAt,
    venue: row.place ?? policy.usualPlace,
    minutesPlanned,
    minutesTaken: row.minutes_taken,
    agendaCirculatedOn: row.agenda_circulated_on,
    cutOffOn: null,
    seriesId: null,
    seriesDay: null,
    status: held ? 'closed' : 'planned',
    openedAt,
    openedBy: null,
    inquorateReason: null,
    policyVersion: null,
    closedAt: openedAt === null ? null : openedAt + (row.minutes_taken ?? minutesPlanned) * minute,
    closedBy: null,
    closedReason: null,
    chairId: null,
    itemId: null,
    step: 'introduce',
    itemSince: null,
    trail: [],
  })
}

const meetingOf = (importing: Importing, row: { panel: string; meeting_ref: string }) => {
  const panel = importing.get('panel', row.panel)
  return { panel, meeting: importing.get('meeting', panel.id, row.meeting_ref) }
}

const addItem = (importing: Importing, row: ImportRow<'agenda'>, memberCalled: MemberCalled): void => {
  const { panel, meeting } = meetingOf(importing, row)
  const held = meeting.status === 'closed'
  const result: Pick<
    Item,
    'status' | 'concludedAt' | 'secondsSpent' | 'outcome' | 'broughtBackReason' | 'dissentingAgencyIds'
  > = held
    ? {
        status: 'concluded',
        concludedAt: meeting.closedAt,
        secondsSpent: (row.minutes_taken ?? 0) * 60,
        outcome: row.outcome,
        broughtBackReason: row.brought_back_reason,
        dissentingAgencyIds: (row.dissenting_agencies ?? []).map(
          (name) => importing.get('agency', panel.id, name).id,
        ),
      }
    : {
        status: 'listed',
        concludedAt: null,
        secondsSpent: 0,
        outcome: null,
        broughtBackReason: null,
        dissentingAgencyIds: [],
      }
  importing.add('item', {
    id: importing.context.newId(),
    panelId: panel.id,
    meetingId: meeting.id,
    caseId: importing.get('case', panel.id, row.case_ref).id,
    position: row.position,
    kind: row.kind,
    minutes: row.minutes_planned ?? startingMinutes,
    presenterId: row.presenter === null ? null : memberCalled(panel, row.presenter).id,
    lane: row.kind === 'note_only' ? 'note_only' : 'discuss',
    noteOnlyReason: null,
    statusReason: null,
    concludedBy: null,
    concludedWithout: null,
    invitedAgencyIds: null,
    lateReason: null,
    safetyAnswered: [],
    ...result,
  })
}

const addAttendance = (importing: Importing, row: ImportRow<'attendance'>): void => {
  const { panel, meeting } = meetingOf(importing, row)
  importing.add('attendance', {
    id: importing.context.newId(),
    panelId: panel.id,
    meetingId: meeting.id,
    agencyId: importing.get('agency', panel.id, row.agency).id,
    memberId: null,
    status: row.status,
    deputyFor: null,
    note: null,
    joinedAt: null,
    leftAt: null,
    acceptedAt: null,
    acceptedVersion: null,
    history: [],
  })
}

const addReturn = (importing: Importing, row: ImportRow<'returns'>): void => {
  const { panel, meeting } = meetingOf(importing, row)
  const caseId = importing.get('case', panel.id, row.case_ref).id
  const itemId = importing.get('item', meeting.id, caseId).id
  const agencyId = importing.get('agency', panel.id, row.agency).id
  importing.add('agencyReturn', {
    id: `${itemId}~${agencyId}`,
    panelId: panel.id,
    meetingId: meeting.id,
    itemId,
    caseId,
    agencyId,
    state: row.state,
    askedOn: row.asked_on,
    dueOn: null,
    returnedOn: row.returned_on,
    declinedReason: null,
    timesChased: 0,
    chasedAt: null,
    spokenAt: null,
    spokenMarkedBy: null,
  })
}

const addConflict = (importing: Importing, row: ImportRow<'conflicts'>, memberCalled: MemberCalled): void => {
  const panel = importing.get('panel', row.panel)
  const memberId = memberCalled(panel, row.member).id
  importing.add('conflict', {
    id: importing.context.newId(),
    panelId: panel.id,
    caseId: importing.get('case', panel.id, row.case_ref).id,
    memberId,
    reason: row.reason,
    declaredAt: instantOfLocal(row.declared_on, '00:00'),
    declaredBy: memberId,
    withdrawnAt: null,
    withdrawnReason: null,
  })
}

export function* importMeetings(
  importing: Importing,
  folder: ImportFolder,
  memberCalled: MemberCalled,
): InPieces<void> {
  const decided = new Set<string>()
  yield* eachInPieces(folder.agenda, (row) => row.outcome !== null && decided.add(meetingKey(row)))
  yield* eachInPieces(folder.meetings, (row) => addMeeting(importing, row, decided))
  yield* eachInPieces(folder.agenda, (row) => addItem(importing, row, memberCalled))
  yield* eachInPieces(folder.attendance, (row) => addAttendance(importing, row))
  yield* eachInPieces(folder.returns, (row) => addReturn(importing, row))
  yield* eachInPieces(folder.conflicts, (row) => addConflict(importing, row, memberCalled))
}
