import { acceptanceView } from '../../app/domain/referral/acceptance-view'
import { owedTelling, tellingsOwed } from '../../app/domain/referral/referrer-telling'
import { duplicatesIn } from '../../app/domain/people/person-duplicates'
import { policyOf } from '../../app/domain/panel/policy'
import type { PolicyValues } from '../../app/domain/catalogues/policy-settings'
import { notFound, refuse, type Refusal } from '../../app/domain/refusals'
import { seen, seenOf } from '../../app/domain/sight/sees'
import { sightOf, someCasesWait, waitsForJoining } from '../../app/domain/sight/sight'
import { sitsOnPanel, type Viewer } from '../../app/domain/sight/viewer'
import type { ThingSet } from '../../app/domain/things/thing-set'
import type { Store } from '../../db/store'
import { loadPeople } from '../../db/things/load-people'
import { loadReferral, loadReferrals, loadReferralToScreen } from '../../db/things/load-referral'
import type { AccessLog } from '../accounts/access-log'
import type { Session } from '../accounts/sessions'

// What the pages about referrals and people show, under the same rules as every other page (server/reads/reads.ts).

interface Settings {
  store: Store
  accessLog: AccessLog
  enter: (session: Session, things: ThingSet, panelId: string) => Viewer | Refusal
}

const pageLength = 25
const joinFirst = refuse(
  'wrong_moment',
  'The panel is in session. Join its meeting first: its confidentiality statement comes before its cases.',
)
const reasonsOf = ({ acceptReasons, returnReasons, signpostReasons }: PolicyValues) => ({
  accept: [...acceptReasons],
  return: [...returnReasons],
  signpost: [...signpostReasons],
})
const runs = (viewer: Viewer) => viewer.role === 'chair' || viewer.role === 'coordinator'

