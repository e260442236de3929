import { expect, test } from 'vitest'
import { EnvironmentError, readDatabaseFile, readEnvironment } from './environment'

const production = {
  PANELROOM_MODE: 'production',
  SESSION_SECRET: 'a secret of more than thirty-two characters',
  BASE_URL: 'https://panel.example.gov.uk',
}

const faultsOf = (source: Record<string, string | undefined>): string => {
  try {
    readEnvironment(source)
    return ''
  } catch (error) {
    expect(error).toBeInstanceOf(EnvironmentError)
    return (error as Error).message
  }
}

test('with nothing set it is a demonstration on port 3000, with demo sign-ins and a database beside it', () => {
  expect(readEnvironment({})).toMatchObject({
    mode: 'demo',
    port: 3000,
    databaseFile: './data/panelroom.db',
    demoSignIns: true,
    baseUrl: undefined,
    sessionIdleMs: 30 * 60_000,
    sessionAbsoluteMs: 600 * 60_000,
    trustProxy: false,
  })
})

test('an empty setting is one that was not given', () => {
  expect(readEnvironment({ PORT: '', SESSION_SECRET: '', BASE_URL: '' })).toEqual(readEnvironment({}))
})

test('production with what it needs is accepted, and has no demo sign-ins', () => {
  const environment = readEnvironment(production)
  expect(environment).toMatchObject({
    mode: 'production',
    demoSignIns: false,
    sessionSecret: production.SESSION_SECRET,
  })
  expect(environment.baseUrl?.host).toBe('panel.example.gov.uk')
})

test('NODE_ENV=production asks for production however the process was started, unless PANELROOM_MODE says otherwise', () => {
  const needed = { SESSION_SECRET: production.SESSION_SECRET, BASE_URL: production.BASE_URL }
  expect(readEnvironment({ NODE_ENV: 'production', ...needed })).toMatchObject({
    mode: 'production',
    demoSignIns: false,
  })
  expect(faultsOf({ NODE_ENV: 'production' })).toContain('\n  SESSION_SECRET: ')
  expect(readEnvironment({ NODE_ENV: 'production', PANELROOM_MODE: 'demo' }).mode).toBe('demo')
  for (const NODE_ENV of ['development', 'test', '']) expect(readEnvironment({ NODE_ENV }).mode).toBe('demo')
})

test('demo sign-ins may be turned off in a demonstration', () => {
  expect(readEnvironment({ DEMO_SIGN_INS: 'no' }).demoSignIns).toBe(false)
})

test.each([
  ['demo sign-ins', { ...production, DEMO_SIGN_INS: 'yes' }, 'DEMO_SIGN_INS'],
  ['no secret', { ...production, SESSION_SECRET: undefined }, 'SESSION_SECRET'],
  ['a short secret', { ...production, SESSION_SECRET: 'short' }, 'SESSION_SECRET'],
  ['no address', { ...production, BASE_URL: undefined }, 'BASE_URL'],
  ['an http address', { ...production, BASE_URL: 'http://panel.example.gov.uk' }, 'BASE_URL'],
])('production refuses %s, and names the setting', (_what, source, setting) => {
  expect(faultsOf(source)).toMatch(new RegExp(`\\n {2}${setting}: .{10}`))
})

test.each([
  ['PANELROOM_MODE', 'prod'],
  ['DATABASE_URL', 'postgres://somewhere'],
  ['PORT', 'eighty'],
  ['PORT', '70000'],
  ['BASE_URL', 'panel.example.gov.uk'],
  ['DEMO_SIGN_INS', 'true'],
  ['SESSION_IDLE_MINUTES', '0'],
  ['SESSION_IDLE_MINUTES', 'half an hour'],
  ['SESSION_ABSOLUTE_MINUTES', '100000'],
  ['TRUST_PROXY', '1'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by name', (setting, value) => {
  expect(faultsOf({ [setting]: value })).toContain(`\n  ${setting}: `)
})

test('all faults are told at once, and no value with them', () => {
  const message = faultsOf({ PORT: 'eighty', LOG_LEVEL: 'loud', SESSION_SECRET: 'hush' })
  for (const setting of ['PORT', 'LOG_LEVEL', 'SESSION_SECRET']) expect(message).toContain(setting)
  expect(message).not.toContain('hush')
  const inProduction = faultsOf({ PANELROOM_MODE: 'production', DEMO_SIGN_INS: 'yes' })
  for (const setting of ['DEMO_SIGN_INS', 'SESSION_SECRET', 'BASE_URL'])
    expect(inProduction).toContain(setting)
})

test('a command that serves nobody is told where the database is, and needs none of what production needs', () => {
  expect(readDatabaseFile({ NODE_ENV: 'production' })).toBe('./data/panelroom.db')
  expect(readDatabaseFile({ DATABASE_URL: 'file:/srv/panel.db', PORT: 'eighty' })).toBe('/srv/panel.db')
  expect(() => readDatabaseFile({ DATABASE_URL: 'postgres://somewhere' })).toThrow('\n  DATABASE_URL: ')
})
