import { existsSync, readFileSync, writeFileSync } from 'node:fs'

// npm run mutants [-- --mutate FILES]: breaks the rules that can hurt someone, one expression at a time, and says which
// breaks no pure test notices. By hand, not in npm test.

/** What must not break unnoticed: sight, permission, gate, entries, minutes as they stood, journal chain, interests, audiences. */
const rules = [
  'app/domain/sight/*.ts',
  'app/domain/commands/permission.ts',
  'app/domain/audience.ts',
  'app/domain/meeting/gate.ts',
  'app/domain/meeting/conclusion.ts',
  'app/domain/meeting/interests.ts',
  'app/domain/meeting/entries.ts',
  'app/domain/meeting/entry-*.ts',
  'app/domain/meeting/makers/*.ts',
  'app/domain/records/entries.ts',
  'app/domain/things/entries-standing.ts',
  'app/domain/minutes/record-as-at.ts',
  'db/journal/chain.ts',
  'db/journal/canonical.ts',
]

const known = '.cache/mutants.json'

// What was noticed once is not asked again while neither it nor its tests change. What was not, is: a test written since
// may notice it, which Stryker does not see where the mutant is met while a module loads.
if (existsSync(known)) {
  /** @type {{ files: Record<string, { mutants: { status: string }[] }> }} */
  const { files, ...rest } = JSON.parse(readFileSync(known, 'utf8'))
  for (const file of Object.values(files))
    file.mutants = file.mutants.filter(({ status }) => status === 'Killed' || status === 'Ignored')
  writeFileSync(known, JSON.stringify({ ...rest, files }))
}

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutants/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutants/words-for-people.mjs'],
  ignorers: ['words for people'],
  mutate: [...rules, '!**/*.test.ts'],
  ignorePatterns: ['data', 'build', 'test-results', 'public', 'tests/e2e'],
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: known,
  tempDirName: '.cache/mutants',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'test-results/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  // On a busy machine a slow run must not pass for a mutant that was noticed.
  timeoutMS: 60_000,
  thresholds: { high: 98, low: 95, break: 95 },
}
