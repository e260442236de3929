import { createContext, useContext } from 'react'
import type { PublicCommandKind } from '~/domain/commands/commands'
import type { Refusal } from '~/domain/refusals'
import type { RoomView } from '~/domain/meeting/room-view'
import type { Viewer } from '~/domain/sight/viewer'
import type { Ladder } from '~/domain/follow-up/ladder'

export type TypedFields = Record<string, string | string[]>

/** What the parts of a room share. They show it and send forms; they know no socket and no rule. */
export interface RoomContextValue {
  meetingId: string
  view: RoomView
  viewer: Viewer
  /** Commands this person may give. */
  commands: ReadonlySet<PublicCommandKind>
  inSession: boolean
  /** Everything here is recorded for one's own agency, even by those who may record for another. */
  ownLaneOnly?: boolean
  masked: boolean
  now: number
  today: string
  /** The panel's other meetings that were held since something owed here was due. */
  held?: Ladder['meetings']
  /** True once the page is alive: then forms go by the socket. */
  live: boolean
  /** The chair's last move is on its way: until it is answered, this screen shows where the panel was. */
  movingOn: boolean
  /** Sends a form; resolves true when it was recorded. `mended`: it settles what was refused of this form before. */
  send: (form: HTMLFormElement, formKey: string, mended: boolean) => Promise<boolean>
  /** What was refused of a form, with what had been typed. */
  refusedIn: (formKey: string) => { refusal: Refusal; typed: TypedFields } | undefined
  drafts: {
    read: (formKey: string) => TypedFields | undefined
    save: (formKey: string, form: HTMLFormElement) => void
    forget: (formKey: string) => void
    restore: (form: HTMLFormElement, typed: TypedFields) => void
    /** Nobody has written anything in it. */
    isBlank: (form: HTMLFormElement) => boolean
  }
}

const RoomContext = createContext<RoomContextValue | null>(null)
export const RoomProvider = RoomContext.Provider

export const useRoomContext = (): RoomContextValue => {
  const value = useContext(RoomContext)
  if (!value) throw new Error('A part of the room stands outside it.')
  return value
}

export const nameOf = (
  room: RoomContextValue,
  person: { givenName: string; familyName: string } | undefined,
  initials: string | null,
): string => (person && !room.masked ? `${person.givenName} ${person.familyName}` : (initials ?? '—'))

/** Someone who has the room open, where they look and whether they type, as far as this viewer may know. */
export interface PresentMember {
  memberId: string
  itemId: string | null
  typing: string | null
}
