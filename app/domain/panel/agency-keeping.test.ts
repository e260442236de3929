import { expect, test } from 'vitest'
import { openPurePanel, type PurePanel } from '../../../tests/support/pure-panel'
import { policyOf } from './policy'

type Fields = Record<string, unknown>
const adding = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'addAgency',
  panelId: panel.panelId,
  name: 'Fire Service',
  agencyKind: 'other',
  ...fields,
})
const changing = (panel: PurePanel, fields: Fields = {}) => ({
  kind: 'changeAgency',
  panelId: panel.panelId,
  agencyId: panel.agencies.housing,
  name: 'Housing',
  agencyKind: 'housing',
  core: 'yes',
  ...fields,
})
const policy = (panel: PurePanel) => policyOf(panel.things, panel.panelId)
const versions = (panel: PurePanel) =>
  panel.things.all('policy').filter((one) => one.panelId === panel.panelId).length

test('an agency is added; as a core one, in a new version of the policy that says so', () => {
  const panel = openPurePanel()
  const before = versions(panel)
  const { agency: plain = '' } = panel.done('coordinator', adding(panel)).created
  expect(panel.things.get('agency', plain)).toMatchObject({
    panelId: panel.panelId,
    name: 'Fire Service',
    kind: 'other',
  })
  expect([versions(panel), policy(panel).coreAgencyIds.includes(plain)]).toEqual([before, false])
  const { agency: core = '' } = panel.done(
    'administrator',
    adding(panel, { name: 'Schools', core: 'yes' }),
  ).created
  expect([versions(panel), policy(panel).coreAgencyIds.includes(core)]).toEqual([before + 1, true])
  expect(panel.things.all('policy').at(-1)?.reason).toBe('Schools joins the panel as a core agency.')
})

test('two agencies of a panel have two names; those of other panels are free', () => {
  const panel = openPurePanel()
  for (const sent of [adding(panel, { name: 'housing' }), changing(panel, { name: 'POLICE' })])
    expect(panel.refused('administrator', sent).fields).toMatchObject([{ field: 'name' }])
  panel.done('administrator', adding(panel, { name: 'Brook Police' }))
  expect(panel.refused('administrator', adding(panel, { name: 'x'.repeat(201) })).fields).toMatchObject([
    { field: 'name' },
  ])
})

test('renamed, its core standing stays, and the policy with it', () => {
  const panel = openPurePanel()
  const before = versions(panel)
  panel.done('administrator', changing(panel, { name: 'Homes', agencyKind: 'other' }))
  expect(panel.things.get('agency', panel.agencies.housing)).toMatchObject({ name: 'Homes', kind: 'other' })
  expect(versions(panel)).toBe(before)
})

test('that it becomes, or is no longer, a core agency needs a reason, which the version keeps', () => {
  const panel = openPurePanel()
  const leaves = { core: '' }
  expect(panel.refused('administrator', changing(panel, leaves)).fields).toMatchObject([{ field: 'reason' }])
  panel.done('administrator', changing(panel, { ...leaves, reason: 'It sends nobody.' }))
  expect(policy(panel).coreAgencyIds).not.toContain(panel.agencies.housing)
  expect(panel.things.all('policy').at(-1)?.reason).toBe('It sends nobody.')
  panel.done('administrator', changing(panel, { reason: 'It is back.' }))
  expect(policy(panel).coreAgencyIds).toContain(panel.agencies.housing)
})

test('where the quorum counts core agencies, as many of them stay as it asks for', () => {
  const panel = openPurePanel()
  const core = policy(panel).coreAgencyIds.length
  panel.done('chair', {
    kind: 'adoptPolicy',
    panelId: panel.panelId,
    values: { quorum: String(core), quorumCounts: 'core' },
    reason: 'Agreed.',
  })
  const leaves = changing(panel, { core: '', reason: 'It sends nobody.' })
  expect(panel.refused('administrator', leaves).fields).toMatchObject([{ field: 'core' }])
  panel.done('chair', {
    kind: 'adoptPolicy',
    panelId: panel.panelId,
    values: { quorum: String(core - 1) },
    reason: 'Agreed.',
  })
  panel.done('administrator', leaves)
})

test('saved as it is, nothing is different; another panel’s agency is not there', () => {
  const panel = openPurePanel()
  expect(panel.refused('administrator', changing(panel))).toMatchObject({ code: 'already_done' })
  expect(
    panel.refused('administrator', changing(panel, { agencyId: panel.agencies.brookPolice })),
  ).toMatchObject({ code: 'not_found' })
})
