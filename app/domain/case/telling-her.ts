import { isRefusal, notFound, refuse, refuseField, type Asking, type Decided } from '../asking'
import { dueFrom } from '../due-from'
import { stands } from '../things/entries-standing'

import { calendarOf } from '../panel/panel-calendar'
import { policyOf } from '../panel/policy'
import { recorded, type PanelRecord } from '../records/records'
import { mayReadTelling } from '../sight/minutes'
import { isOutOf, onceJoined, sightOf } from '../sight/sight'
import { viewerOf } from '../sight/viewer'
import type { Telling } from '../things/minutes'
import type { Item } from '../things/agenda'
import { addWorkingDays } from '../dates/working-days'
import { id, line, optionalLine } from '../fields'
import { z } from 'zod'
import { tellingEndKeys } from '../catalogues/case'
import type { FilledIn } from '../fields'

// TELLING HER (domain 3 and 4). What the panel decides about him, she is told by someone she can trust, in a way that is
// safe, by a day that the panel can see: or someone says why it is not safe to tell her. Closing the meeting opens one for
// each victim-survivor of each decided case, so that none is forgotten. Its words follow her safety record: whoever may
// read that, reads this; everyone else on the case sees that it is open or done. It never leaves by mail, nor on the wall.

/** One for each victim-survivor of each case that was decided at this meeting. */
export const tellingsAtClose = (asking: Asking, items: readonly Item[]): PanelRecord[] => {
  const { things, context, viewer } = asking
  const decided = items.filter(
    (item) =>
      item.status === 'concluded' &&
      things.all('decision').some((decision) => decision.itemId === item.id && stands(decision)),
  )
  const policy = policyOf(things, viewer.panelId)
  const due = addWorkingDays(context.today, policy.tellHerWorkingDays, calendarOf(policy))
  return decided.flatMap((item) =>
    things
      .all('victim')
      .filter((victim) => victim.caseId === item.caseId)
      .map((victim) =>
        recorded('tellingOpened', {
          telling: {
            id: context.newId(),
            panelId: item.panelId,
            caseId: item.caseId,
            victimId: victim.id,
            meetingId: item.meetingId,
            itemId: item.id,
            invitedAgencyIds: item.invitedAgencyIds,
            openedAt: context.now,
            due,
            tellerMemberId: null,
            what: '',
            how: '',
            safely: '',
            plannedAt: null,
            plannedBy: null,
            state: 'open',
            outcome: '',
            doneAt: null,
            doneBy: null,
          },
        }),
      ),
  )
}

/** To whoever may not see the case there is no telling; to whoever may not read her safety record, it is not theirs to do. */
const openTellingOf = (
  asking: Asking,
  command: { caseId: string; tellingId: string },
): Telling | ReturnType<typeof refuse> => {
  const telling = asking.things.get('telling', command.tellingId)
  const sight = sightOf(asking.viewer, asking.things, null)
  if (!telling || telling.caseId !== command.caseId || telling.panelId !== asking.viewer.panelId)
    return notFound
  if (!sight.caseContent || isOutOf(sight, telling.caseId)) return notFound
  if (!mayReadTelling(sight, telling))
    return refuse(
      'not_allowed',
      'Only those who may read her safety record plan how she is told, and say that she was.',
    )
  if (telling.state !== 'open')
    return refuse('already_done', 'This is done. What she was told, and when, stands on record.')
  return telling
}

export const planTellingFields = {
  caseId: id('Say which case.'),
  tellingId: id('Choose whom this is about.'),
  tellerMemberId: id('Choose who tells her.'),
  what: line('Write what she is told.'),
  how: line('Write how: by telephone, in person, through whom.'),
  safely: line('Write how this is done safely: when, where, and who must not know.'),
  due: optionalLine,
}

export const planTelling = (asking: Asking, command: FilledIn<typeof planTellingFields>): Decided => {
  const telling = openTellingOf(asking, command)
  if (isRefusal(telling)) return telling
  const { things, context, viewer } = asking
  const member = things.get('member', command.tellerMemberId)
  const teller =
    member?.active && member.panelId === viewer.panelId
      ? viewerOf(things, member.accountId, viewer.panelId)
      : undefined
  if (!teller) return refuseField('tellerMemberId', 'Choose a member of this panel.')
  if (!mayReadTelling(onceJoined(sightOf(teller, things, null)), telling)) {
    return refuseField(
      'tellerMemberId',
      'Whoever tells her must know how she can be reached safely. Name them in her safety record first, or choose someone who may read it.',
    )
  }
  const due = command.due === '' ? telling.due : dueFrom(asking, command.due, 'due', telling.due)
  if (isRefusal(due)) return due
  return [
    recorded('tellingPlanned', {
      tellingId: telling.id,
      tellerMemberId: command.tellerMemberId,
      what: command.what,
      how: command.how,
      safely: command.safely,
      due,
      by: viewer.memberId,
      at: context.now,
    }),
  ]
}

export const recordToldFields = {
  caseId: id('Say which case.'),
  tellingId: id('Choose whom this is about.'),
  state: z.enum(tellingEndKeys, { error: 'Say whether she has been told.' }),
  outcome: line('Write how it went, or why it would not be safe.'),
}

export const recordTold = (asking: Asking, command: FilledIn<typeof recordToldFields>): Decided => {
  const telling = openTellingOf(asking, command)
  if (isRefusal(telling)) return telling
  return [
    recorded('tellingEnded', {
      tellingId: telling.id,
      state: command.state,
      outcome: command.outcome,
      by: asking.viewer.memberId,
      at: asking.context.now,
    }),
  ]
}
