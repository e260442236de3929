import { runsPanel } from '../../app/domain/sight/viewer'
import { meetingThatAnswers } from '../../app/domain/agenda/brought-to-panel'
import { dueCases, type DueCase } from '../../app/domain/agenda/due-cases'
import { awaitsDisclosure, relistState } from '../../app/domain/case/happening-prompts'
import { standingOf, type Ladder } from '../../app/domain/follow-up/ladder'
import { localDay } from '../../app/domain/dates/local-time'
import { policyOf } from '../../app/domain/panel/policy'
import { seenOf } from '../../app/domain/sight/sees'
import { sightOf } from '../../app/domain/sight/sight'
import { initialsOf } from '../../app/domain/sight/initials'
import { loadDueCases } from '../../db/things/load-due-cases'
import type { Store } from '../../db/store'
import { createEnter } from '../accounts/entrance'
import type { Session } from '../accounts/sessions'

interface Settings {
  store: Store
  mayEnterPanel: (session: Session, panel: { secondFactorRequired: boolean }) => boolean
  clock: () => number
}

/** What is due on an agenda and why, from what this person may see: for those who build the agenda, nothing for others. */
export const createDueReads = ({ store, mayEnterPanel, clock }: Settings) => {
  const enter = createEnter(mayEnterPanel)
  return {
    dueFor: async (session: Session, panelId: string, meetingDay: string): Promise<DueCase[]> => {
      const things = await store.snapshot((tx) => loadDueCases(tx, panelId))
      const viewer = things && enter(session, things, panelId)
      if (!things || !viewer || 'ok' in viewer) return []
      if (!runsPanel(viewer)) return []
      const today = localDay(clock())
      // A meeting that missed its day is held today at the earliest: what has come up since is due at it.
      const on = meetingDay < today ? today : meetingDay
      const sight = sightOf(viewer, things, null)
      const people = new Map(seenOf(sight, 'person').map((person) => [person.id, person]))
      const meetings = new Map(seenOf(sight, 'meeting').map((meeting) => [meeting.id, meeting]))
      const until = new Map(seenOf(sight, 'decision').map((decision) => [decision.itemId, decision.until]))
      const itemsOf = grouped(seenOf(sight, 'item'), (item) => item.caseId ?? '')
      const incidentsOf = grouped(seenOf(sight, 'incident'), (incident) => incident.caseId ?? '')
      const actionsOf = grouped(seenOf(sight, 'action'), (action) => action.caseId)
      const requestsOf = grouped(seenOf(sight, 'request'), (request) => request.caseId)
      const { happeningNoticeDays, ladderMeetings, chasesBeforeChair } = policyOf(things, panelId)
      const ladder: Ladder = {
        today,
        meetings: [...meetings.values()],
        ladderMeetings,
        chasesBeforeChair,
      }
      const [items, held] = [seenOf(sight, 'item'), [...meetings.values()]]
      const happeningsOf = grouped(seenOf(sight, 'happening'), (happening) => happening.caseId)
      const candidaciesOf = grouped(seenOf(sight, 'candidacy'), (candidacy) => candidacy.caseId)
      const promptsOf = (caseId: string) => [
        ...(happeningsOf.get(caseId) ?? []).flatMap((happening) => {
          const due = relistState(happening, { on, today }, happeningNoticeDays, items, held).state === 'due'
          return due ? [{ reason: `happened_${happening.happeningKind}` as const, day: happening.day }] : []
        }),
        ...(happeningsOf.get(caseId) ?? []).flatMap((happening) =>
          awaitsDisclosure(happening)
            ? [{ reason: 'disclosure' as const, day: happening.disclosureDue ?? happening.day }]
            : [],
        ),
        ...(candidaciesOf.get(caseId) ?? [])
          .filter(
            (one) =>
              one.withdrawnAt === null &&
              !meetingThatAnswers(
                caseId,
                { from: one.putForwardOn, at: one.putForwardAt },
                today,
                items,
                held,
              ),
          )
          .map((one) => ({ reason: 'candidate' as const, day: one.putForwardOn })),
      ]
      const weighed = seenOf(sight, 'case').map((one) => {
        const person = people.get(one.personId)
        const actions = (actionsOf.get(one.id) ?? []).filter((action) => action.endedAt === null)
        const cameToChair = [
          ...actions,
          ...(requestsOf.get(one.id) ?? []).filter((request) => request.state === 'outstanding'),
        ].filter((owed) => standingOf(owed, ladder) === 'escalated')
        return {
          id: one.id,
          ref: one.caseRef,
          initials: person ? initialsOf(person) : '',
          referredOn: one.referredOn,
          acceptedOn: one.acceptedOn,
          notAcceptedOn: one.notAcceptedOn,
          closedOn: one.closedOn,
          contactStatus: one.contactStatus,
          items: (itemsOf.get(one.id) ?? []).flatMap((item) => {
            const meeting = meetings.get(item.meetingId)
            return meeting
              ? [
                  {
                    date: meeting.date,
                    held: meeting.status === 'closed',
                    status: item.status,
                    outcome: item.outcome,
                    until: until.get(item.id) ?? null,
                  },
                ]
              : []
          }),
          incidents: (incidentsOf.get(one.id) ?? []).map((incident) => ({
            date: incident.date,
            breach: incident.incidentKind === 'breach_of_order',
          })),
          prompts: promptsOf(one.id),
          withChair: cameToChair.map((owed) => owed.due),
          actionsDue: actions.filter((action) => !cameToChair.includes(action)).map((action) => action.due),
        }
      })
      return dueCases(weighed, on, today, policyOf(things, panelId))
    },
  }
}

const grouped = <T>(list: readonly T[], by: (one: T) => string): Map<string, T[]> => {
  const groups = new Map<string, T[]>()
  for (const one of list) {
    const group = groups.get(by(one))
    if (group) group.push(one)
    else groups.set(by(one), [one])
  }
  return groups
}
