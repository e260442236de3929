import type { Item } from '../things/agenda'
import { holdsChair, notYourPointer, openMeetingOf } from './holding-the-chair'
import { missingToConclude } from './gate'
import { recorded } from '../records/records'
import { stands } from '../things/entries-standing'
import { type Asking, type Decided, findItem, isRefusal, refuse } from '../asking'
import { type FilledIn, inItem, line, optionalLine } from '../fields'

export const standingDecision = (asking: Asking, item: Item) =>
  asking.things.all('decision').find((entry) => entry.itemId === item.id && stands(entry))

export const concludeItemFields = { ...inItem, without: optionalLine }

export const concludeItem = (asking: Asking, command: FilledIn<typeof concludeItemFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  if (!holdsChair(asking, meeting)) return notYourPointer
  const item = findItem(asking, meeting.id, command.itemId)
  if (isRefusal(item)) return item
  if (item.status === 'concluded') return refuse('already_done', 'This case is concluded.')
  const { things, context, viewer } = asking
  const missing = missingToConclude({
    item,
    decisions: things.all('decision'),
    interventions: things.all('intervention'),
    victims: things.all('victim').filter((victim) => victim.caseId === item.caseId),
  })
  if (missing.length > 0 && !command.without) {
    return {
      ok: false,
      code: 'gate',
      message:
        'The case cannot be concluded yet. Complete what is missing, or record why the panel goes on without it.',
      missing,
      fields: [{ field: 'without', message: 'Say why the panel goes on without what is missing.' }],
    }
  }
  const decision = standingDecision(asking, item)
  const dissenting = things
    .all('position')
    .filter((entry) => entry.decisionId === decision?.id && entry.stance === 'dissents' && stands(entry))
  return [
    recorded('itemConcluded', {
      itemId: item.id,
      at: context.now,
      by: viewer.memberId,
      without: missing.length > 0 ? `${command.without} (Missing: ${missing.join(' ')})` : null,
      outcome: decision?.outcome ?? null,
      broughtBackReason: decision?.outcome === 'bring_back' ? decision.reason : null,
      dissentingAgencyIds: dissenting.map((entry) => entry.agencyId),
    }),
  ]
}

export const reopenItemFields = { ...inItem, reason: line('Say why the case is opened again.') }

export const reopenItem = (asking: Asking, command: FilledIn<typeof reopenItemFields>): Decided => {
  const meeting = openMeetingOf(asking, command.meetingId)
  if (isRefusal(meeting)) return meeting
  const item = findItem(asking, meeting.id, command.itemId)
  if (isRefusal(item)) return item
  if (item.status !== 'concluded') return refuse('already_done', 'This case is open.')
  return [recorded('itemReopened', { itemId: item.id, reason: command.reason })]
}
