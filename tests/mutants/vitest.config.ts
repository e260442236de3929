import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Pure tests alone: a mutant is judged in milliseconds, without a database. The tests share one copy of the modules (each
// mutant gets a new one), which halves the time and, tried on three files, changes nothing of what is noticed.

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '~': fileURLToPath(new URL('../../app', import.meta.url)) } },
  test: {
    include: ['app/domain/**/*.test.ts', 'db/**/*.test.ts', 'tests/rules/**/*.test.ts'],
    exclude: ['app/domain/importing/**', 'app/domain/dates/**'],
    isolate: false,
    setupFiles: ['tests/support/vitest-setup.ts'],
    testTimeout: 15_000,
  },
})
