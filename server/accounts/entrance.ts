import { notFound, refuse, type Refusal } from '../../app/domain/refusals'
import { viewerOf, type Viewer } from '../../app/domain/sight/viewer'
import { type VisibleThing } from '../../app/domain/sight/sees'
import type { Things } from '../../app/domain/things/thing-set'
import type { AccessLog } from './access-log'
import type { Session } from './sessions'

type MayEnterPanel = (session: Session, panel: { secondFactorRequired: boolean }) => boolean

const secondFactorFirst = refuse(
  'second_factor_first',
  'This panel asks for a second factor. Set one up, or sign in with it, then come back.',
)

/** Who comes in, or why not: whoever is no member of the panel gets the answer for a panel that does not exist. */
export const createEnter =
  (mayEnterPanel: MayEnterPanel) =>
  (session: Session, things: Things, panelId: string): Viewer | Refusal => {
    const viewer = viewerOf(things, session.accountId, panelId)
    const panel = things.get('panel', panelId)
    if (!viewer || !panel) return notFound
    return mayEnterPanel(session, panel) ? viewer : secondFactorFirst
  }

/** Puts the reading of every case in a view on record, before it is shown. */
export const createRecordReading =
  (accessLog: AccessLog) => async (viewer: Viewer, view: readonly VisibleThing[], place: string) => {
    const caseIds = view.filter((thing) => thing.kind === 'case').map((thing) => thing.id)
    await accessLog.record({
      accountId: viewer.accountId,
      memberId: viewer.memberId,
      panelId: viewer.panelId,
      caseIds,
      place,
      why: 'member of the panel',
    })
  }
