import { z } from 'zod'

// An entry's audience is the whole panel, or named agencies, or the safety circle: IDVA, chair, coordinator, police and
// the members whom its author names (domain 6). There is no fourth kind and no "everyone".

export const audienceSchema = z.discriminatedUnion(
  'kind',
  [
    z.object({ kind: z.literal('panel') }),
    z.object({
      kind: z.literal('agencies'),
      agencyIds: z.array(z.string().min(1)).min(1, 'Choose at least one agency that may see this.').max(40),
    }),
    z.object({ kind: z.literal('safety_circle'), memberIds: z.array(z.string().min(1)).max(40).default([]) }),
  ],
  {
    error:
      'You ticked who may read this, but the choice above the boxes is another. Choose “Named agencies only” or “Safety circle only”, or take the ticks out.',
  },
)

export type Audience = z.infer<typeof audienceSchema>
export type AudienceKind = Audience['kind']

export const wholePanel: Audience = { kind: 'panel' }
export const safetyCircle: Audience = { kind: 'safety_circle', memberIds: [] }

export const audienceLabels: Record<AudienceKind, string> = {
  panel: 'The whole panel',
  agencies: 'Named agencies only',
  safety_circle: 'Safety circle only',
}
