import { explainSight } from '../app/domain/sight/explain'
import { isVisibleKind, type VisibleKind } from '../app/domain/sight/sees'
import { sightOf, type Surface } from '../app/domain/sight/sight'
import { viewerOf, type Viewer } from '../app/domain/sight/viewer'
import type { ThingByKind, ThingKind } from '../app/domain/things/kinds'
import type { ThingSet } from '../app/domain/things/thing-set'

// Why someone sees a thing, or does not, in every place where it could show.

interface Place {
  name: string
  meetingId: string | null
  surface: Surface
}

/** A case file and the panel's own pages; and the room, minutes and wall of each meeting that it has to do with. */
const placesOf = (things: ThingSet, thing: object, kind: ThingKind): Place[] => {
  const { meetingId, caseId, id } = thing as { meetingId?: string; caseId?: string; id: string }
  const ofCase = kind === 'case' ? id : caseId
  const meetingIds = new Set([
    ...(kind === 'meeting' ? [id] : []),
    ...(meetingId ? [meetingId] : []),
    ...things.all('item').flatMap((item) => (item.caseId === ofCase ? [item.meetingId] : [])),
  ])
  const meetings = things.all('meeting').filter((meeting) => meetingIds.has(meeting.id))
  return [
    { name: 'On pages and in the case file', meetingId: null, surface: 'desk' },
    ...meetings.flatMap((meeting): Place[] => [
      {
        name: `In room and minutes of ${meeting.ref} (${meeting.status})`,
        meetingId: meeting.id,
        surface: 'desk',
      },
      { name: `On the wall of ${meeting.ref}`, meetingId: meeting.id, surface: 'wall' },
    ]),
  ]
}

/** What puts this person out of a case, by its ids. */
const outBecause = (things: ThingSet, viewer: Viewer, caseId: string | undefined): string[] => [
  ...things
    .all('conflict')
    .filter((one) => one.caseId === caseId && one.memberId === viewer.memberId && one.withdrawnAt === null)
    .map((one) => `out of the case by the interest conflict:${one.id}`),
  ...things
    .all('item')
    .filter((item) => item.caseId === caseId && item.invitedAgencyIds !== null)
    .map((item) => `not all are asked in at item:${item.id} of meeting:${item.meetingId}`),
]

export const whyTheySee = <K extends ThingKind>(
  things: ThingSet,
  address: string,
  kind: K,
  id: string,
): { found: boolean; lines: string[] } => {
  const thing = things.get(kind, id)
  if (!thing) return { found: false, lines: [`There is no ${kind} ${id}.`] }
  if (!isVisibleKind(kind))
    return { found: true, lines: [`Things of the kind ${kind} never leave the server: nobody is shown one.`] }
  const account = things.all('account').find((one) => one.email === address.trim().toLowerCase())
  if (!account) return { found: false, lines: ['There is no account of that address.'] }
  const panelId = (thing as { panelId?: string }).panelId ?? id
  const viewer = viewerOf(things, account.id, panelId)
  if (!viewer) return { found: true, lines: ['No member of its panel: to them there is nothing of it.'] }
  const lines = [`As ${viewer.role} of the panel, member:${viewer.memberId}`]
  for (const place of placesOf(things, thing, kind)) {
    const sight = sightOf(viewer, things, place.meetingId, place.surface)
    const { shown, withheld, asked } = explainSight(
      sight,
      kind as VisibleKind,
      thing as ThingByKind[VisibleKind],
    )
    lines.push(`${place.name}: ${shown ? 'shown' : 'hidden'}`)
    for (const { says, holds } of asked) lines.push(`  ${holds ? 'yes' : 'no '}  ${says}`)
    if (withheld.length > 0) lines.push(`  without: ${withheld.join(', ')}`)
  }
  const caseId = kind === 'case' ? id : (thing as { caseId?: string | null }).caseId
  return { found: true, lines: [...lines, ...outBecause(things, viewer, caseId ?? undefined)] }
}
