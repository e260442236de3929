import type { LoaderFunctionArgs } from '@remix-run/node'
import {
  Links,
  Meta,
  Outlet,
  Scripts,
  isRouteErrorResponse,
  useLoaderData,
  useLocation,
  useRouteError,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { pageContext, sessionOf } from './http/page.server'
import { PageSession } from './live/page-session'
import { useNonce } from './components/page/nonce'
import styles from './styles/app.css?url'

export const links = () => [
  { rel: 'stylesheet', href: styles },
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta = () => [{ title: 'Panelroom' }]

export function Layout({ children }: { children: ReactNode }) {
  const nonce = useNonce()
  return (
    <html lang="en-GB">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <Meta />
        <Links />
      </head>
      <body>
        <a className="skip-link" href="#main">
          Skip to main content
        </a>
        {children}
        {/* No ScrollRestoration: every link loads its page, and it would undo the second jump to an anchor on one page. */}
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

/** When the sign-in would end, for the warning; null for a visitor. */
export async function loader(args: LoaderFunctionArgs) {
  const session = await sessionOf(args)
  return {
    ends: session ? Math.min(session.idleAt, session.endsAt) : null,
    now: pageContext(args).services.clock(),
  }
}

/** The live room and the big screen watch the session on their own socket. */
const watchesItself = (path: string) => /\/(room|wall)$/.test(path)

export default function App() {
  const { ends, now } = useLoaderData<typeof loader>()
  const { pathname } = useLocation()
  return (
    <>
      {watchesItself(pathname) ? null : <PageSession key={pathname} path={pathname} ends={ends} now={now} />}
      <Outlet />
    </>
  )
}

export function ErrorBoundary() {
  const error = useRouteError()
  const known = isRouteErrorResponse(error)
  const status = known ? error.status : 500
  const message = known && typeof error.data === 'string' && error.data ? error.data : undefined
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <h1>
        {status === 404
          ? 'Nothing to see here'
          : status === 403
            ? 'Not for this role'
            : status === 500
              ? 'Something went wrong'
              : 'That did not work'}
      </h1>
      <p>
        {message ??
          (status === 404
            ? 'There is nothing here that you can open.'
            : 'What was recorded is kept. Nothing you did was half saved.')}
      </p>
      <p>
        <a href="/">Go to your panels</a>
      </p>
    </main>
  )
}
