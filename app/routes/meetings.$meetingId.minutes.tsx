import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { MinutesRecord } from '~/components/minutes/minutes-record'
import { MinutesStanding } from '~/components/minutes/minutes-standing'
import { DoneNotice, PageErrors } from '~/components/forms/page-form'
import { PaperLinks } from '~/components/minutes/paper-page'
import { PageFrame } from '~/components/page/page-frame'
import { weekdayDate } from '~/components/page/dates'
import { mayCommandKind } from '~/domain/abilities'
import { localDay } from '~/domain/dates/local-time'
import { allOf, meetingIn, viewOfThings } from '~/domain/meeting/room-view'
import { doneIn } from '~/http/done.server'
import { runFormCommand } from '~/http/form-command.server'
import { orRefuse, signedIn } from '~/http/page.server'

export const meta: MetaFunction = () => [{ title: 'Minutes – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const meetingId = args.params.meetingId ?? ''
  const asked = new URL(args.request.url).searchParams
  const {
    view,
    cursor: _cursor,
    ...minutes
  } = orRefuse(
    await services.reads.minutes(session, meetingId, {
      versionId: asked.get('version'),
      comparedId: asked.get('compare'),
    }),
  )
  return {
    ...minutes,
    meetingId,
    things: view,
    name: session.name,
    done: doneIn(args.request),
    correcting: asked.get('correct'),
    today: localDay(minutes.now),
    once: crypto.randomUUID(),
    may: {
      approve: mayCommandKind(minutes.viewer.role, 'approveMinutes'),
      distribute: mayCommandKind(minutes.viewer.role, 'distributeMinutes'),
    },
  }
}

export async function action(args: ActionFunctionArgs) {
  return runFormCommand(args)
}

const doneWords = {
  approved: 'The minutes are approved. They can be distributed now.',
  distributed:
    'The minutes are distributed: everyone who sits on the panel finds them, and their agency’s extract, here.',
  corrected: 'The correction is on record with its reason.',
}

export default function Minutes() {
  const data = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const view = viewOfThings(data.things)
  const meeting = meetingIn(view, data.meetingId)
  const panel = allOf(view, 'panel')[0]
  if (!meeting || !panel) return null
  const here = `/meetings/${meeting.id}/minutes`
  const stands = data.shownId === null || data.shownId === data.versions.at(-1)?.id
  const correction = {
    viewer: data.viewer,
    approved: data.versions.length > 0,
    entryId: data.correcting,
    here,
    once: data.once,
    refused,
  }
  return (
    <PageFrame
      name={data.name}
      sandbox={panel.sandbox}
      crumbs={[{ label: panel.name, href: `/panels/${panel.id}` }, { label: 'Minutes' }]}
    >
      <DoneNotice done={refused ? null : data.done} words={doneWords} />
      {data.correcting ? null : <PageErrors refused={refused} />}
      <h1>
        <span className="caption">{meeting.status === 'closed' ? 'Minutes' : 'Minutes so far'}</span>
        {panel.name}, {weekdayDate(meeting.date)}
      </h1>
      <MinutesStanding {...data} view={view} refused={refused} />
      {data.viewer.agencyId ? (
        <p className="no-print">
          <a href={`/meetings/${meeting.id}/extract`}>Your agency’s extract</a>: its own actions and what it
          needs to know.
        </p>
      ) : null}
      {meeting.status === 'closed' ? (
        <PaperLinks
          meetingId={meeting.id}
          what="minutes"
          versionId={data.shownId}
          files={data.may.distribute || data.state !== 'draft'}
        />
      ) : null}
      <MinutesRecord
        view={view}
        meeting={meeting}
        viewer={data.viewer}
        headHash={data.headHash}
        readAt={data.now}
        readerName={data.name}
        correction={meeting.status === 'closed' && stands ? correction : undefined}
      />
    </PageFrame>
  )
}
