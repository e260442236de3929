import type { LoaderFunctionArgs } from '@remix-run/node'
import { candidatesCsv } from '~/domain/candidates/candidates-csv'
import { orRefuse, signedIn } from '~/http/page.server'

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const found = orRefuse(
    await services.candidates.candidates(
      session,
      args.params.panelId ?? '',
      'candidates, taken away as a file',
    ),
  )
  return new Response(candidatesCsv(found.candidates, found.matrix.version, found.today), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="candidates-${found.today}.csv"`,
      'Cache-Control': 'no-store',
    },
  })
}
