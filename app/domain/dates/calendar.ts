import { instantOfLocal } from './local-time'
import type { Day, Instant } from './day'

// A panel's meetings as a calendar file (RFC 5545). A calendar is shared, synchronised and shown on locked screens: the
// entry has a neutral title, a time and a link, and says neither whose meeting it is nor where.

export interface CalendarMeeting {
  id: string
  date: Day
  startsAt: string
  minutesPlanned: number
}

const title = 'Partnership meeting'
const stamp = (instant: Instant) =>
  new Date(instant)
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d{3}/, '')
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\n/g, '\\n')

const longestLine = 75
/** A line of more than 75 octets goes on in the next, which begins with a space. */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  let size = 0
  for (const sign of line) {
    const octets = new TextEncoder().encode(sign).length
    if (size + octets > longestLine) {
      parts.push(part)
      part = ' '
      size = 1
    }
    part += sign
    size += octets
  }
  return [...parts, part].join('\r\n')
}

/** The calendar file of these meetings. `site` is the public address; `now` the moment it is made. */
export const calendarOf = (meetings: readonly CalendarMeeting[], site: URL, now: Instant): string => {
  const events = meetings.flatMap((meeting) => {
    const starts = instantOfLocal(meeting.date, meeting.startsAt)
    return [
      'BEGIN:VEVENT',
      `UID:${meeting.id}@${site.hostname}`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART:${stamp(starts)}`,
      `DTEND:${stamp(starts + meeting.minutesPlanned * 60_000)}`,
      `SUMMARY:${title}`,
      `URL:${new URL(`/meetings/${meeting.id}/agenda`, site).href}`,
      `DESCRIPTION:${escaped('Sign in to see what it is about.')}`,
      'CLASS:PRIVATE',
      'END:VEVENT',
    ]
  })
  return (
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Panelroom//Meetings//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      ...events,
      'END:VCALENDAR',
    ]
      .map(folded)
      .join('\r\n') + '\r\n'
  )
}
