import type { ShownPolicySetting } from '~/domain/panel/policy'
import { settingStatuses, type SettingStatus } from '~/domain/panel/policy-settings'
import { TextArea, TextField } from '../forms/form-controls'
import { OrderForm, type RefusedForm } from '../forms/page-form'

const tagOf: Record<SettingStatus, string> = { national: 'tag good', local: 'tag', unverified: 'tag warn' }

export function PolicyTable({ settings, caption }: { settings: readonly ShownPolicySetting[]; caption: string }) {
  return (
    <table className="settings">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Setting</th>
          <th scope="col">Value and source</th>
        </tr>
      </thead>
      <tbody>
        {settings.map((setting) => (
          <tr key={setting.key}>
            <th scope="row">
              {setting.label}
              {setting.hint ? <span className="caption small">{setting.hint}</span> : null}
            </th>
            <td>
              {setting.lines ? (
                <ul>
                  {setting.value.split('\n').map((line) => (
                    <li key={line}>{line}</li>
                  ))}
                </ul>
              ) : (
                setting.inWords
              )}
              <span className="caption small">
                <span className={tagOf[setting.status]}>{settingStatuses[setting.status]}</span> {setting.source}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function PolicyForm({ settings, name, panelId, once, to, refused }: { settings: readonly ShownPolicySetting[]; name: string; panelId: string; once: string; to: string; refused: RefusedForm | undefined }) {
  return (
    <OrderForm kind="adoptPolicy" name={name} ids={{ panelId }} once={once} to={to} refused={refused}>
      {settings.map((setting) =>
        setting.lines ? (
          <TextArea key={setting.key} name={`values.${setting.key}`} label={setting.label} hint="One a line" rows={6} defaultValue={setting.value} />
        ) : (
          <TextField key={setting.key} name={`values.${setting.key}`} label={setting.label} hint={`In ${setting.unit}`} inputMode="numeric" short defaultValue={setting.value} />
        ),
      )}
      <TextField name="reason" label="Why this changes" hint="The record keeps it with the new version." />
      <button type="submit">Adopt as a new version</button>
    </OrderForm>
  )
}
