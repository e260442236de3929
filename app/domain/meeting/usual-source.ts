import type { Source } from '../catalogues/entries'
import { speaksForHer, type Viewer } from '../sight/viewer'

/**
 * Where an entry is taken to come from until its author says otherwise. Someone in a hurry writes the line and presses
 * Enter: what an advocate writes so must land in the safety circle, and reach the whole panel only by her choice.
 */
export const usualSource = (viewer: Pick<Viewer, 'role' | 'agencyKind'>): Source =>
  speaksForHer(viewer) ? 'victim_survivor' : 'agency_record'
