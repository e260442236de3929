import type { LoaderFunctionArgs } from '@remix-run/node'
import { notFound } from '~/domain/refusals'
import { orRefuse, signedIn } from '~/http/page.server'

// Minutes and extracts to take away. The name of the file says panel, day and kind, and nobody's name.

export async function loader(args: LoaderFunctionArgs) {
  const { services, session } = await signedIn(args)
  const [, what, form] = /^(minutes|extract)\.(pdf|docx)$/.exec(args.params.paper ?? '') ?? []
  if ((what !== 'minutes' && what !== 'extract') || (form !== 'pdf' && form !== 'docx'))
    return orRefuse(notFound)
  const version = new URL(args.request.url).searchParams.get('version')
  const file = orRefuse(
    await services.reads.paperFile(session, args.params.meetingId ?? '', what, form, version),
  )
  return new Response(new Uint8Array(file.body), {
    headers: {
      'Content-Type': file.type,
      'Content-Disposition': `attachment; filename="${file.fileName}"`,
      'X-Content-Type-Options': 'nosniff',
    },
  })
}
