import { longDate } from '../dates/long-date'
import { localDay, localTime } from '../dates/local-time'
import type { Day, Instant } from '../dates/day'

// A paper: minutes or an extract, as it is read on a page, printed, or taken away as PDF or Word. It is made once, from
// what its reader may see, and each form only lays it out: so no form can say more than another.

export interface PaperLine {
  text: string
  /** How it may be used, and who may read it: goes wherever the line goes. */
  marks: string[]
}
export type Block =
  | { kind: 'heading'; level: 2 | 3; text: string }
  | { kind: 'text'; text: string }
  | { kind: 'list'; lines: PaperLine[] }
  | { kind: 'table'; caption: string; head: string[]; rows: string[][] }

export interface Paper {
  title: string
  /** How far the minutes have come. */
  standing: string
  marking: string
  /** Who took it and when: on every page of it. */
  watermark: string
  blocks: Block[]
  /** Without its ending. */
  fileName: string
}

export const dayAndTime = (instant: Instant): string =>
  `${longDate(localDay(instant))}, ${localTime(instant)}`

/** A training panel's people are invented, and its papers say so where others carry the marking. */
export const markingOf = (panel: { sandbox: boolean }): string =>
  panel.sandbox ? 'TRAINING: every person and case here is invented' : 'OFFICIAL-SENSITIVE'

/**
 * The name of a file shows where the file does not: in a mail, on a shared drive, in a list for a subject access request.
 * So it holds the panel, the day and what it is, and nobody's name, initials or reference.
 */
export const paperFileName = (panelName: string, day: Day, what: string): string =>
  `${panelName} ${day} ${what}`
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')

export const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text })
export const words = (text: string): Block[] => (text ? [{ kind: 'text', text }] : [])
export const lines = (of: PaperLine[]): Block[] => (of.length > 0 ? [{ kind: 'list', lines: of }] : [])
