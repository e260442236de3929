import { itemKinds } from '../catalogues/agenda'
import { decisionOutcomes } from '../catalogues/entries'
import { entryMarks, entryWords } from '../meeting/entry-words'
import { attendanceWords } from './attendance-words'
import { stands } from '../things/entries-standing'
import { longDate } from '../dates/long-date'
import { localTime } from '../dates/local-time'
import { dayAndTime, heading, lines, markingOf, paperFileName, words, type Block, type Paper } from './paper'
import {
  agencyName,
  agendaIn,
  allOf,
  entriesOn,
  memberName,
  oneOf,
  type RoomView,
  type VisibleItem,
  type VisibleMeeting,
} from '../meeting/room-view'
import { statementsAccepted } from './statements-accepted'
import type { VisibleByKind } from '../sight/sees'
import type { EntryKind } from '../things/entries'
import type { Instant } from '../dates/day'

// The minutes as a paper, from what its reader may see of the meeting.

type VisibleEntry = VisibleByKind[EntryKind]

export interface PaperReader {
  name: string
  readAt: Instant
  /** Draft, approved on, distributed on. */
  standing: string
}

/** In the order of the paper. */
const titles: Readonly<Record<EntryKind, string>> = {
  share: 'What was shared',
  lever: 'Levers',
  finding: 'Eligibility',
  decision: 'Decision',
  position: 'Positions',
  intervention: 'Support and disrupt',
  action: 'Actions',
  request: 'Information requests',
  safetyCheck: 'Safety check',
}

export const entryLine = (view: RoomView, entry: VisibleEntry) => ({
  text: `${entryWords(view, entry)}${entry.withdrawnAt === null ? '' : ` Struck out: ${entry.withdrawnReason ?? ''}`}`,
  marks: entryMarks(view, entry),
})

const attendance = (view: RoomView, meeting: VisibleMeeting): Block[] => {
  const rows = allOf(view, 'attendance')
    .filter((one) => one.meetingId === meeting.id)
    .map((one) => [
      agencyName(view, one.agencyId),
      one.memberId ? memberName(view, one.memberId) : 'Not recorded by name',
      `${attendanceWords(one)}${one.corrections.map(({ reason }) => `. Corrected: ${reason}`).join('')}`,
      one.acceptedAt ? localTime(one.acceptedAt) : 'Not accepted',
    ])
    .sort((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  return rows.length > 0
    ? [
        {
          kind: 'table',
          caption: 'Attendance',
          head: ['Agency', 'Person', 'Attendance', 'Confidentiality accepted'],
          rows,
        },
      ]
    : words('Attendance was not recorded here.')
}

const aboutItem = (view: RoomView, item: VisibleItem): string =>
  [
    item.itemKind ? itemKinds[item.itemKind] : '',
    item.presenterId
      ? `${item.status === 'concluded' ? 'Presented by' : 'To be presented by'} ${memberName(view, item.presenterId)}`
      : '',
    item.status === 'concluded'
      ? `Concluded${item.concludedAt ? ` ${localTime(item.concludedAt)}` : ''}${item.outcome ? `: ${decisionOutcomes[item.outcome].toLowerCase()}` : ''}`
      : item.status === 'not_reached'
        ? `Not reached${item.statusReason ? `: ${item.statusReason}` : ''}`
        : 'Not concluded',
    item.lane === 'note_only'
      ? `Noted without discussion: ${item.noteOnlyReason ?? 'on the note-only lane'}`
      : '',
    item.concludedWithout ? `Concluded with something missing: ${item.concludedWithout}` : '',
  ]
    .filter(Boolean)
    .map((part) => `${part.replace(/[.\s]+$/, '')}.`)
    .join(' ')

const caseBlocks = (view: RoomView, item: VisibleItem, number: number): Block[] => {
  if (item.another) return words(`${number}. Another item.`)
  const person = oneOf(view, 'person', oneOf(view, 'case', item.caseId)?.personId)
  const out = allOf(view, 'conflict').filter((one) => one.caseId === item.caseId && one.withdrawnAt === null)
  return [
    heading(
      2,
      `${number}. ${item.caseRef ?? ''} ${person ? `${person.givenName} ${person.familyName}` : (item.initials ?? '')}`,
    ),
    ...words(aboutItem(view, item)),
    ...words(
      out.length > 0
        ? `Out of this case, interest declared: ${out.map((one) => memberName(view, one.memberId)).join(', ')}.`
        : '',
    ),
    ...(Object.entries(titles) as [EntryKind, string][]).flatMap(([kind, title]) => {
      const entries = (entriesOn(view, kind, item.id) as VisibleEntry[]).filter(
        (entry) => stands(entry) || entry.withdrawnAt !== null,
      )
      return entries.length === 0
        ? []
        : [heading(3, title), ...lines(entries.map((entry) => entryLine(view, entry)))]
    }),
  ]
}

export const minutesPaper = (
  view: RoomView,
  meeting: VisibleMeeting,
  panel: VisibleByKind['panel'],
  { name, readAt, standing }: PaperReader,
): Paper => ({
  title: `Minutes: ${panel.name}, ${longDate(meeting.date)}`,
  standing,
  marking: markingOf(panel),
  watermark: `Read by ${name}, ${dayAndTime(readAt)}`,
  fileName: paperFileName(panel.name, meeting.date, 'minutes'),
  blocks: [
    heading(2, 'The meeting'),
    ...words(
      `${meeting.venue || 'Place not recorded'}. ${meeting.openedAt ? `Opened ${localTime(meeting.openedAt)}` : 'Not opened here'}${meeting.closedAt ? `, closed ${localTime(meeting.closedAt)}` : ''}${meeting.closedReason ? `: ${meeting.closedReason.replace(/\.$/, '')}` : ''}.`,
    ),
    ...words(meeting.inquorateReason ? `Not quorate at opening: ${meeting.inquorateReason}` : ''),
    ...statementsAccepted(view, meeting).flatMap(({ words: statement }) =>
      words(`Accepted as confidential: ${statement}`),
    ),
    ...attendance(view, meeting),
    ...agendaIn(view, meeting.id).flatMap((item, index) => caseBlocks(view, item, index + 1)),
  ],
})
