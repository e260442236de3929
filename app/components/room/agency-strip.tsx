import {
  agenciesIn,
  hearingLabels,
  hearingOf,
  meetingIn,
  policyIn,
  type VisibleItem,
} from '~/domain/meeting/room-view'
import { CommandButton } from '../forms/command-form'
import { useRoomContext } from '../forms/room-context'

/** Every agency, and where it stands on this case: so that nobody is concluded over a silent core agency unnoticed. */
export function AgencyStrip({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const { runs } = viewer
  const mayMark = room.commands.has('markAgencyHeard')
  const before = room.commands.has('recordReturn')
  const planned = meetingIn(view, meetingId)?.status === 'planned'
  const core = policyIn(view).coreAgencyIds
  return (
    <section aria-labelledby="agencies-heading" className="agency-strip">
      <h3 id="agencies-heading">Agencies</h3>
      <ul className="plain">
        {agenciesIn(view).map((agency) => {
          const hearing = hearingOf(view, item, agency.id, room.inSession)
          const may =
            (runs || agency.id === viewer.agencyId) &&
            hearing !== 'spoken' &&
            hearing !== 'nothing_held' &&
            item.status === 'listed'
          const ids = { meetingId, itemId: item.id, agencyId: agency.id }
          return (
            <li key={agency.id} data-hearing={hearing}>
              <span className="agency-name">
                {agency.name}
                {core.includes(agency.id) ? '' : ' (not core)'}
              </span>{' '}
              <span className={`hearing ${hearing}`}>{hearingLabels[hearing]}</span>
              {room.inSession && mayMark && may ? (
                <>
                  <CommandButton
                    kind="markAgencyHeard"
                    ids={{ ...ids, heard: 'spoken' }}
                    formKey={`heard:${item.id}:${agency.id}`}
                    className="link"
                    label={`${agency.name} has spoken`}
                  >
                    spoken
                  </CommandButton>
                  <CommandButton
                    kind="markAgencyHeard"
                    ids={{ ...ids, heard: 'nothing_held' }}
                    formKey={`nothing:${item.id}:${agency.id}`}
                    className="link"
                    label={`${agency.name} holds nothing`}
                  >
                    nothing held
                  </CommandButton>
                </>
              ) : null}
              {planned &&
              before &&
              agency.id === viewer.agencyId &&
              hearing !== 'nothing_held' &&
              hearing !== 'returned' ? (
                <CommandButton
                  kind="recordReturn"
                  ids={{ ...ids, state: 'nothing_held' }}
                  formKey={`return:${item.id}`}
                  className="link"
                  label="We hold nothing on this case"
                >
                  nothing held
                </CommandButton>
              ) : null}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
