import { Links, Meta, Outlet, Scripts, ScrollRestoration, isRouteErrorResponse, useRouteError } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useNonce } from './components/nonce'
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
        <ScrollRestoration nonce={nonce} />
        <Scripts nonce={nonce} />
      </body>
    </html>
  )
}

export default function App() {
  return <Outlet />
}

export function ErrorBoundary() {
  const error = useRouteError()
  const known = isRouteErrorResponse(error)
  const status = known ? error.status : 500
  const message = known && typeof error.data === 'string' && error.data ? error.data : undefined
  return (
    <main id="main" className="page narrow" tabIndex={-1}>
      <h1>{status === 404 ? 'Nothing to see here' : status === 403 ? 'Not for this role' : status === 500 ? 'Something went wrong' : 'That did not work'}</h1>
      <p>{message ?? (status === 404 ? 'There is nothing here that you can open.' : 'What was recorded is kept. Nothing you did was half saved.')}</p>
      <p>
        <a href="/">Go to your panels</a>
      </p>
    </main>
  )
}
