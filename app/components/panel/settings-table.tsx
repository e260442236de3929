import type { ShownSetting } from '~/domain/panel/panel-settings'
import { settingStatuses, type SettingStatus } from '~/domain/panel/policy-settings'

const tagOf: Record<SettingStatus, string> = { national: 'tag good', local: 'tag', unverified: 'tag warn' }

/** Each setting with its value, where the value comes from, and how far it can be relied on. */
export function SettingsTable({ settings, statement }: { settings: readonly ShownSetting[]; statement: string }) {
  return (
    <>
      <p className="quiet">
        Local: this panel’s own choice. Unverified: taken from a published example, not from a rule. No national figure exists for any of these.
      </p>
      <table className="settings">
        <thead>
          <tr>
            <th scope="col">Setting</th>
            <th scope="col">Value and source</th>
          </tr>
        </thead>
        <tbody>
          {settings.map((setting) => (
            <tr key={setting.key}>
              <th scope="row">{setting.label}</th>
              <td>
                {setting.value}
                <span className="caption small">
                  <span className={tagOf[setting.status]}>{settingStatuses[setting.status]}</span> {setting.source}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <h3>Confidentiality statement</h3>
      <blockquote className="inset">{statement}</blockquote>
      <p className="quiet">
        <span className="tag">Local</span> Every person accepts it at the start of each meeting.
      </p>
    </>
  )
}
