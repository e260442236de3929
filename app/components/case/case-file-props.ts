import type { PageViewer } from '~/domain/abilities'
import type { RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { RefusedForm } from '../forms/page-form'
import type { Reading } from './case-readers'

/** What every section of a case file is given. */
export interface CaseFileProps {
  view: RoomView
  itsCase: VisibleByKind['case']
  person: VisibleByKind['person'] | undefined
  viewer: PageViewer
  readers: readonly Reading[]
  today: string
  once: string
  refused: RefusedForm | undefined
}
