import type { TablesOf } from '../kit'
import type { ReturnsThings } from '../../app/domain/things/returns'
import type { AgencyEngagement, Holding, ReturnState } from '../../app/domain/catalogues/returns'
import type { Audience } from '../../app/domain/audience'
import type { HandlingMark } from '../../app/domain/catalogues/entries'
import type { PreparedLever, PreparedShare } from '../../app/domain/things/returns'
import { agencies, panels } from './panel'
import { cases } from './case'
import { index, instant, instantOrNull, int, json, jsonOrNull, key, table, text, textOrNull } from '../kit'
import { items } from './agenda'
import { meetings } from './meeting'

export const agencyReturns = table(
  'agency_returns',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    meetingId: text().references(() => meetings.id),
    itemId: text().references(() => items.id),
    caseId: text(),
    agencyId: text().references(() => agencies.id),
    state: text<ReturnState>(),
    askedOn: textOrNull(),
    dueOn: textOrNull(),
    returnedOn: textOrNull(),
    declinedReason: textOrNull(),
    timesChased: int().default(0),
    chasedAt: instantOrNull(),
    spokenAt: instantOrNull(),
    spokenMarkedBy: textOrNull(),
  },
  (t) => [index('agency_returns_meeting').on(t.meetingId)],
)

const returnColumns = () => ({
  id: key(),
  panelId: text().references(() => panels.id),
  meetingId: text().references(() => meetings.id),
  itemId: text().references(() => items.id),
  caseId: text().references(() => cases.id),
  agencyId: text().references(() => agencies.id),
})

export const researchReturns = table(
  'research_returns',
  {
    ...returnColumns(),
    holding: text<Holding>(),
    engagement: textOrNull<AgencyEngagement>(),
    writtenBy: text(),
    writtenAt: instant(),
  },
  (t) => [index('research_returns_meeting').on(t.meetingId)],
)

export const preparedEntries = table(
  'prepared_entries',
  {
    ...returnColumns(),
    preparedBy: text(),
    preparedAt: instant(),
    what: text(),
    audience: json<Audience>(),
    handling: json<HandlingMark[]>(),
    share: jsonOrNull<PreparedShare>(),
    lever: jsonOrNull<PreparedLever>(),
    sharedAs: textOrNull(),
    sharedAt: instantOrNull(),
    droppedAt: instantOrNull(),
  },
  (t) => [index('prepared_entries_meeting').on(t.meetingId)],
)

export const returnTables = {
  agencyReturn: agencyReturns,
  researchReturn: researchReturns,
  preparedEntry: preparedEntries,
} as const satisfies TablesOf<ReturnsThings>
