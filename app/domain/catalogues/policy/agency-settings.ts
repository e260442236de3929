import {
  count,
  choice,
  text,
  chosenAgencies,
  noFigure,
  ours,
  everyPanelItsOwn,
  type PolicySetting,
} from './setting-kinds'

const startingStatement =
  'What is said here is confidential. We share only what this panel needs to protect people from abuse, use it only ' +
  'for that, and pass it on only as the panel agrees. Nothing that a victim-survivor has told anyone may reach the ' +
  'person who abused them. Each agency keeps what it learns here safe, by its own rules.'

export const agencySettings = {
  coreAgencyIds: chosenAgencies({
    group: 'agencies',
    label: 'Core agencies',
    hint: 'Those the panel cannot well do without: the room and the standing page say which of them are missing or silent.',
    start: [],
    source: everyPanelItsOwn,
    status: 'local',
  }),
  quorum: count({
    group: 'agencies',
    label: 'Quorum',
    hint: 'How many agencies must be in the room. With fewer, a meeting opens only with a reason, which the minutes keep.',
    unit: 'agencies',
    start: 1,
    min: 1,
    max: 40,
    source: noFigure,
    status: 'unverified',
  }),
  quorumCounts: choice({
    group: 'agencies',
    label: 'Who counts towards the quorum',
    options: { any: 'Any agency of the panel', core: 'Core agencies only' },
    start: 'any',
    source: noFigure,
    status: 'unverified',
  }),
  returnsAskedOf: choice({
    group: 'agencies',
    label: 'Who is asked for a research return',
    hint: 'Whoever is asked in for a case by name is always asked.',
    options: { every: 'Every agency of the panel', core: 'Core agencies' },
    start: 'every',
    source: ours,
    status: 'unverified',
  }),
  confidentialityStatement: text({
    group: 'agencies',
    label: 'Confidentiality statement',
    hint: 'Every person accepts it at the start of each meeting; the minutes keep the words that each accepted.',
    unit: 'paragraph',
    start: startingStatement,
    source: 'Starting words of this product; not checked by a lawyer',
    status: 'unverified',
  }),
} as const satisfies Record<string, PolicySetting>
