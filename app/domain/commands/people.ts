import { command } from './command'
import { byRunners } from './permission'
import { ofMerging, ofUnmerging } from './scope'
import {
  mergePersons,
  mergePersonsFields,
  unmergePersons,
  unmergePersonsFields,
} from '../people/person-merge'

export const peopleCommands = {
  mergePersons: command({
    fields: mergePersonsFields,
    scope: ofMerging,
    may: byRunners,
    decide: mergePersons,
  }),
  unmergePersons: command({
    fields: unmergePersonsFields,
    scope: ofUnmerging,
    may: byRunners,
    decide: unmergePersons,
  }),
}
