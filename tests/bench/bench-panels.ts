import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const roles = ['chair', 'coordinator', 'idva', 'presenter', 'case_manager', 'observer']
const agencyKinds = [
  'police',
  'probation',
  'housing',
  'mental_health',
  'childrens_social_care',
  'adult_social_care',
  'substance_misuse',
  'victim_service',
  'perpetrator_service',
  'family_justice_centre',
]

const perMeeting = 5

export interface BenchShape {
  panels: number
  people: number
  /** Meetings to hold for each panel; the last stays open. */
  meetings: number
  casesPerPanel?: number
  /** So many new cases at each meeting, in place of as many that leave; 0: the same cases at every meeting. */
  newCases?: number
}

/** A folder of invented panels to import, each with one meeting to come a week apart. Gives its directory. */
export const writeBenchPanels = ({
  panels,
  people,
  meetings,
  casesPerPanel = perMeeting,
  newCases = 0,
}: BenchShape): string => {
  const directory = mkdtempSync(join(tmpdir(), 'panelroom-bench-'))
  const files: Record<string, string[]> = {
    panels: ['name,area,kind,quorum'],
    agencies: ['panel,name,kind,core'],
    members: ['panel,name,email,role,agency'],
    people: ['panel,person_ref,given_name,family_name'],
    cases: ['case_ref,panel,person_ref,referral_source,referred_on'],
    victims: ['victim_ref,case_ref,relationship'],
    meetings: ['meeting_ref,panel,date,minutes_planned,starts_at'],
    agenda: ['meeting_ref,case_ref,position,kind'],
  }
  for (let p = 0; p < panels; p += 1) {
    const panel = `Bench ${p}`
    files.panels?.push(`${panel},Area ${p},perpetrator_panel,1`)
    agencyKinds.forEach((kind, a) => files.agencies?.push(`${panel},Agency ${a},${kind},yes`))
    for (let m = 0; m < people; m += 1) {
      files.members?.push(
        `${panel},Person ${m},p${m}@bench${p}.example,${roles[m] ?? 'representative'},Agency ${m % agencyKinds.length}`,
      )
    }
    for (let c = 0; c < casesPerPanel + newCases * (meetings - 1); c += 1) {
      files.people?.push(`${panel},R${p}-${c},Given${c},Family${p}`)
      files.cases?.push(`C${p}-${c},${panel},R${p}-${c},police,2026-01-05`)
      files.victims?.push(`V${p}-${c},C${p}-${c},partner`)
    }
    for (let n = 0; n < meetings; n += 1) {
      const date = new Date(Date.UTC(2027, 0, 6 + 14 * n)).toISOString().slice(0, 10)
      files.meetings?.push(`M${p}-${n},${panel},${date},120,10:00`)
      for (let c = 0; c < casesPerPanel; c += 1)
        files.agenda?.push(`M${p}-${n},C${p}-${c + n * newCases},${c + 1},new`)
    }
  }
  for (const [name, lines] of Object.entries(files))
    writeFileSync(join(directory, `${name}.csv`), `${lines.join('\n')}\n`)
  return directory
}
