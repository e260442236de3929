import { count, noFigure, type PolicySetting } from './setting-kinds'

export const recordSettings = {
  retentionYears: count({
    group: 'record',
    label: 'A closed case is kept for',
    hint: 'Then the panel reviews whether to keep it; nothing is deleted by itself.',
    unit: 'years',
    start: 7,
    min: 1,
    max: 100,
    source: noFigure,
    status: 'unverified',
  }),
} as const satisfies Record<string, PolicySetting>
