import { fileURLToPath } from 'node:url'
import { vitePlugin as remix } from '@remix-run/dev'
import { defineConfig } from 'vitest/config'
import remixOptions from './remix.config.js'

/** Unit tests open no database; the others do. Rules are played as both (tests/rules/ground.ts). */
const project = (name: string, folders: readonly string[], env: Record<string, string> = {}) => ({
  extends: true as const,
  test: { name, include: folders.map((folder) => `${folder}/**/*.test.{ts,tsx}`), env },
})

export default defineConfig({
  plugins: [!process.env['VITEST'] && remix(remixOptions)],
  resolve: { alias: { '~': fileURLToPath(new URL('./app', import.meta.url)) } },
  server: { watch: { ignored: ['**/data/**', '**/test-results/**'] } },
  build: {
    rollupOptions: {
      // The rules are pure: what a page does not use of them is left out of what it sends.
      treeshake: { moduleSideEffects: (id) => !/[\\/]app[\\/]domain[\\/]/.test(id) },
      onwarn(warning, report) {
        // Zod's sources carry comments that Rollup cannot read and tells us of at length.
        if (warning.code !== 'INVALID_ANNOTATION') report(warning)
      },
    },
  },
  test: {
    projects: [
      project('unit', ['app', 'server', 'db', 'tests/support', 'tests/rules']),
      project('integration', ['tests/integration', 'tests/rules'], { PANELROOM_RULES: 'in the store' }),
      project('rooms', ['tests/rooms']),
    ],
    setupFiles: ['tests/support/vitest-setup.ts'],
    testTimeout: 15_000,
    hookTimeout: 30_000,
  },
})
