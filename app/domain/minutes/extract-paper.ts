import { decisionOutcomes } from '../catalogues/entries'
import { caseModes, riskLevels } from '../catalogues/case'
import { stands } from '../things/entries-standing'
import { longDate } from '../dates/long-date'
import { entryMarks } from '../meeting/entry-words'
import { entryLine, type PaperReader } from './minutes-paper'
import { dayAndTime, heading, lines, markingOf, paperFileName, words, type Block, type Paper } from './paper'
import {
  agencyName,
  agendaIn,
  allOf,
  oneOf,
  standingOn,
  type RoomView,
  type VisibleItem,
  type VisibleMeeting,
} from '../meeting/room-view'
import type { VisibleByKind } from '../sight/sees'
import type { EntryKind } from '../things/entries'

// AN AGENCY'S EXTRACT (domain 4, "Afterwards"): its own actions and what it needs to know, and no more. A case is in it
// only when the agency has a part in it: something to do or to answer, something it is waiting for, an intervention it
// leads or joins, a lever it holds, or information that was addressed to it by name. Of such a case it gets the decision
// and its own part; what was said to the whole panel stays in the minutes. It is made from what its reader may see, so
// it can only ever say less than the minutes do.

type VisibleEntry = VisibleByKind[EntryKind]

/** What of one item is this agency's, by heading. */
const partsOf = (
  view: RoomView,
  item: VisibleItem,
  agencyId: string,
): (readonly [string, VisibleEntry[]])[] => {
  const on = <K extends EntryKind>(kind: K, mine: (entry: VisibleByKind[K]) => boolean) =>
    standingOn(view, kind, item.id).filter(mine) as VisibleEntry[]
  const parts: [string, VisibleEntry[]][] = [
    ['Yours to do', on('action', (action) => action.ownerAgencyId === agencyId)],
    ['Asked of you', on('request', (request) => request.toAgencyId === agencyId)],
    [
      'You wait for',
      [
        ...on('action', (action) => action.agencyId === agencyId && action.ownerAgencyId !== agencyId),
        ...on('request', (request) => request.agencyId === agencyId),
      ],
    ],
    [
      'Support and disrupt in which you have a part',
      on('intervention', (one) => one.leadAgencyId === agencyId || one.jointAgencyIds.includes(agencyId)),
    ],
    ['Levers you hold', on('lever', (lever) => lever.holderAgencyId === agencyId)],
    [
      'Told to you',
      on(
        'share',
        (share) =>
          share.agencyId !== agencyId &&
          share.audience.kind === 'agencies' &&
          share.audience.agencyIds.includes(agencyId),
      ),
    ],
  ]
  return parts.filter(([, entries]) => entries.length > 0)
}

/** Cases of which this reader's extract says anything: the only ones whose reading it is. */
export const casesInExtract = (view: RoomView, meetingId: string, agencyId: string): Set<string> =>
  new Set(
    agendaIn(view, meetingId).flatMap((item) =>
      item.caseId !== null && partsOf(view, item, agencyId).length > 0 ? [item.caseId] : [],
    ),
  )

const caseBlocks = (view: RoomView, item: VisibleItem, agencyId: string): Block[] => {
  const parts = partsOf(view, item, agencyId)
  if (item.another || parts.length === 0) return []
  const decision = standingOn(view, 'decision', item.id).find(stands)
  const risk = oneOf(view, 'case', item.caseId)?.riskLevel
  return [
    heading(2, `${item.caseRef ?? ''} ${item.initials ?? ''}`),
    ...words(risk ? `Risk: ${riskLevels[risk].toLowerCase()}.` : ''),
    ...words(
      decision
        ? `The panel’s decision: ${decisionOutcomes[decision.outcome].toLowerCase()}${decision.mode ? `, ${caseModes[decision.mode].toLowerCase()}` : ''}${decision.until ? `, ${longDate(decision.until)}` : ''}.`
        : 'The panel has not decided.',
    ),
    ...parts.flatMap(([title, entries]) => [
      heading(3, title),
      ...lines(entries.map((entry) => entryLine(view, entry))),
    ]),
  ]
}

export const extractPaper = (
  view: RoomView,
  meeting: VisibleMeeting,
  panel: VisibleByKind['panel'],
  agencyId: string,
  { name, readAt, standing }: PaperReader,
): Paper => {
  const cases = agendaIn(view, meeting.id).flatMap((item) => caseBlocks(view, item, agencyId))
  const actions = allOf(view, 'action')
    .filter(
      (action) => action.meetingId === meeting.id && action.ownerAgencyId === agencyId && stands(action),
    )
    .sort((a, b) => (a.due < b.due ? -1 : 1))
  const refOf = (caseId: string) => oneOf(view, 'case', caseId)?.caseRef ?? ''
  return {
    title: `Extract for ${agencyName(view, agencyId)}: ${panel.name}, ${longDate(meeting.date)}`,
    standing,
    marking: markingOf(panel),
    watermark: `Read by ${name}, ${dayAndTime(readAt)}`,
    fileName: paperFileName(panel.name, meeting.date, 'extract'),
    blocks: [
      ...words(
        'This is for your agency alone: what it has to do, and what it needs to know to do it. Nothing in it may reach him unless the panel has said so.',
      ),
      ...(actions.length > 0
        ? [
            {
              kind: 'table' as const,
              caption: 'Your actions by day',
              head: ['By', 'Case', 'Action'],
              rows: actions.map((action) => [
                longDate(action.due),
                refOf(action.caseId),
                [action.what, ...entryMarks(view, action).map((mark) => `(${mark})`)].join(' '),
              ]),
            },
          ]
        : words('Your agency took on no action at this meeting.')),
      ...(cases.length > 0 ? cases : words('No case of this meeting asks anything of your agency.')),
    ],
  }
}
