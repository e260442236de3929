// @vitest-environment happy-dom
import { beforeEach, expect, test, vi } from 'vitest'
import { forget, hasText, keep, putBack, readKept, typedIn } from './drafts'

const formOf = (inside: string): HTMLFormElement => {
  document.body.innerHTML = `<form>${inside}</form>`
  return document.querySelector('form') as HTMLFormElement
}
beforeEach(() => window.sessionStorage.clear())

test('what is kept is read back until it is forgotten', () => {
  keep('draft:ann:m1', { what: 'said', 'areas[]': ['housing'] })
  expect(readKept('draft:ann:m1')).toEqual({ what: 'said', 'areas[]': ['housing'] })
  expect(readKept('draft:bo:m1')).toBeUndefined()
  forget('draft:ann:m1')
  expect(readKept('draft:ann:m1')).toBeUndefined()
})

test('a storage that is full, forbidden or spoilt stops nobody from typing', () => {
  window.sessionStorage.setItem('panelroom:spoilt', '{')
  expect(readKept('spoilt')).toBeUndefined()
  const full = vi.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new Error('SecurityError')
  })
  expect(() => keep('draft', 'said')).not.toThrow()
  expect(readKept('draft')).toBeUndefined()
  expect(() => forget('draft')).not.toThrow()
  full.mockRestore()
})

test('what is typed in a form is read whole: a list of boxes as a list, also where none is ticked among several', () => {
  const form = formOf(`
    <input type="hidden" name="kind" value="shareInformation">
    <textarea name="what">said</textarea>
    <select name="source"><option value="a">A</option><option value="b" selected>B</option></select>
    <input type="checkbox" name="areas[]" value="housing" checked>
    <input type="checkbox" name="areas[]" value="money">
    <input type="checkbox" name="areas[]" value="work" checked>`)
  expect(typedIn(form)).toEqual({
    kind: 'shareInformation',
    what: 'said',
    source: 'b',
    'areas[]': ['housing', 'work'],
  })
})

test('put back, each control holds what it held; what the page hides stays the page’s', () => {
  const inside = `
    <input type="hidden" name="itemId" value="of this page">
    <textarea name="what"></textarea>
    <input type="text" name="role">
    <select name="source"><option value="a">A</option><option value="b">B</option></select>
    <input type="radio" name="answer" value="yes"><input type="radio" name="answer" value="no" checked>
    <input type="checkbox" name="areas[]" value="housing"><input type="checkbox" name="areas[]" value="money" checked>
    <input type="checkbox" name="near" value="yes">
    <button name="press" value="1">Save</button><input type="text">`
  const form = formOf(inside)
  const typed = {
    itemId: 'of another page',
    what: 'said',
    role: 'officer',
    source: 'b',
    answer: 'yes',
    'areas[]': ['housing'],
    near: 'yes',
  }
  putBack(form, typed)
  expect(typedIn(form)).toEqual({ ...typed, itemId: 'of this page' })
  // What was never typed is left as the page has it, but for what was ticked.
  putBack(form, { what: 'said again' })
  expect(typedIn(form)).toMatchObject({ what: 'said again', role: 'officer', source: 'b' })
})

test.each([
  ['nothing', '<textarea name="what"></textarea>', false],
  ['spaces', '<textarea name="what">  </textarea>', false],
  ['a choice', '<select name="a"><option selected>A</option></select>', false],
  ['a hidden field', '<input type="hidden" name="kind" value="x">', false],
])('a form with %s in it holds no text of anyone’s', (_what, inside, holds) => {
  expect(hasText(formOf(inside))).toBe(holds)
})

test.each(['text', 'search'])(
  'words in a field of type %s are text, once they are not the page’s own',
  (type) => {
    const form = formOf(`<input type="${type}" name="role" value="Officer">`)
    expect(hasText(form)).toBe(false)
    const field = form.elements[0] as HTMLInputElement
    field.value = 'Sergeant'
    expect(hasText(form)).toBe(true)
    field.value = ' '
    expect(hasText(form)).toBe(false)
  },
)

test('words in a larger field are text', () => {
  const form = formOf('<textarea name="what"></textarea>')
  ;(form.elements[0] as HTMLTextAreaElement).value = 'said'
  expect(hasText(form)).toBe(true)
})
