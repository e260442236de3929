import type { Viewer } from '~/domain/sight/viewer'

/** Chair and coordinator may look at any agency's; without script, by a plain form. */
export function InboxAgency({
  viewer,
  agencies,
  agencyId,
}: {
  viewer: Viewer
  agencies: readonly { id: string; name: string }[]
  agencyId: string | null
}) {
  if (viewer.role !== 'chair' && viewer.role !== 'coordinator') return null
  return (
    <form method="get" className="no-print field-row">
      <div className="field">
        <label htmlFor="agency">Whose</label>
        <select id="agency" name="agency" defaultValue={agencyId ?? ''}>
          {agencies.map((agency) => (
            <option key={agency.id} value={agency.id}>
              {agency.name}
            </option>
          ))}
        </select>
      </div>
      <button type="submit" className="secondary">
        Show
      </button>
    </form>
  )
}
