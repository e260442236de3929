import {
  redirect,
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  type MetaFunction,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { longDate, weekdayDate } from '~/components/page/dates'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { ReturnBoard } from '~/components/returns/return-board'
import { mayCommandKind } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { returnsDueOn } from '~/domain/returns/return-board'
import { allOf, meetingIn, viewOfThings } from '~/domain/meeting/room-view'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Who has returned what – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const meetingId = args.params.meetingId ?? ''
  const room = orRefuse(await services.reads.room(session, meetingId))
  // Those who keep the meeting on time have the board; everyone else has their own returns.
  if (!mayCommandKind(room.viewer.role, 'chaseReturns')) throw redirect(`/meetings/${meetingId}/returns`)
  return {
    meetingId,
    name: session.name,
    things: room.view,
    today: localDay(room.now),
    done: doneIn(args.request),
    once: crypto.randomUUID(),
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = { chased: 'Recorded: the agency is asked again for what it owes.' }

export default function Board() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { meetingId, today } = data
  const view = viewOfThings(data.things)
  const meeting = meetingIn(view, meetingId)
  const panel = allOf(view, 'panel')[0]
  if (!meeting || !panel) return null
  const due = returnsDueOn(view, meetingId)
  return (
    <PageFrame
      name={data.name}
      sandbox={panel.sandbox}
      crumbs={[
        { label: panel.name, href: `/panels/${panel.id}` },
        { label: 'Agenda', href: `/meetings/${meetingId}/agenda` },
        { label: 'Returns' },
      ]}
    >
      <DoneNotice done={refused ? null : data.done} words={doneWords} />
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">Who has returned what</span>
        {weekdayDate(meeting.date)}, {meeting.startsAt}
      </h1>
      <p>
        {due ? `Returns are due ${longDate(due)}. ` : ''}States only: what an agency holds stays with it until
        it shares it in the meeting. <a href={`/meetings/${meetingId}/returns`}>Our own returns</a>
      </p>
      <ReturnBoard
        view={view}
        meetingId={meetingId}
        today={today}
        mayChase={meeting.status !== 'closed'}
        once={data.once}
        refused={refused}
      />
    </PageFrame>
  )
}
