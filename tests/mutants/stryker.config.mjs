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

export default {
  testRunner: 'vitest',
  vitest: { configFile: 'tests/mutants/vitest.config.ts' },
  plugins: ['@stryker-mutator/vitest-runner', './tests/mutants/words-for-people.mjs'],
  ignorers: ['words for people'],
  mutate: [...rules, '!**/*.test.ts'],
  ignorePatterns: ['data', 'build', 'test-results', 'public', 'tests/e2e'],
  coverageAnalysis: 'perTest',
  incremental: true,
  incrementalFile: '.cache/mutants.json',
  tempDirName: '.cache/mutants',
  reporters: ['clear-text', 'json'],
  jsonReporter: { fileName: 'test-results/mutants.json' },
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  concurrency: 2,
  // On a busy machine a slow run must not pass for a mutant that was noticed.
  timeoutMS: 60_000,
  thresholds: { high: 98, low: 95, break: 95 },
}
