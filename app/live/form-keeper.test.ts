// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepForms } from './form-keeper'

// A page outside the room, its forms typed into and sent as a person does, and what comes back when the page comes again.

let leave = () => undefined as void
/** The page as the server gives it, at this path. */
const open = (path: string, ...forms: string[]) => {
  leave()
  document.body.innerHTML = forms.join('')
  leave = keepForms(path)
}
const form = (inside: string, name = '', method = 'post') =>
  `<form method="${method}"><input type="hidden" name="kind" value="recordHappening"><input type="hidden" name="form" value="${name}">${inside}</form>`
const what = '<textarea name="what"></textarea>'
const field = <T extends HTMLElement = HTMLTextAreaElement>(selector = 'textarea', at = 0) =>
  document.querySelectorAll<T>(selector)[at] as T
const type = (words: string, selector = 'textarea', at = 0) => {
  const control = field<HTMLTextAreaElement>(selector, at)
  control.value = words
  control.dispatchEvent(new Event('input', { bubbles: true }))
}
const send = (at = 0) => {
  const sent = document.querySelectorAll('form')[at] as HTMLFormElement
  sent.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true }))
}
const kept = () => Object.values({ ...window.sessionStorage }).join(' ')

beforeEach(() => window.sessionStorage.clear())
afterEach(() => {
  leave()
  leave = () => undefined
})

test('what was typed and not sent is there again when the page comes again', () => {
  open('/cases/1', form(what))
  type('he was seen')
  open('/cases/1', form(what))
  expect(field().value).toBe('he was seen')
})

test('on the page of another case there is nothing of it', () => {
  open('/cases/1', form(what))
  type('he was seen')
  open('/cases/2', form(what))
  expect(field().value).toBe('')
})

test('sent and answered, it is forgotten; sent and come to the sign-in page, it was not carried out and is kept', () => {
  open('/cases/1', form(what))
  type('he was seen')
  send()
  open('/cases/1', form(what))
  expect([field().value, kept()]).not.toContain('he was seen')

  type('he was seen again')
  send()
  open('/sign-in', form('<input type="password" name="password">'))
  open('/cases/1', form(what))
  expect(field().value).toBe('he was seen again')
})

test('nothing is kept of a form that asks for a password, of one that only looks, or of one that gives no command', () => {
  open(
    '/account',
    form(`${what}<input type="password" name="password">`),
    form(what, '', 'get'),
    `<form method="post">${what}</form>`,
    `<form method="post" data-draft="room"><input type="hidden" name="kind" value="x">${what}</form>`,
  )
  for (const at of [0, 1, 2, 3]) type('secret words', 'textarea', at)
  for (const at of [0, 1, 2, 3]) send(at)
  expect(kept()).not.toContain('secret words')
})

test('of several forms alike each has its own, by its name, though another comes or goes before it', () => {
  open('/due', form(what, 'A1'), form(what, 'A2'))
  type('about the second man', 'textarea', 1)
  open('/due', form(what, 'A0'), form(what, 'A1'), form(what, 'A2'))
  expect([0, 1, 2].map((at) => field('textarea', at).value)).toEqual(['', '', 'about the second man'])
})

test('only what was changed is put back: what a colleague saved meanwhile in another line stands', () => {
  const lines = (role: string) => form(`<input type="text" name="role" value="${role}">${what}`)
  open('/cases/1', lines('Officer'))
  type('he was seen')
  open('/cases/1', lines('Sergeant'))
  expect(field<HTMLInputElement>('input[type=text]').value).toBe('Sergeant')
  expect(field().value).toBe('he was seen')
})

test('taken out again, nothing is kept', () => {
  open('/cases/1', form(what))
  type('he was seen')
  type('')
  expect(kept()).not.toContain('typed')
  open('/cases/1', form(what))
  expect(field().value).toBe('')
})

test('ticks and choices come back as well, and a fold that holds one opens', () => {
  const inside = `<details><input type="checkbox" name="areas[]" value="housing"><input type="checkbox" name="areas[]" value="work" checked></details>
    <select name="source"><option value="a">A</option><option value="b">B</option></select>`
  open('/cases/1', form(inside))
  const tick = (at: number, checked: boolean) => {
    const box = field<HTMLInputElement>('input[type=checkbox]', at)
    box.checked = checked
    box.dispatchEvent(new Event('input', { bubbles: true }))
  }
  tick(0, true)
  tick(1, false)
  const choice = field<HTMLSelectElement>('select')
  choice.value = 'b'
  choice.dispatchEvent(new Event('input', { bubbles: true }))
  open('/cases/1', form(inside))
  expect([0, 1].map((at) => field<HTMLInputElement>('input[type=checkbox]', at).checked)).toEqual([
    true,
    false,
  ])
  expect(field<HTMLSelectElement>('select').value).toBe('b')
  expect(field<HTMLDetailsElement>('details').open).toBe(true)
})

test('into fields that appear because of it, it comes too, until someone types', () => {
  open('/cases/1', form(what))
  type('he was seen')
  open('/cases/1', form(what))
  const shown = document.querySelector('form') as HTMLFormElement
  field().value = ''
  shown.dispatchEvent(new Event('drawn'))
  expect(field().value).toBe('he was seen')
  type('better said')
  field().value = ''
  shown.dispatchEvent(new Event('drawn'))
  expect(field().value).toBe('')
})

test('a page that has been left is watched no more', () => {
  open('/cases/1', form(what))
  leave()
  type('he was seen')
  expect(kept()).not.toContain('he was seen')
})
