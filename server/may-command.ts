import { eq } from 'drizzle-orm'
import type { PublicCommand } from '../app/domain/commands/commands'
import { notFound, type Refusal } from '../app/domain/refusals'
import { panels } from '../db/schema/panel'
import { meetings } from '../db/schema/meeting'
import { cases } from '../db/schema/case'
import type { Store } from '../db/store'
import type { Rooms } from './rooms/rooms'
import type { Session } from './accounts/sessions'

/** A panel may require a second factor; then nothing of it is there for a session without one. */
export const mayEnterPanel = (session: Session, panel: { secondFactorRequired: boolean }): boolean =>
  !session.secondFactorDue && (!panel.secondFactorRequired || session.secondFactorAt !== null)

/** A panel that requires a second factor takes no command from a session that has given none. Roles are decided later. */
export const createMayCommand =
  (store: Store, rooms: Rooms) =>
  async (session: Session, command: PublicCommand): Promise<Refusal | undefined> => {
    const room = 'meetingId' in command ? rooms.current(command.meetingId) : undefined
    const panelId = room?.panelId ?? (await panelOf(store, command))
    const panel =
      room?.committed.get('panel', panelId) ??
      (panelId && (await store.read.rowBy(panels, panels.id, panelId)))
    return panel && mayEnterPanel(session, panel) ? undefined : notFound
  }

const panelOf = async (store: Store, command: PublicCommand): Promise<string | undefined> => {
  if ('panelId' in command) return command.panelId
  const [row] =
    'meetingId' in command
      ? await store.read
          .select({ panelId: meetings.panelId })
          .from(meetings)
          .where(eq(meetings.id, command.meetingId))
      : await store.read.select({ panelId: cases.panelId }).from(cases).where(eq(cases.id, command.caseId))
  return row?.panelId
}
