import { forget, keep, readKept, typedIn, type Typed } from './drafts'

// On pages outside the room a form is posted whole. If the session has ended meanwhile, the post leads to the sign-in
// page and the text would be gone: so it is kept in the tab while it is typed, and put back when the page comes again.
// A form that was sent and did not end at the sign-in page was answered, and its text is forgotten.

interface KeptForm {
  typed: Typed
  sent: boolean
}

const indexKey = 'page-forms'
const hidden = (form: HTMLFormElement, name: string) =>
  form.querySelector<HTMLInputElement>(`input[type=hidden][name=${name}]`)?.value ?? ''
const nameOf = (form: HTMLFormElement) => `${hidden(form, 'kind')}:${hidden(form, 'form')}`

/** By the command it gives and by its name, which says of which case or entry it is: counted, the text on one man would come back under another as soon as a case is added or taken off before his. */
const keyOf = (path: string, form: HTMLFormElement) => {
  const name = nameOf(form)
  const index = [...document.querySelectorAll('form')].filter((one) => nameOf(one) === name).indexOf(form)
  return `page:${path}:${name}:${index}`
}
const isKept = (form: HTMLFormElement) =>
  form.method === 'post' &&
  !form.dataset.draft &&
  !form.querySelector('input[type=password]') &&
  form.querySelector('input[name=kind]') !== null

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement
/** Those that a person fills in, also where they stand outside their form and name it. */
const controlsOf = (form: HTMLFormElement): Control[] =>
  [...form.elements].filter(
    (control): control is Control =>
      (control instanceof HTMLInputElement && control.type !== 'hidden') ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement,
  )
const isTicked = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')

const isChanged = (control: Control): boolean => {
  if (isTicked(control)) return control.checked !== control.defaultChecked
  if (!(control instanceof HTMLSelectElement)) return control.value !== control.defaultValue
  const usual = [...control.options].find((option) => option.defaultSelected) ?? control.options[0]
  return control.value !== (usual?.value ?? '')
}

/** Only what was changed: what a colleague saved meanwhile in another line of the same form stands. */
const changedIn = (form: HTMLFormElement): Typed => {
  const typed = typedIn(form)
  const names = new Set(
    controlsOf(form)
      .filter(isChanged)
      .map((control) => control.name),
  )
  return Object.fromEntries([...names].map((name) => [name, typed[name] ?? (name.endsWith('[]') ? [] : '')]))
}

const putBackChanged = (form: HTMLFormElement, typed: Typed) => {
  for (const control of controlsOf(form)) {
    const value = typed[control.name]
    if (value === undefined) continue
    if (isTicked(control))
      control.checked = Array.isArray(value) ? value.includes(control.value) : value === control.value
    else if (typeof value === 'string') control.value = value
    // What came back must be seen, not stand in a fold that is shut.
    for (let fold = control.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
  }
}

/** Puts it back at once, and again into fields that appear because of it, until someone types. */
const restoreInto = (form: HTMLFormElement, typed: Typed) => {
  putBackChanged(form, typed)
  const again = () => putBackChanged(form, typed)
  form.addEventListener('drawn', again)
  form.addEventListener('input', () => form.removeEventListener('drawn', again), { once: true })
  form.dispatchEvent(new Event('restored'))
}

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
    if (kept && !kept.sent) restoreInto(form, kept.typed)
  }
  const typed = (event: Event) => {
    const form = (event.target as Control | null)?.form
    if (!form || !isKept(form)) return
    const changed = changedIn(form)
    if (Object.keys(changed).length > 0) remember(keyOf(path, form), { typed: changed, sent: false })
    else forget(keyOf(path, form))
  }
  const sent = (event: SubmitEvent) => {
    const form = event.target
    if (form instanceof HTMLFormElement && isKept(form))
      remember(keyOf(path, form), { typed: changedIn(form), sent: true })
  }
  document.addEventListener('input', typed)
  document.addEventListener('submit', sent)
  return () => {
    document.removeEventListener('input', typed)
    document.removeEventListener('submit', sent)
  }
}
