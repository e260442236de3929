import { referralOf } from '../../app/domain/candidates/referral-of-candidate'
import { longestLook } from '../../app/domain/catalogues/scoring-matrix'
import { candidateMaterial, rankedCandidates } from '../../app/domain/candidates/candidates'
import { addMonths } from '../../app/domain/dates/due-date'
import { localDay } from '../../app/domain/dates/local-time'
import { notFound } from '../../app/domain/refusals'
import { latestMatrix } from '../../app/domain/candidates/scoring'
import { isInCircle } from '../../app/domain/sight/viewer'
import { seenOf } from '../../app/domain/sight/sees'
import { sightOf, someCasesWait } from '../../app/domain/sight/sight'
import { incidents } from '../../db/schema/candidates'
import { eq } from 'drizzle-orm'
import type { Store } from '../../db/store'
import { loadCandidates, loadScoringMatricesInto } from '../../db/things/load-candidates'
import { loadPanel } from '../../db/things/load-panel'
import type { AccessLog } from '../accounts/access-log'
import { createEnter, createRecordReading } from '../accounts/entrance'
import type { Session } from '../accounts/sessions'

// The ranked candidates, and the matrix that ranks them: for the safety circle, because what she reported counts in them.

interface Settings {
  store: Store
  accessLog: AccessLog
  mayEnterPanel: (session: Session, panel: { secondFactorRequired: boolean }) => boolean
  clock: () => number
}

export const createCandidateReads = ({ store, accessLog, mayEnterPanel, clock }: Settings) => {
  const enter = createEnter(mayEnterPanel)
  const recordReading = createRecordReading(accessLog)

  return {
    /** Whether a panel has anything to rank, or will have: a MATAC, or one that brought incidents in. */
    ranks: async (panelId: string, panelKind: string): Promise<boolean> =>
      panelKind === 'matac' || (await store.read.$count(incidents, eq(incidents.panelId, panelId))) > 0,

    /** What the panel holds of someone, as a referral of him would say it; null where there is nobody this person may see. */
    referralOf: async (
      session: Session,
      panelId: string,
      personId: string,
    ): Promise<Record<string, string> | null> => {
      const things = await store.snapshot((tx) =>
        loadCandidates(tx, panelId, addMonths(localDay(clock()), -longestLook), personId),
      )
      const viewer = things && enter(session, things, panelId)
      if (!things || !viewer || 'ok' in viewer || !isInCircle(viewer)) return null
      const material = candidateMaterial(sightOf(viewer, things, null))
      const filled = referralOf(material, personId)
      if (filled)
        await recordReading(
          viewer,
          material.cases.filter((one) => one.personId === personId),
          'referral filled in',
        )
      return filled ?? null
    },

    candidates: async (session: Session, panelId: string, place: string) => {
      const today = localDay(clock())
      const things = await store.snapshot(async (tx) => {
        const matrices = await loadPanel(tx, panelId)
        if (!matrices) return undefined
        await loadScoringMatricesInto(matrices, tx, panelId)
        const { values } = latestMatrix(matrices.all('scoringMatrix'))
        return loadCandidates(
          tx,
          panelId,
          addMonths(today, -Math.max(values.windowMonths, values.victimMonths)),
        )
      })
      const viewer = things && enter(session, things, panelId)
      if (!things || !viewer) return notFound
      if ('ok' in viewer) return viewer
      if (!isInCircle(viewer)) return notFound
      const sight = sightOf(viewer, things, null)
      const matrix = latestMatrix(seenOf(sight, 'scoringMatrix'))
      const material = candidateMaterial(sight)
      const candidates = rankedCandidates(material, matrix.values, today)
      const shown = new Set(candidates.map((candidate) => candidate.personId))
      await recordReading(
        viewer,
        material.cases.filter((one) => shown.has(one.personId)),
        place,
      )
      return {
        ok: true as const,
        viewer,
        panel: seenOf(sight, 'panel')[0],
        members: seenOf(sight, 'member'),
        matrix: { version: matrix.version, values: matrix.values },
        matrices: seenOf(sight, 'scoringMatrix').sort((a, b) => b.version - a.version),
        candidates,
        today,
        /** A meeting is in session that this person has not joined: its cases are not ranked for them. */
        waits: someCasesWait(sight),
      }
    },
  }
}

export type CandidateReads = ReturnType<typeof createCandidateReads>
