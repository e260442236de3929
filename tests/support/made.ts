import type { EntryByKind, EntryKind } from '../../app/domain/things/entries'
import type { PersonName, Sent } from './small-panel-facts'
import type { PurePanel } from './pure-panel'

/** The entry that a command made, as it stands right after. */
export const made = <K extends EntryKind>(
  panel: PurePanel,
  kind: K,
  who: PersonName,
  sent: Sent,
): EntryByKind[K] => {
  const entry = panel.things.get(kind, panel.done(who, sent).created[kind] ?? '')
  if (!entry) throw new Error(`${sent.kind} made no ${kind}.`)
  return entry
}

/** The fields that a refusal names; none where it names none. */
export const fieldsRefused = (panel: PurePanel, who: PersonName, sent: Sent): string[] =>
  (panel.refused(who, sent).fields ?? []).map(({ field }) => field)
