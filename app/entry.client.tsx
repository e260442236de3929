import { RemixBrowser } from '@remix-run/react'
import { startTransition, StrictMode } from 'react'
import { hydrateRoot } from 'react-dom/client'

/**
 * Remix throws a promise, once, until the page's data are decoded. Thrown while React takes over the page, it breaks it
 * for whoever presses a key in that very moment ("Root did not complete"): so it is thrown here, and waited for, before.
 */
const whenDecoded = async (): Promise<void> => {
  try {
    RemixBrowser({})
  } catch (thrown) {
    if (thrown instanceof Promise) await thrown
  }
}

void whenDecoded().finally(() =>
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    )
  }),
)
