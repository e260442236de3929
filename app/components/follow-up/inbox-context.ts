import type { PublicCommandKind } from '~/domain/commands/commands'
import type { Viewer } from '~/domain/sight/viewer'
import type { RefusedForm } from '../forms/page-form'

/** What every line of an inbox needs to know of who looks and of the panel. */
export interface InboxContext {
  viewer: Viewer
  agencies: readonly { id: string; name: string }[]
  members: readonly { id: string; name: string; agencyId: string | null; active: boolean }[]
  commands: readonly PublicCommandKind[]
  ladderMeetings: number
  once: string
  here: string
  refused: RefusedForm | undefined
}
