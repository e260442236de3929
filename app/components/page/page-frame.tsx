import type { ReactNode } from 'react'

interface Crumb {
  label: string
  href?: string
}

/** Nothing that was being typed stays behind on a shared computer (decision 0007). */
const clearDrafts = () => {
  try {
    for (const key of Object.keys(window.sessionStorage))
      if (key.startsWith('panelroom:')) window.sessionStorage.removeItem(key)
  } catch {
    // Where storage is forbidden, nothing was kept.
  }
}

/** Every page but the live room and the wall stands in this frame. */
export function PageFrame({
  name,
  crumbs = [],
  sandbox = false,
  narrow = false,
  children,
}: {
  name?: string | undefined
  crumbs?: Crumb[]
  sandbox?: boolean
  narrow?: boolean
  children: ReactNode
}) {
  return (
    <>
      <header className="top">
        <div className="top-inner">
          <a className="product" href="/">
            Panelroom
          </a>
          {name ? (
            <nav aria-label="You">
              <a href="/account">{name}</a>
              <form method="post" action="/sign-out" onSubmit={clearDrafts}>
                <button className="link" type="submit">
                  Sign out
                </button>
              </form>
            </nav>
          ) : null}
        </div>
      </header>
      {sandbox ? <SandboxMark /> : null}
      <main id="main" className={narrow ? 'page narrow' : 'page'} tabIndex={-1}>
        {crumbs.length > 0 ? (
          <nav className="crumbs" aria-label="Where you are">
            <ol>
              {crumbs.map((crumb) => (
                <li key={crumb.label}>
                  {crumb.href ? (
                    <a href={crumb.href}>{crumb.label}</a>
                  ) : (
                    <span aria-current="page">{crumb.label}</span>
                  )}
                </li>
              ))}
            </ol>
          </nav>
        ) : null}
        {children}
      </main>
      <footer className="foot">
        <span>OFFICIAL-SENSITIVE when it holds real people. Reading a case file is recorded.</span>
        {name ? <a href="/guidance">Guidance on levers, support and disrupt</a> : null}
      </footer>
    </>
  )
}

export function SandboxMark() {
  return (
    <section className="sandbox" aria-label="Training panel">
      Training panel: every person and case here is invented
    </section>
  )
}
