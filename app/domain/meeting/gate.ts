import { stands } from '../things/entries-standing'

// The gate (domain 4, "Safety check"). A case is not concluded while it has no decision, nor until someone has answered
// the safety check for each of its victim-survivors (or, where none is linked, for the case), unless the chair records
// why the panel goes on without. In the note-only lane nothing is decided, so nothing is asked; but as soon as a decision
// is recorded there, or an intervention that disrupts, the safety check is asked for all the same.
// It reads only what both the record and a screen have, so that the room shows the very list that the server enforces.

interface Standing {
  itemId: string
  supersededBy: string | null
  withdrawnAt: number | null
}

export interface GateView {
  item: { id: string; lane: 'discuss' | 'note_only'; safetyAnswered: readonly string[] }
  decisions: readonly Standing[]
  interventions: readonly (Standing & { strand: 'support' | 'disrupt' | 'both' })[]
  victims: readonly { id: string; ref: string }[]
}

/** What the case still lacks, in plain words; empty when it may be concluded. */
export const missingToConclude = ({ item, decisions, interventions, victims }: GateView): string[] => {
  const here = (entry: Standing) => entry.itemId === item.id && stands(entry)
  const decided = decisions.some(here)
  const disrupts = interventions.some((entry) => here(entry) && entry.strand !== 'support')
  const missing: string[] = []
  if (!decided && item.lane === 'discuss') missing.push('No decision is recorded.')
  if (item.lane === 'note_only' && !decided && !disrupts) return missing
  const asked = victims.length > 0 ? victims : [{ id: 'case', ref: 'this case' }]
  for (const victim of asked) {
    if (!item.safetyAnswered.includes(victim.id))
      missing.push(`Nobody has answered the safety check for ${victim.ref}.`)
  }
  return missing
}
