import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// Pure tests alone: a mutant is judged in milliseconds, without a database.

export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  resolve: { alias: { '~': fileURLToPath(new URL('../../app', import.meta.url)) } },
  test: {
    include: ['app/domain/**/*.test.ts', 'db/**/*.test.ts', 'tests/rules/**/*.test.ts'],
    setupFiles: ['tests/support/vitest-setup.ts'],
    testTimeout: 15_000,
  },
})
