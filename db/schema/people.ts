import type { TablesOf } from '../kit'
import type { PeopleThings } from '../../app/domain/things/people'
import { areas, panels } from './panel'
import { index, instant, instantOrNull, json, key, table, text, textOrNull, uniqueIndex } from '../kit'

export const persons = table(
  'persons',
  {
    id: key(),
    areaId: text().references(() => areas.id),
    panelId: text().references(() => panels.id),
    ref: text(),
    givenName: text(),
    familyName: text(),
    aliases: json<string[]>(),
    dateOfBirth: textOrNull(),
    otherDatesOfBirth: json<string[]>().default([]),
    gender: textOrNull(),
    ethnicity: textOrNull(),
    firstLanguage: textOrNull(),
  },
  (t) => [uniqueIndex('persons_ref').on(t.areaId, t.ref)],
)

export const personMerges = table(
  'person_merges',
  {
    id: key(),
    panelId: text().references(() => panels.id),
    keptId: text().references(() => persons.id),
    mergedId: text().references(() => persons.id),
    mergedName: text(),
    caseIds: json<string[]>(),
    incidentIds: json<string[]>().default([]),
    aliasesBefore: json<string[]>(),
    otherDatesBefore: json<string[]>(),
    reason: text(),
    at: instant(),
    by: text(),
    undoneAt: instantOrNull(),
    undoneBy: textOrNull(),
    undoneReason: textOrNull(),
  },
  (t) => [index('person_merges_panel').on(t.panelId)],
)

export const peopleTables = {
  person: persons,
  personMerge: personMerges,
} as const satisfies TablesOf<PeopleThings>
