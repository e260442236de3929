import { localDay } from '~/domain/dates/local-time'
import type { ShownPolicySetting } from '~/domain/panel/policy'
import { settingOf } from '~/domain/catalogues/policy-settings'
import { settingStatuses, type SettingStatus } from '~/domain/catalogues/policy/setting-kinds'
import { Checkboxes } from '../forms/choices'
import { optionsOf, type Option } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'
import { longDate } from '../page/dates'

const tagOf: Record<SettingStatus, string> = { national: 'tag good', local: 'tag', unverified: 'tag warn' }

/** How far a value can be relied on, and where it comes from. */
export function Sourced({
  status,
  source,
  since,
}: {
  status: SettingStatus
  source: string
  since?: { version: number; adoptedAt: number } | null
}) {
  return (
    <span className="caption small">
      <span className={tagOf[status]}>{settingStatuses[status]}</span> {source}
      {since ? `. Holds since ${longDate(localDay(since.adoptedAt))}, version ${since.version}` : ''}
    </span>
  )
}

function SettingValue({ setting }: { setting: ShownPolicySetting }) {
  if (setting.unit === 'paragraph') return <p className="statement">{setting.inWords}</p>
  if (!setting.lines || setting.lines.length === 0) return <>{setting.inWords}</>
  return (
    <ul>
      {setting.lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}

export function PolicyTable({
  settings,
  caption,
}: {
  settings: readonly ShownPolicySetting[]
  caption: string
}) {
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
              <SettingValue setting={setting} />
              <Sourced {...setting} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function SettingField({
  setting: { key, label, value, hint },
  agencies,
}: {
  setting: ShownPolicySetting
  agencies: readonly Option[]
}) {
  const setting = settingOf(key)
  const name = `values.${key}`
  switch (setting.unit) {
    case 'lines':
      return (
        <TextArea
          name={name}
          label={label}
          hint="One a line"
          rows={6}
          defaultValue={(value as readonly string[]).join('\n')}
        />
      )
    case 'named days':
      return (
        <TextArea
          name={name}
          label={label}
          hint="One a line: the date, then what the day is called. For example: 2027-06-03 Closed for the move"
          rows={4}
          defaultValue={(value as readonly string[]).join('\n')}
        />
      )
    case 'paragraph':
      return (
        <TextArea
          name={name}
          label={label}
          hint={hint ?? undefined}
          rows={6}
          defaultValue={value as string}
        />
      )
    case 'words':
      return (
        <TextField
          name={name}
          label={label}
          hint={setting.empty ? 'May be left empty' : undefined}
          defaultValue={value as string}
        />
      )
    case 'time':
      return <TextField name={name} label={label} type="time" short defaultValue={value as string} />
    case 'choice':
      return (
        <Select
          name={name}
          label={label}
          options={optionsOf(setting.options)}
          defaultValue={value as string}
        />
      )
    case 'chosen agencies':
      return (
        <>
          <input type="hidden" name={`${name}[]`} value="" />
          <Checkboxes
            name={`${name}[]`}
            legend={label}
            options={agencies}
            chosen={value as readonly string[]}
          />
        </>
      )
    default:
      return (
        <TextField
          name={name}
          label={label}
          hint={`In ${setting.unit}, ${setting.min} to ${setting.max}${setting.zero ? `; 0: ${setting.zero.toLowerCase()}` : ''}`}
          inputMode="numeric"
          short
          defaultValue={value as number}
        />
      )
  }
}

interface PolicyFormProps {
  settings: readonly ShownPolicySetting[]
  agencies: readonly Option[]
  name: string
  panelId: string
  once: string
  to: string
  refused: RefusedForm | undefined
}

export function PolicyForm({ settings, agencies, name, panelId, once, to, refused }: PolicyFormProps) {
  return (
    <CommandPageForm kind="adoptPolicy" name={name} ids={{ panelId }} once={once} to={to} refused={refused}>
      {settings.map((setting) => (
        <SettingField key={setting.key} setting={setting} agencies={agencies} />
      ))}
      <TextField name="reason" label="Why this changes" hint="The record keeps it with the new version." />
      <button type="submit">Adopt as a new version</button>
    </CommandPageForm>
  )
}