export const createReferralReads = ({ store, accessLog, enter }: Settings) => {
  const record = (viewer: Viewer, ids: readonly string[], place: string) =>
    accessLog.record({
      accountId: viewer.accountId,
      memberId: viewer.memberId,
      panelId: viewer.panelId,
      caseIds: ids,
      place,
      why: 'member of the panel',
    })

  return {
    /**
     * The panel's referrals that this person may see: all that wait, and of those decided on one page of what is looked
     * for, newest first; with its links, and what referrers are still to be told.
     */
    referrals: async (
      session: Session,
      panelId: string,
      { find = '', page: wanted = 1 }: { find?: string; page?: number } = {},
    ) => {
      const found = await store.snapshot((tx) => loadReferrals(tx, panelId))
      if (!found) return notFound
      const viewer = enter(session, found, panelId)
      if ('ok' in viewer) return viewer
      if (!sitsOnPanel(viewer.role)) return notFound
      const sight = sightOf(viewer, found, null)
      const all = seenOf(sight, 'referral').sort((a, b) => b.receivedAt - a.receivedAt)
      const caseRefs = new Map(seenOf(sight, 'case').map((one) => [one.id, one.caseRef]))
      const words = find.trim().toLowerCase()
      const decided = all.filter((one) => one.stage === 'accepted' || one.stage === 'signposted')
      const fits = (texts: readonly (string | undefined)[]) =>
        words === '' || texts.some((text) => text?.toLowerCase().includes(words))
      const past = decided.filter((one) =>
        fits([
          one.referralRef,
          `${one.givenName} ${one.familyName}`,
          ...one.aliases,
          one.referrerName,
          one.referrerAgency,
          caseRefs.get(one.caseId ?? ''),
        ]),
      )
      const pages = Math.max(1, Math.ceil(past.length / pageLength))
      const page = Math.min(pages, Math.max(1, wanted))
      const referrals = [
        ...all.filter((one) => one.stage === 'received' || one.stage === 'returned'),
        ...past.slice((page - 1) * pageLength, page * pageLength),
      ]
      const mine = new Map(all.map((one) => [one.id, one]))
      const owed = runs(viewer)
        ? tellingsOwed(found, panelId).flatMap((one) => {
            const about = mine.get(one.referralId)
            return about ? [{ ...one, referralRef: about.referralRef }] : []
          })
        : []
      await record(
        viewer,
        referrals.map((one) => one.caseId ?? one.id),
        'referrals',
      )
      return {
        ok: true as const,
        viewer,
        panel: seenOf(sight, 'panel'),
        members: seenOf(sight, 'member'),
        caseRefs: Object.fromEntries(caseRefs),
        referrals,
        anyPast: decided.length > 0,
        page,
        pages,
        links: seenOf(sight, 'referralLink').sort((a, b) => b.madeAt - a.madeAt),
        owed,
        inSession: someCasesWait(sight),
      }
    },

    /** One referral, and for whoever screens it who he may be. */
    referral: async (session: Session, panelId: string, referralId: string) => {
      const found = await store.snapshot(async (tx) => {
        const things = await loadReferral(tx, referralId)
        const viewer = things?.get('panel', panelId) ? enter(session, things, panelId) : undefined
        const undecided = ['received', 'returned'].includes(things?.get('referral', referralId)?.stage ?? '')
        const screens = viewer && !('ok' in viewer) && runs(viewer) && undecided
        return {
          viewer,
          things: screens ? await loadReferralToScreen(tx, referralId) : things,
          screens: screens === true,
        }
      })
      const { viewer, things, screens } = found
      if (!viewer || !things) return notFound
      if ('ok' in viewer) return viewer
      const referral = things.get('referral', referralId)
      const sight = sightOf(viewer, things, null)
      const shown = referral && seen(sight, 'referral', referral)
      if (!referral || !shown)
        return sitsOnPanel(viewer.role) && referral?.caseId && waitsForJoining(sight, referral.caseId)
          ? joinFirst
          : notFound
      const acceptance = screens && !someCasesWait(sight) ? acceptanceView(sight, referral) : null
      await record(viewer, [referral.caseId ?? referral.id], 'referral')
      if (acceptance)
        await record(
          viewer,
          acceptance.matches.flatMap((match) => match.cases.map((one) => one.id)),
          'who a referral may be about',
        )
      return {
        ok: true as const,
        viewer,
        panel: seenOf(sight, 'panel'),
        members: seenOf(sight, 'member'),
        referral: shown,
        safety: seenOf(sight, 'referralSafety')[0] ?? null,
        tellings: seenOf(sight, 'referrerTelling').sort((a, b) => a.toldAt - b.toldAt),
        links: seenOf(sight, 'referralLink'),
        caseRef: seenOf(sight, 'case').find((one) => one.id === referral.caseId)?.caseRef ?? null,
        owed: runs(viewer) ? (owedTelling(things, referral) ?? null) : null,
        acceptance,
        /** He may be known, but nobody looks before joining the meeting in session. */
        joinFirst: screens && someCasesWait(sight),
        newCaseMinutes: policyOf(things, panelId).newCaseMinutes,
        reasons: runs(viewer) ? reasonsOf(policyOf(things, panelId)) : null,
        coming: seenOf(sight, 'meeting')
          .filter((meeting) => meeting.status === 'planned')
          .sort((a, b) => (a.date < b.date ? -1 : 1)),
      }
    },

    /** Entries that may be one man, and what was merged, for chair and coordinator. */
    people: async (session: Session, panelId: string) => {
      const found = await store.snapshot((tx) => loadPeople(tx, panelId))
      if (!found) return notFound
      const viewer = enter(session, found, panelId)
      if ('ok' in viewer) return viewer
      if (!runs(viewer)) return notFound
      const sight = sightOf(viewer, found, null)
      if (someCasesWait(sight)) return joinFirst
      const people = seenOf(sight, 'person')
      const cases = seenOf(sight, 'case')
      const duplicates = duplicatesIn(people)
      const shownIds = new Set(duplicates.flatMap((pair) => [pair.oneId, pair.otherId]))
      await record(
        viewer,
        cases.filter((one) => shownIds.has(one.personId)).map((one) => one.id),
        'people who may be one',
      )
      return {
        ok: true as const,
        viewer,
        panel: seenOf(sight, 'panel'),
        members: seenOf(sight, 'member'),
        people: people.sort((a, b) =>
          `${a.familyName} ${a.givenName}` < `${b.familyName} ${b.givenName}` ? -1 : 1,
        ),
        cases: cases.map((one) => ({ id: one.id, caseRef: one.caseRef, personId: one.personId })),
        duplicates,
        merges: seenOf(sight, 'personMerge').sort((a, b) => b.at - a.at),
      }
    },
  }
}
