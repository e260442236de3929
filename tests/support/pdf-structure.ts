import { lettersOf, objectsIn, type PdfObject } from './read-files'

// How a PDF is built, read back from the file: its tree as a screen reader goes through it, and what stands on its pages
// that the tree does not lead to.

/** A value of a PDF: `{ ref }` to an object, `/Name` with its stroke, a text without its brackets. */
type Value = number | string | boolean | null | { ref: string } | Value[] | { [name: string]: Value }
type Dictionary = { [name: string]: Value }

const token =
  /\s*(<<|>>|\[|\]|\/[^\s<>[\]()/]*|\((?:\\[\s\S]|[^\\)])*\)|<[0-9a-f\s]*>|\d+ \d+ R|[-+.\d]+|true|false|null)/gy

const textOf = (literal: string): string => {
  const escapes: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' }
  const bytes = literal.slice(1, -1).replace(/\\([\s\S])/g, (_, sign: string) => escapes[sign] ?? sign)
  return bytes.startsWith('\u00fe\u00ff')
    ? Buffer.from(bytes.slice(2), 'latin1').swap16().toString('utf16le')
    : bytes
}

const valueIn = (text: string): Value => {
  const tokens = [...text.matchAll(token)].map((found) => found[1] ?? '')
  let at = 0
  const next = (): Value => {
    const one = tokens[at++] ?? 'null'
    if (one === '<<') {
      const fields: Dictionary = {}
      while (tokens[at] !== '>>' && at < tokens.length) {
        const name = (tokens[at++] ?? '').slice(1)
        fields[name] = next()
      }
      at += 1
      return fields
    }
    if (one === '[') {
      const list: Value[] = []
      while (tokens[at] !== ']' && at < tokens.length) list.push(next())
      at += 1
      return list
    }
    if (one.endsWith(' R')) return { ref: one.split(' ')[0] ?? '' }
    if (one.startsWith('(')) return textOf(one)
    if (one === 'true' || one === 'false') return one === 'true'
    if (one === 'null') return null
    return /^[-+.\d]/.test(one) ? Number(one) : one
  }
  return next()
}

export interface PdfElement {
  role: string
  attributes: Dictionary
  children: PdfElement[]
  /** What it draws itself, in order, without that of its children. */
  text: string
}

export interface PdfStructure {
  catalog: Dictionary
  info: Dictionary
  xmp: string
  root: PdfElement
  /** Every element, in the order in which they are read out. */
  all: PdfElement[]
  /** Painted outside of everything: neither in the tree nor an artifact. */
  stray: string[]
  /** Marked as part of the tree, which does not lead there: nobody hears it. */
  lost: string[]
  /** Letters for which the face has no shape. */
  shapeless: number
}

