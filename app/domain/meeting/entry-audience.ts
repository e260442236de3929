import type { EntryBase, EntryKind } from '../things/entries'
import { type Asking, type Refusal, refuseField } from '../asking'
import { type Audience, safetyCircle, wholePanel } from '../audience'

const isForThePanel: Readonly<Record<EntryKind, boolean>> = {
  decision: true,
  position: true,
  finding: true,
  share: false,
  lever: false,
  intervention: false,
  action: false,
  request: false,
  safetyCheck: false,
}

/**
 * Which audience an entry has when its author chose none, and where the author has no choice. A correction keeps the
 * audience it had, unless only now it turns out that she was the source.
 */
export const audienceFor = (
  kind: EntryKind,
  fields: { audience?: Audience | undefined; source?: string },
  replaces: (EntryBase & { source?: string }) | null,
): Audience | Refusal => {
  if (isForThePanel[kind]) return wholePanel
  if (kind === 'safetyCheck') {
    return fields.audience && fields.audience.kind !== 'safety_circle'
      ? refuseField(
          'fields.audience',
          'A safety check is for the safety circle. Name people who need it as well.',
        )
      : (fields.audience ?? replaces?.audience ?? safetyCircle)
  }
  if (fields.audience) return fields.audience
  const fromHer = fields.source === 'victim_survivor'
  if (replaces && (!fromHer || replaces.source === 'victim_survivor')) return replaces.audience
  return fromHer ? safetyCircle : wholePanel
}

export const checkedAudience = (asking: Asking, audience: Audience): Audience | Refusal => {
  const { things, viewer } = asking
  if (
    audience.kind === 'agencies' &&
    audience.agencyIds.some((one) => things.get('agency', one)?.panelId !== viewer.panelId)
  ) {
    return refuseField('fields.audience', 'Choose agencies of this panel.')
  }
  if (
    audience.kind === 'safety_circle' &&
    audience.memberIds.some((one) => things.get('member', one)?.panelId !== viewer.panelId)
  ) {
    return refuseField('fields.audience', 'Choose members of this panel.')
  }
  return audience
}
