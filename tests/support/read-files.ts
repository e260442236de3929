import { inflateRawSync, inflateSync } from 'node:zlib'

// What a PDF or a Word file says, read back from the file itself, as someone who opens it gets it.

export interface PdfObject {
  head: string
  stream: Buffer | null
}

export const objectsIn = (file: Buffer): Map<string, PdfObject> => {
  const text = file.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/(\d+) 0 obj\n([\s\S]*?)\nendobj/g)) {
    const body = found[2] ?? ''
    const at = body.indexOf('stream\n')
    const head = at < 0 ? body : body.slice(0, at)
    const raw = at < 0 ? null : Buffer.from(body.slice(at + 7, body.lastIndexOf('\nendstream')), 'latin1')
    objects.set(found[1] ?? '', {
      head,
      stream: raw && head.includes('/FlateDecode') ? inflateSync(raw) : raw,
    })
  }
  return objects
}

/** Glyph to letters, as the file itself says for those who copy or listen. */
export const lettersOf = (cmap: string): Map<number, string> => {
  const letters = new Map<number, string>()
  const utf16 = (hex: string) => Buffer.from(hex.replace(/\s/g, ''), 'hex').swap16().toString('utf16le')
  for (const range of cmap.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    const first = parseInt(range[1] ?? '', 16)
    ;[...(range[2] ?? '').matchAll(/<([0-9a-f ]+)>/gi)].forEach((one, index) =>
      letters.set(first + index, utf16(one[1] ?? '')),
    )
  }
  return letters
}

export interface ReadPdf {
  /** Without spaces at line breaks: words are searched with all spaces taken out. */
  text: string
  roles: string[]
  head: string
}

export const readPdf = (file: Buffer): ReadPdf => {
  const objects = objectsIn(file)
  const streamOf = (ref: string | undefined) => objects.get(ref ?? '')?.stream?.toString('latin1') ?? ''
  const fonts = new Map<string, Map<number, string>>()
  for (const { head } of objects.values()) {
    for (const font of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font[2] ?? '')?.head ?? '')?.[1]
      if (cmap) fonts.set(font[1] ?? '', lettersOf(streamOf(cmap)))
    }
  }
  let text = ''
  for (const { head } of objects.values()) {
    if (!/\/Type \/Page\b(?!s)/.test(head)) continue
    let letters: Map<number, string> | undefined
    for (const part of streamOf(/\/Contents (\d+) 0 R/.exec(head)?.[1]).matchAll(
      /\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g,
    )) {
      if (part[1]) letters = fonts.get(part[1])
      else
        for (const glyph of (part[2] ?? '').match(/.{4}/g) ?? [])
          text += letters?.get(parseInt(glyph, 16)) ?? '\ufffd'
    }
    text += '\n'
  }
  const heads = [...objects.values()].map(({ head }) => head)
  return { text, roles: heads.flatMap((head) => /\/S \/(\w+)/.exec(head)?.[1] ?? []), head: heads.join('\n') }
}

/** The parts of a Word file, by name. */
export const readWord = (file: Buffer): Map<string, string> => {
  const parts = new Map<string, string>()
  const end = file.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'))
  let at = file.readUInt32LE(end + 16)
  for (let left = file.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [method, size, nameLength] = [
      file.readUInt16LE(at + 10),
      file.readUInt32LE(at + 20),
      file.readUInt16LE(at + 28),
    ]
    const local = file.readUInt32LE(at + 42)
    const start = local + 30 + file.readUInt16LE(local + 26) + file.readUInt16LE(local + 28)
    const raw = file.subarray(start, start + size)
    parts.set(
      file.toString('utf8', at + 46, at + 46 + nameLength),
      (method === 8 ? inflateRawSync(raw) : raw).toString('utf8'),
    )
    at += 46 + nameLength + file.readUInt16LE(at + 30) + file.readUInt16LE(at + 32)
  }
  return parts
}

export const wordText = (file: Buffer): string =>
  [...readWord(file)]
    .filter(([name]) => name.endsWith('.xml'))
    .map(([, xml]) => xml.replace(/<\/w:p>|<w:br\/>/g, '\n').replace(/<[^>]+>/g, ''))
    .join('\n')
