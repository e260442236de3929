import type { TablesOf } from '../kit'
import type { MinutesThings } from '../../app/domain/things/minutes'
import type { TellingState } from '../../app/domain/catalogues/case'
import { cases, victims } from './case'
import {
  index,
  instant,
  instantOrNull,
  int,
  jsonOrNull,
  key,
  table,
  text,
  textOrNull,
  uniqueIndex,
} from '../kit'
import { meetings } from './meeting'
import { panels } from './panel'

export const tellings = table(
  'tellings',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    caseId: text().references(() => cases.id),
    victimId: text().references(() => victims.id),
    meetingId: text().references(() => meetings.id),
    itemId: text(),
    invitedAgencyIds: jsonOrNull<string[]>(),
    openedAt: instant(),
    due: text(),
    tellerMemberId: textOrNull(),
    what: text(),
    how: text(),
    safely: text(),
    plannedAt: instantOrNull(),
    plannedBy: textOrNull(),
    state: text<TellingState>(),
    outcome: text(),
    doneAt: instantOrNull(),
    doneBy: textOrNull(),
  },
  (t) => [index('tellings_case').on(t.caseId), index('tellings_panel').on(t.panelId, t.state)],
)

export const minutesVersions = table(
  'minutes_versions',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    number: int(),
    approvedAt: instant(),
    approvedBy: text(),
    distributedAt: instantOrNull(),
    distributedBy: textOrNull(),
    correctedAt: instantOrNull(),
  },
  (t) => [
    uniqueIndex('minutes_versions_number').on(t.meetingId, t.number),
    index('minutes_versions_panel').on(t.panelId),
  ],
)

export const minutesTables = {
  minutesVersion: minutesVersions,
  telling: tellings,
} as const satisfies TablesOf<MinutesThings>
