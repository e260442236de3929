import type { VisibleByKind, VisibleKind } from '../../app/domain/sight/sees'
import type { Surface } from '../../app/domain/sight/sight'
import type { PurePanel } from './pure-panel'
import type { PersonName } from './small-panel-facts'

/** All of a kind that someone is told, in the first meeting unless it is said where. */
export const told = <K extends VisibleKind>(
  panel: PurePanel,
  who: PersonName,
  kind: K,
  meetingId: string | null = panel.meetingId,
  surface: Surface = 'desk',
): VisibleByKind[K][] =>
  panel.view(who, meetingId, surface).filter((thing) => thing.kind === kind) as VisibleByKind[K][]

/** One of them. */
export const toldOf = <K extends VisibleKind>(
  panel: PurePanel,
  who: PersonName,
  kind: K,
  id: string,
  ...at: [meetingId?: string | null, surface?: Surface]
): VisibleByKind[K] | undefined => told(panel, who, kind, ...at).find((one) => one.id === id)
