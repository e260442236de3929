import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { weekdayDate } from '~/components/page/dates'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { ReturnLines } from '~/components/returns/return-lines'
import { StillRoom } from '~/components/room/still-room'
import { mayCommandKinds } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { agencyName, agendaIn, allOf, meetingIn, viewOfThings } from '~/domain/meeting/room-view'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Our returns – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const meetingId = args.params.meetingId ?? ''
  const room = orRefuse(await services.reads.room(session, meetingId))
  return {
    meetingId,
    name: session.name,
    viewer: room.viewer,
    things: room.view,
    now: room.now,
    today: localDay(room.now),
    commands: mayCommandKinds(room.viewer.role),
    done: doneIn(args.request),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  returned: 'Your returns are saved. The panel sees that you returned, and nothing of what you wrote.',
  prepared: 'The entry is prepared. It stays with your agency until you share it in the meeting.',
  dropped: 'The entry is taken out of the return.',
  declined: 'Recorded: your agency declines this return.',
}

export default function Returns() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { meetingId, viewer, today } = data
  const view = viewOfThings(data.things)
  const meeting = meetingIn(view, meetingId)
  const panel = allOf(view, 'panel')[0]
  if (!meeting || !panel) return null
  const items = agendaIn(view, meetingId).filter((item) => !item.another)
  const known = allOf(view, 'case').length > 0
  const open =
    meeting.status !== 'closed' && data.commands.includes('giveReturns') && viewer.agencyId !== null
  return (
    <PageFrame
      name={data.name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Agenda', href: `/meetings/${meetingId}/agenda` },
        { label: 'Our returns' },
      ]}
    >
      <DoneNotice done={refused ? null : data.done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">Returns of {agencyName(view, viewer.agencyId)}</span>
        {weekdayDate(meeting.date)}, {meeting.startsAt}
      </h1>
      <p>
        What you write here is your agency’s own. The panel, the chair and the coordinator see that you
        returned, and nothing more, until your agency shares an entry in the meeting.
      </p>
      {items.length > 0 && !known ? (
        <p className="notice">
          The meeting is in session. <a href={`/meetings/${meetingId}/room`}>Join it first</a>: its
          confidentiality statement comes before its cases.
        </p>
      ) : items.length === 0 ? (
        <p className="empty">
          No case is on the agenda yet. When the coordinator has circulated it, each case is here with the day
          your return is due.
        </p>
      ) : (
        <StillRoom
          meetingId={meetingId}
          view={view}
          viewer={viewer}
          commands={data.commands}
          now={data.now}
          today={today}
          refused={refused}
        >
          <ReturnLines
            view={view}
            viewer={viewer}
            meetingId={meetingId}
            items={items}
            today={today}
            once={data.once}
            open={open}
            refused={refused}
          />
        </StillRoom>
      )}
    </PageFrame>
  )
}
