import { allOf, policyAt, type RoomView, type VisibleMeeting } from '../meeting/room-view'

export interface StatementAccepted {
  words: string
  memberIds: string[]
}

/** The confidentiality statements that people accepted at a meeting, in the words of then, each with who did. */
export const statementsAccepted = (
  view: RoomView,
  meeting: Pick<VisibleMeeting, 'id'>,
): StatementAccepted[] => {
  const statements = new Map<string, string[]>()
  const accepted = allOf(view, 'attendance').filter(
    (one) => one.meetingId === meeting.id && one.acceptedAt !== null,
  )
  for (const { acceptedVersion, memberId } of accepted.sort(
    (a, b) => (a.acceptedVersion ?? 0) - (b.acceptedVersion ?? 0),
  )) {
    const words = policyAt(view, acceptedVersion)?.confidentialityStatement
    if (words === undefined || memberId === null) continue
    statements.set(words, [...(statements.get(words) ?? []), memberId])
  }
  return [...statements].map(([words, memberIds]) => ({ words, memberIds }))
}
