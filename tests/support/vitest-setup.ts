import { format } from 'node:util'
import { afterAll, afterEach } from 'vitest'

const complaints: string[] = []

for (const level of ['error', 'warn'] as const) {
  console[level] = (...said: unknown[]) => {
    complaints.push(`console.${level}: ${format(...said)}`)
  }
}

function failOnComplaints() {
  const found = complaints.splice(0)
  if (found.length > 0) throw new Error(`A test must leave the console quiet.\n${found.join('\n')}`)
}

afterEach(failOnComplaints)
afterAll(failOnComplaints)
