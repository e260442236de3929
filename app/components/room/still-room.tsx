import { useMemo, type ReactNode } from 'react'
import type { PublicCommandKind } from '~/domain/commands/commands'
import type { RoomView } from '~/domain/meeting/room-view'
import type { Viewer } from '~/domain/sight/viewer'
import type { RefusedForm } from '../forms/page-form'
import { RoomProvider, type RoomContextValue } from '../forms/room-context'

/** The room's parts on a page that is posted and loaded again: the same forms, without a socket. */
export function StillRoom({
  meetingId,
  view,
  viewer,
  commands,
  now,
  today,
  refused,
  children,
}: {
  meetingId: string
  view: RoomView
  viewer: Viewer
  commands: readonly PublicCommandKind[]
  now: number
  today: string
  refused: RefusedForm | undefined
  children: ReactNode
}) {
  const value: RoomContextValue = useMemo(
    () => ({
      meetingId,
      view,
      viewer,
      commands: new Set(commands),
      inSession: false,
      ownLaneOnly: true,
      masked: false,
      now,
      today,
      live: false,
      movingOn: false,
      send: () => Promise.resolve(false),
      refusedIn: (formKey) => (refused?.form === formKey ? refused : undefined),
      drafts: {
        read: () => undefined,
        save: () => undefined,
        forget: () => undefined,
        restore: () => undefined,
        isBlank: () => true,
      },
    }),
    [meetingId, view, viewer, commands, now, today, refused],
  )
  return <RoomProvider value={value}>{children}</RoomProvider>
}
