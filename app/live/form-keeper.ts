import { forget, hasText, keep, putBack, readKept, typedIn, type Typed } from './drafts'

// On pages outside the room a form is posted whole. If the session has ended meanwhile, the post leads to the sign-in
// page and the text would be gone: so it is kept in the tab while it is typed, and put back when the page comes again.
// A form that was sent and did not end at the sign-in page was answered, and its text is forgotten.

interface KeptForm {
  typed: Typed
  sent: boolean
}

const indexKey = 'page-forms'
const keyOf = (path: string, form: HTMLFormElement) => {
  const kind = form.querySelector<HTMLInputElement>('input[name=kind]')?.value ?? ''
  const index = [...document.querySelectorAll('form')].filter((one) => one.querySelector<HTMLInputElement>('input[name=kind]')?.value === kind).indexOf(form)
  return `page:${path}:${kind}:${index}`
}
const isKept = (form: HTMLFormElement) => form.method === 'post' && !form.dataset.draft && !form.querySelector('input[type=password]') && form.querySelector('input[name=kind]') !== null

const remember = (key: string, kept: KeptForm) => {
  keep(key, kept)
  const known = readKept<string[]>(indexKey) ?? []
  if (!known.includes(key)) keep(indexKey, [...known, key])
}

/** Watches this page's forms until the function it gives is called. */
export const keepForms = (path: string): (() => void) => {
  const signingIn = path.startsWith('/sign-in')
  for (const key of readKept<string[]>(indexKey) ?? []) {
    const kept = readKept<KeptForm>(key)
    if (!kept?.sent) continue
    // Sent, and now at the sign-in page: it was not carried out. Anywhere else: it was answered.
    if (signingIn) keep(key, { ...kept, sent: false })
    else forget(key)
  }
  for (const form of document.querySelectorAll('form')) {
    const kept = isKept(form) ? readKept<KeptForm>(keyOf(path, form)) : undefined
    if (kept && !kept.sent) putBack(form, kept.typed)
  }
  const typed = (event: Event) => {
    const form = (event.target as HTMLElement | null)?.closest('form')
    if (!form || !isKept(form)) return
    if (hasText(form)) remember(keyOf(path, form), { typed: typedIn(form), sent: false })
    else forget(keyOf(path, form))
  }
  const sent = (event: SubmitEvent) => {
    const form = event.target
    if (form instanceof HTMLFormElement && isKept(form)) remember(keyOf(path, form), { typed: typedIn(form), sent: true })
  }
  document.addEventListener('input', typed)
  document.addEventListener('submit', sent)
  return () => {
    document.removeEventListener('input', typed)
    document.removeEventListener('submit', sent)
  }
}
