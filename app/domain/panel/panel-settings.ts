import type { SettingStatus } from './policy-settings'
import type { Panel } from '../things'

// A panel's settings as it shows them: value, where the value comes from, and how far it can be relied on (domain,
// opening rule). No national figure exists for any of these.

export interface ShownSetting {
  key: string
  label: string
  value: string
  source: string
  status: SettingStatus
}

/** The caseload that the Drive Croydon evaluation reports for one panel's case managers. */
const croydonCaseload = 25
const bySelf = 'Set by this panel'

type Settings = Pick<Panel, 'quorum' | 'caseloadLimit' | 'secondFactorRequired' | 'usualTime' | 'usualPlace'>

export const shownSettings = (panel: Settings): ShownSetting[] => [
  { key: 'quorum', label: 'Quorum', value: `${panel.quorum} agencies in the room`, source: bySelf, status: 'local' },
  panel.caseloadLimit === croydonCaseload
    ? { key: 'caseload', label: 'Caseload limit', value: '25 open cases', source: 'Drive Croydon evaluation, year two: one panel’s practice', status: 'unverified' }
    : {
        key: 'caseload',
        label: 'Caseload limit',
        value: panel.caseloadLimit === null ? 'None set' : `${panel.caseloadLimit} open cases`,
        source: bySelf,
        status: 'local',
      },
  { key: 'usual-time', label: 'Usual time', value: panel.usualTime, source: bySelf, status: 'local' },
  { key: 'usual-place', label: 'Usual place', value: panel.usualPlace || 'Not set', source: bySelf, status: 'local' },
  {
    key: 'second-factor',
    label: 'Second factor at sign-in',
    value: panel.secondFactorRequired ? 'Asked of every member' : 'Up to each member',
    source: bySelf,
    status: 'local',
  },
]