const painting = /(?:^|[\s\]>])(S|s|f|F|f\*|B|B\*|b|b\*|sh|Do|Tj|TJ|'|")$/

interface Page {
  /** By number of its mark: what is drawn in it. */
  marked: Map<number, string>
  artifacts: string
  stray: string[]
  shapeless: number
}

const readPage = (content: string, fonts: Map<string, Map<number, string>>): Page => {
  const page: Page = { marked: new Map(), artifacts: '', stray: [], shapeless: 0 }
  const open: (number | 'artifact' | 'other')[] = []
  let letters: Map<number, string> | undefined
  for (const line of content.replace(/<<[^>]*>>/g, (one) => one.replaceAll('\n', ' ')).split('\n')) {
    const begins = /^\/(\w+)(?: (<<[\s\S]*>>))? B(?:DC|MC)$/.exec(line)
    if (begins) {
      const { MCID } = (begins[2] ? valueIn(begins[2]) : {}) as Dictionary
      open.push(begins[1] === 'Artifact' ? 'artifact' : typeof MCID === 'number' ? MCID : 'other')
      if (typeof MCID === 'number') page.marked.set(MCID, '')
    } else if (line === 'EMC') open.pop()
    const face = /\/(F\d+) [\d.]+ Tf/.exec(line)
    if (face) letters = fonts.get(face[1] ?? '')
    if (!painting.test(line)) continue
    let drawn = ''
    for (const [, glyphs = ''] of line.matchAll(/<([0-9a-f]+)>/g))
      for (const glyph of glyphs.match(/.{4}/g) ?? []) {
        drawn += letters?.get(parseInt(glyph, 16)) ?? '\ufffd'
        if (glyph === '0000') page.shapeless += 1
      }
    const innermost = open.findLast((one) => one !== 'other')
    if (innermost === undefined) page.stray.push(drawn || line)
    else if (innermost === 'artifact') page.artifacts += drawn
    else page.marked.set(innermost, (page.marked.get(innermost) ?? '') + drawn)
  }
  if (open.length > 0) page.stray.push(`${open.length} marks without an end`)
  return page
}

export const pdfStructure = (file: Buffer): PdfStructure => {
  const objects = objectsIn(file)
  const object = (value: Value | undefined): PdfObject | undefined =>
    typeof value === 'object' && value !== null && 'ref' in value
      ? objects.get(value.ref as string)
      : undefined
  const resolved = (value: Value | undefined): Value => {
    const found = object(value)
    return found ? valueIn(found.head) : (value ?? null)
  }
  const dictionary = (value: Value | undefined): Dictionary => {
    const found = resolved(value)
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Dictionary) : {}
  }
  const listOf = (value: Value | undefined): Value[] => {
    const found = Array.isArray(value) ? value : resolved(value)
    return Array.isArray(found) ? found : [value ?? null]
  }

  const trailer = /trailer\n([\s\S]*?)\nstartxref/.exec(file.toString('latin1'))?.[1] ?? ''
  const { Root, Info } = valueIn(trailer) as Dictionary
  const catalog = dictionary(Root)
  const info = Object.fromEntries(
    Object.entries(dictionary(Info)).map(([name, value]) => [name, resolved(value)]),
  )

  const pages = new Map<string, Page>()
  for (const kid of listOf(dictionary(catalog.Pages).Kids)) {
    const page = dictionary(kid)
    const fonts = new Map<string, Map<number, string>>()
    for (const [name, font] of Object.entries(dictionary(dictionary(page.Resources).Font))) {
      const cmap = object(dictionary(font).ToUnicode)?.stream?.toString('latin1') ?? ''
      fonts.set(name, lettersOf(cmap))
    }
    const content = object(page.Contents)?.stream?.toString('latin1') ?? ''
    pages.set((kid as { ref: string }).ref, readPage(content, fonts))
  }

  const heard = new Set<string>()
  const all: PdfElement[] = []
  const elementOf = (value: Value): PdfElement => {
    const { S, A, K, Pg } = dictionary(value)
    const element: PdfElement = {
      role: String(S).slice(1),
      attributes: dictionary(A),
      children: [],
      text: '',
    }
    all.push(element)
    const draws = (page: Value | undefined, mark: Value | undefined) => {
      const ref = (page as { ref?: string } | null)?.ref ?? ''
      heard.add(`${ref} ${String(mark)}`)
      element.text += pages.get(ref)?.marked.get(mark as number) ?? '(nothing there)'
    }
    for (const kid of K === undefined ? [] : listOf(K)) {
      if (typeof kid === 'number') draws(Pg, kid)
      else if (typeof kid === 'object' && kid !== null && 'MCID' in kid) draws(kid.Pg ?? Pg, kid.MCID)
      else element.children.push(elementOf(kid))
    }
    return element
  }
  const [first] = listOf(dictionary(catalog.StructTreeRoot).K)
  const root = elementOf(first ?? null)
  const onPages = [...pages]
  return {
    catalog: {
      ...catalog,
      MarkInfo: dictionary(catalog.MarkInfo),
      ViewerPreferences: dictionary(catalog.ViewerPreferences),
    },
    info,
    xmp: object(catalog.Metadata)?.stream?.toString('utf8') ?? '',
    root,
    all,
    stray: onPages.flatMap(([, { stray }]) => stray),
    lost: onPages.flatMap(([ref, { marked }]) =>
      [...marked].filter(([mark]) => !heard.has(`${ref} ${mark}`)).map(([mark, text]) => `${mark}: ${text}`),
    ),
    shapeless: onPages.reduce((sum, [, { shapeless }]) => sum + shapeless, 0),
  }
}

/** All that is read out of an element and what is in it. */
export const heardIn = (element: PdfElement): string =>
  element.text + element.children.map(heardIn).join('\n')
