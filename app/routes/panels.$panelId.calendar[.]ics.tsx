import type { LoaderFunctionArgs } from '@remix-run/node'
import { pagesOf } from '~/domain/abilities'
import { calendarOf } from '~/domain/dates/calendar'
import { notFound } from '~/domain/refusals'
import { orRefuse, signedIn } from '~/http/page.server'

export async function loader(args: LoaderFunctionArgs) {
  const { session, services, context } = await signedIn(args)
  const found = orRefuse(await services.reads.panel(session, args.params.panelId ?? ''))
  if (!pagesOf(found.viewer.role).meetings) throw orRefuse(notFound)
  const site = context.baseUrl ?? new URL(args.request.url)
  const coming = found.meetings.filter((meeting) => meeting.status !== 'closed')
  return new Response(calendarOf(coming, site, services.clock()), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="meetings.ics"',
      'Cache-Control': 'no-store',
    },
  })
}
