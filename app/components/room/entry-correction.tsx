import { oneOf } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { ActionFields } from './fields/action-fields'
import { DecisionFields } from './fields/decision-fields'
import { InterventionFields } from './fields/intervention-fields'
import { LeverFields } from './fields/lever-fields'
import { RequestFields } from './fields/request-fields'
import { SafetyCheckFields } from './fields/safety-check-fields'
import { ShareFields } from './fields/share-fields'
import { useRoomContext } from '../forms/room-context'

type AnyEntry = VisibleByKind[EntryKind]

/** The fields of an entry with what stands in them, to be corrected. */
export function CorrectionFields({ entry }: { entry: AnyEntry }) {
  const { view } = useRoomContext()
  const item = oneOf(view, 'item', entry.itemId)
  const prefix = 'correction.fields.'
  if (!item) return null
  switch (entry.kind) {
    case 'share':
      return <ShareFields item={item} prefix={prefix} entry={entry} />
    case 'lever':
      return <LeverFields item={item} prefix={prefix} entry={entry} />
    case 'intervention':
      return <InterventionFields item={item} prefix={prefix} entry={entry} />
    case 'action':
      return <ActionFields item={item} prefix={prefix} entry={entry} />
    case 'request':
      return <RequestFields item={item} prefix={prefix} entry={entry} />
    case 'decision':
      return <DecisionFields item={item} prefix={prefix} entry={entry} />
    case 'safetyCheck':
      return <SafetyCheckFields item={item} prefix={prefix} entry={entry} />
    case 'finding':
    case 'position':
      return null
    default:
      return entry satisfies never
  }
}

/** Kinds that a correction has a form for; findings and positions are given again instead. */
export const hasCorrectionForm: Readonly<Record<EntryKind, boolean>> = {
  share: true,
  lever: true,
  intervention: true,
  action: true,
  request: true,
  decision: true,
  safetyCheck: true,
  finding: false,
  position: false,
}
