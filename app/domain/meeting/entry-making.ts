import type { EntryKind } from '../things/entries'
import { makeShare } from './makers/share'
import { makeLever } from './makers/lever'
import { makeFinding } from './makers/finding'
import { makeDecision } from './makers/decision'
import { makePosition } from './makers/position'
import { makeIntervention } from './makers/intervention'
import { makeAction } from './makers/action'
import { makeRequest } from './makers/request'
import { makeSafetyCheck } from './makers/safety-check'
import type { Maker } from './makers/making'

// What is recorded live (domain 4). Each of these makes one kind of entry from what a person filled in, or refuses
// with the field and the mend. Decisions, positions and findings are the panel's own and are for all of it; a safety
// check is for the safety circle; anything a victim-survivor told is for the safety circle unless its author says
// otherwise, and is marked as not for him.

export const makers: { [K in EntryKind]: Maker<K> } = {
  share: makeShare,
  lever: makeLever,
  finding: makeFinding,
  decision: makeDecision,
  position: makePosition,
  intervention: makeIntervention,
  action: makeAction,
  request: makeRequest,
  safetyCheck: makeSafetyCheck,
}
