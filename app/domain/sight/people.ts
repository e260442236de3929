import type { PeopleThings, Person, PersonMerge } from '../things/people'
import { maySeeIncident } from './candidates'
import { shows, type SightsOf } from './kind-sight'
import { atDesk, isOwnPanel, runs, maySeeCase } from './sight'

export const peopleSight = {
  // Of the case file: members who may see a case about him, or something on record of him. Never on the wall, which shows
  // initials only.
  person: shows({
    seenBy: (sight, person: Person) =>
      atDesk(sight) &&
      (sight.things
        .all('case')
        .some((one) => one.personId === person.id && maySeeCase(sight, one.id, one.panelId)) ||
        sight.things.all('incident').some((one) => one.personId === person.id && maySeeIncident(sight, one))),
    leaves: (thing) => ({
      personRef: thing.ref,
      givenName: thing.givenName,
      familyName: thing.familyName,
      aliases: thing.aliases,
      dateOfBirth: thing.dateOfBirth,
      otherDatesOfBirth: thing.otherDatesOfBirth,
      gender: thing.gender,
      ethnicity: thing.ethnicity,
      firstLanguage: thing.firstLanguage,
    }),
    turns: 'everything',
  }),

  // A merge tells that there are cases under another name: only to chair and coordinator, and only where they may see
  // every case that changed hands.
  personMerge: shows({
    seenBy: (sight, merge: PersonMerge) =>
      atDesk(sight) &&
      runs(sight) &&
      isOwnPanel(sight, merge.panelId) &&
      merge.caseIds.every((caseId) => maySeeCase(sight, caseId, merge.panelId)),
    leaves: (thing) => ({
      keptId: thing.keptId,
      mergedName: thing.mergedName,
      caseIds: thing.caseIds,
      reason: thing.reason,
      at: thing.at,
      by: thing.by,
      undoneAt: thing.undoneAt,
      undoneBy: thing.undoneBy,
      undoneReason: thing.undoneReason,
    }),
    turns: 'nothing',
  }),
} satisfies SightsOf<PeopleThings>
