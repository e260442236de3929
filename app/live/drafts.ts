// What is being typed, kept per person, meeting, case and form in the tab's own storage: it outlives the chair moving
// on, a reload, a lost line and an expired session, and goes with the tab or at sign-out, so that nothing a
// victim-survivor said stays behind on a shared computer (decision 0007).

export type Typed = Record<string, string | string[]>

const prefix = 'panelroom:'
const storage = (): Storage | undefined => {
  try {
    return window.sessionStorage
  } catch {
    return undefined
  }
}

export const readKept = <T>(key: string): T | undefined => {
  try {
    const text = storage()?.getItem(prefix + key)
    return text ? (JSON.parse(text) as T) : undefined
  } catch {
    return undefined
  }
}

export const keep = (key: string, value: unknown): void => {
  try {
    storage()?.setItem(prefix + key, JSON.stringify(value))
  } catch {
    // A full or forbidden storage must not stop anyone from typing; the text is still on the screen.
  }
}

export const forget = (key: string): void => {
  storage()?.removeItem(prefix + key)
}

export const typedIn = (form: HTMLFormElement): Typed => {
  const typed: Typed = {}
  const values = new FormData(form)
  for (const name of new Set(values.keys())) {
    const all = values.getAll(name).filter((value): value is string => typeof value === 'string')
    typed[name] = name.endsWith('[]') ? all : (all[0] ?? '')
  }
  return typed
}

/** Puts kept text back into a form's controls; hidden ones keep what the page gave them. */
export const putBack = (form: HTMLFormElement, typed: Typed): void => {
  for (const control of form.elements) {
    if (!(
      control instanceof HTMLInputElement ||
      control instanceof HTMLTextAreaElement ||
      control instanceof HTMLSelectElement
    ))
      continue
    if (!control.name || (control instanceof HTMLInputElement && control.type === 'hidden')) continue
    const value = typed[control.name]
    if (control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio')) {
      control.checked = Array.isArray(value) ? value.includes(control.value) : value === control.value
    } else if (typeof value === 'string') control.value = value
  }
}

/** Whether a person has written anything: free text, not what the page filled in. */
export const hasText = (form: HTMLFormElement): boolean =>
  [...form.elements].some(
    (control) =>
      (control instanceof HTMLTextAreaElement ||
        (control instanceof HTMLInputElement && (control.type === 'text' || control.type === 'search'))) &&
      control.value.trim() !== '' &&
      control.value !== control.defaultValue,
  )
