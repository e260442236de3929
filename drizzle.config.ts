import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/*.ts',
  out: './db/migrations',
  casing: 'snake_case',
  // By time, not by number: two branches that each add one do not get the same name.
  migrations: { prefix: 'timestamp' },
})
