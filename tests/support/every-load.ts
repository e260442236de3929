import { readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { ThingSet } from '../../app/domain/things/thing-set'
import type { Query } from '../../db/store'
import { loadCandidates } from '../../db/things/load-candidates'
import { loadCaseFile, loadCaseList } from '../../db/things/load-case'
import { loadDueCases } from '../../db/things/load-due-cases'
import { loadFollowUp } from '../../db/things/load-follow-up'
import { loadHome } from '../../db/things/load-home'
import { loadPanel } from '../../db/things/load-panel'
import { loadPanelStanding } from '../../db/things/load-panel-standing'
import { loadPeople } from '../../db/things/load-people'
import { loadReferral, loadReferrals, loadReferralToScreen } from '../../db/things/load-referral'
import { loadRoom } from '../../db/things/load-room'
import type { SmallPanel } from './small-panel-facts'

// Every loader that a page or a command about a panel begins with.

export interface Loaded {
  load: (tx: Query) => Promise<ThingSet | undefined>
  /** Set: what it takes up is looked at in this meeting. */
  meetingId?: string
}

export const everyLoad = (
  panel: SmallPanel,
  referrals: { accepted: string; open: string },
): Record<string, Loaded[]> => {
  const { panelId, meetingId, nextMeetingId, cases } = panel
  const { B1: _brook, ...ours } = cases
  return {
    loadHome: [{ load: (tx) => loadHome(tx, panelId) }],
    loadFollowUp: [{ load: (tx) => loadFollowUp(tx, panelId) }],
    loadDueCases: [{ load: (tx) => loadDueCases(tx, panelId) }],
    loadCaseList: [{ load: (tx) => loadCaseList(tx, panelId) }],
    loadPanel: [{ load: (tx) => loadPanel(tx, panelId) }],
    loadPanelStanding: [{ load: (tx) => loadPanelStanding(tx, panelId, () => 6) }],
    loadPeople: [{ load: (tx) => loadPeople(tx, panelId) }],
    loadReferrals: [{ load: (tx) => loadReferrals(tx, panelId) }],
    loadReferral: [{ load: (tx) => loadReferral(tx, referrals.accepted) }],
    loadReferralToScreen: [{ load: (tx) => loadReferralToScreen(tx, referrals.open) }],
    loadCandidates: [{ load: (tx) => loadCandidates(tx, panelId, '2025-01-01') }],
    loadRoom: [meetingId, nextMeetingId].map((id) => ({ load: (tx) => loadRoom(tx, id), meetingId: id })),
    loadCaseFile: Object.values(ours).map((id) => ({ load: (tx) => loadCaseFile(tx, id) })),
  }
}

/** Not asked, and why. */
const apart: Record<string, string> = {
  loadAccount: 'an account, of no panel',
  loadEverything: 'all there is',
  loadListedCase: 'what comes into a room that holds the rest already',
  loadReferralLink: 'for whoever holds the link, who is shown no case',
}

const loadersFolder = resolve(import.meta.dirname, '../../db/things')
/** The loaders that there are, by the names they are exported under, less those that only add to a set (`...Into`). */
export const loaderNames: readonly string[] = readdirSync(loadersFolder)
  .filter((name) => name.startsWith('load-'))
  .flatMap((name) => [
    ...readFileSync(resolve(loadersFolder, name), 'utf8').matchAll(/^export const (load\w+)/gm),
  ])
  .flatMap(([, name]) => (name && !name.endsWith('Into') && !(name in apart) ? [name] : []))
