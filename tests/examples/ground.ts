import type { EntryKind } from '../../app/domain/things/entries'
import type { Things } from '../../app/domain/things/thing-set'
import { sitting, type PersonName, type Sent, type SmallPanel } from '../support/small-panel'

// What a random command is made from: what stands, and a handful of numbers and words.

export interface Ground {
  panel: SmallPanel
  things: Things
  pick: <T>(list: readonly T[], index: number) => T | undefined
  some: <T>(list: readonly T[], index: number) => T[]
  words: string
  numbers: readonly number[]
}

/** A command as chance has it, from what stands; undefined where there is nothing that it could be about. */
export type Maker = (ground: Ground) => Sent | undefined

export const runners: readonly PersonName[] = ['chair', 'coChair', 'coordinator']
export const theChairs: readonly PersonName[] = ['chair', 'coChair']
export const recorders = sitting.filter((name) => name !== 'observer')

export const anItemOf = ({ panel, things, pick }: Ground) => {
  const items = things.all('item').filter((item) => item.meetingId === panel.meetingId)
  return { meetingId: panel.meetingId, itemId: pick(items, 0)?.id ?? 'none' }
}

export const memberIds = ({ panel }: Ground) => Object.values(panel.people).map((person) => person.memberId)
/** Once in a long while one of another panel. */
export const agencyIds = ({ panel }: Ground) => {
  const { brookPolice, ...own } = panel.agencies
  const ours = Object.values(own)
  return [...ours, ...ours, ...ours, brookPolice]
}

export const onAnEntry =
  (entryKind: EntryKind, kind: string, rest: (ground: Ground) => object): Maker =>
  (ground) => {
    const { things, pick, panel } = ground
    const entry = pick(things.all(entryKind), 1)
    const meetingId = pick([panel.meetingId, panel.meetingId, panel.nextMeetingId], 5)
    return entry && { kind, meetingId, entryId: entry.id, ...rest(ground) }
  }

export const inTheMeeting =
  (kind: string, rest: (ground: Ground) => object = () => ({})): Maker =>
  (ground) => ({ kind, meetingId: ground.panel.meetingId, ...rest(ground) })

export const onAnItem =
  (kind: string, rest: (ground: Ground) => object = () => ({})): Maker =>
  (ground) => ({ kind, ...anItemOf(ground), ...rest(ground) })

export const onAPreparedEntry =
  (kind: string, rest: (ground: Ground, lever: boolean) => object = () => ({})): Maker =>
  (ground) => {
    const prepared = ground.pick(ground.things.all('preparedEntry'), 1)
    return (
      prepared && {
        kind,
        meetingId: ground.panel.meetingId,
        preparedId: prepared.id,
        ...rest(ground, prepared.lever !== null),
      }
    )
  }

export const onATelling =
  (kind: string, rest: (ground: Ground) => object): Maker =>
  (ground) => {
    const telling = ground.pick(ground.things.all('telling'), 1)
    return telling && { kind, caseId: telling.caseId, tellingId: telling.id, ...rest(ground) }
  }

export const onAHappening =
  (kind: string, rest: (ground: Ground) => object): Maker =>
  (ground) => {
    const happening = ground.pick(ground.things.all('happening'), 1)
    return happening && { kind, caseId: happening.caseId, happeningId: happening.id, ...rest(ground) }
  }

/** Any meeting of the panel; more often than not the one at hand. */
export const aMeeting = ({ panel, things, pick }: Ground): string => {
  const meetings = things.all('meeting').map((meeting) => meeting.id)
  return pick([panel.meetingId, panel.meetingId, ...meetings], 6) ?? panel.meetingId
}

export const onAReferral =
  (kind: string, rest: (ground: Ground) => object): Maker =>
  (ground) => {
    const referral = ground.pick(ground.things.all('referral'), 1)
    return referral && { kind, panelId: ground.panel.panelId, referralId: referral.id, ...rest(ground) }
  }
