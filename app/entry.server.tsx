import { PassThrough } from 'node:stream'
import { createReadableStreamFromReadable, type AppLoadContext, type EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToPipeableStream } from 'react-dom/server'
import { NonceProvider } from './components/page/nonce'
import type { PageContext } from '../server/http'

const longest = 5_000

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  loadContext: AppLoadContext,
) {
  const { nonce } = loadContext as PageContext
  return new Promise<Response>((resolve, reject) => {
    let code = status
    const { pipe, abort } = renderToPipeableStream(
      <NonceProvider value={nonce}>
        <RemixServer context={remixContext} url={request.url} abortDelay={longest} nonce={nonce} />
      </NonceProvider>,
      {
        nonce,
        // Everything, so that a browser without script gets a whole page.
        onAllReady() {
          const body = new PassThrough()
          headers.set('Content-Type', 'text/html; charset=utf-8')
          resolve(new Response(createReadableStreamFromReadable(body), { headers, status: code }))
          pipe(body)
        },
        onShellError: reject,
        onError() {
          code = 500
        },
      },
    )
    setTimeout(abort, longest + 1_000).unref()
  })
}

/** Refusals and unknown addresses are expected; only a bug is worth a line, and never with what people wrote. */
export function handleError(error: unknown) {
  if (error instanceof Response || (error instanceof Error && error.name === 'ErrorResponseImpl')) return
  if (typeof error === 'object' && error !== null && 'status' in error && Number(error.status) < 500) return
  const name = error instanceof Error ? error.name : 'unknown'
  const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 6).join('\n') : ''
  process.stderr.write(`A page failed: ${name}\n${where}\n`)
}
