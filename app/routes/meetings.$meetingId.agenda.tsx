import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData, useRevalidator } from '@remix-run/react'
import { AgendaBuilder } from '~/components/agenda/agenda-builder'
import { CirculationSection } from '~/components/agenda/circulation-section'
import { DueList } from '~/components/agenda/due-list'
import { FitProposal } from '~/components/agenda/fit-proposal'
import { DoneNotice } from '~/components/forms/page-form'
import { PageFrame } from '~/components/page/page-frame'
import { weekdayDate } from '~/components/page/dates'
import { mayCommandKinds } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { allOf, meetingIn, viewOfThings } from '~/domain/meeting/room-view'
import type { VisibleThing } from '~/domain/sight/sees'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'
import { sendForm } from '~/live/send-form'

export const meta: MetaFunction = () => [{ title: 'Agenda – Panelroom' }]

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
    done: doneIn(args.request),
    once: crypto.randomUUID(),
    commands: mayCommandKinds(room.viewer.role),
    due: await services.due.dueFor(session, room.viewer.panelId, dayOf(room.view, meetingId)),
    cases: await services.reads.casesToList(session, room.viewer.panelId),
  }
}

const dayOf = (things: readonly VisibleThing[], meetingId: string) =>
  meetingIn(viewOfThings(things), meetingId)?.date ?? ''

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  listed: 'On the agenda.',
  fitted: 'The agenda is changed. What was left out stays on the list of what is due.',
  circulated: 'The agenda is circulated. Every agency is asked for its returns.',
}

export default function Agenda() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { revalidate } = useRevalidator()
  const view = viewOfThings(data.things)
  const meeting = meetingIn(view, data.meetingId)
  const panel = allOf(view, 'panel')[0]
  if (!meeting || !panel) return null
  return (
    <PageFrame
      name={data.name}
      sandbox={panel.sandbox}
      crumbs={[{ label: panel.name, href: `/panels/${panel.id}` }, { label: 'Agenda' }]}
    >
      <DoneNotice done={refused ? null : data.done} words={doneWords} />
      <h1>
        <span className="caption">Agenda</span>
        {weekdayDate(meeting.date)}, {meeting.startsAt}
      </h1>
      <AgendaBuilder
        view={view}
        meeting={meeting}
        viewer={data.viewer}
        commands={new Set(data.commands)}
        cases={data.cases}
        now={data.now}
        today={data.today}
        refused={refused}
        onOrder={async (itemIds) => {
          const form = new FormData()
          form.set('kind', 'orderAgenda')
          form.set('meetingId', data.meetingId)
          for (const id of itemIds) form.append('itemIds[]', id)
          await sendForm(form)
          revalidate()
        }}
      />
      {data.commands.includes('listDueCases') && meeting.status === 'planned' ? (
        <>
          <FitProposal view={view} meeting={meeting} once={data.once} refused={refused} />
          <DueList
            view={view}
            meeting={meeting}
            due={data.due}
            today={data.today}
            once={data.once}
            refused={refused}
          />
        </>
      ) : null}
      <CirculationSection
        view={view}
        meeting={meeting}
        commands={new Set(data.commands)}
        today={data.today}
        once={data.once}
        refused={refused}
      />
    </PageFrame>
  )
}
