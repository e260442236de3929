import type { AdoptedVersion } from '~/domain/panel/settings-history'
import { dateAndTime } from '../page/dates'

/** Every version, newest first: who adopted it, when, why and what it changed. */
export function SettingsVersions({
  versions,
  nameOf,
}: {
  versions: readonly AdoptedVersion[]
  nameOf: (memberId: string) => string
}) {
  if (versions.length === 0)
    return (
      <p className="empty">
        None adopted yet: every setting stands at its starting value. Each change will be here with who made
        it and why.
      </p>
    )
  return (
    <ol className="plain">
      {versions.map((one) => (
        <li key={one.key} className="inset" id={one.anchor}>
          <strong>{one.title}</strong>, holds since {dateAndTime(one.at)}
          {one.by ? `. Adopted by ${nameOf(one.by)}` : ''}: {one.reason}
          <ul>
            {one.changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </li>
      ))}
    </ol>
  )
}
