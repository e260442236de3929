// Whether a text is XML that a reader will open: Word refuses a whole file for one character, one sign or one end tag.

/** What XML 1.0 knows as no character (production 2), halves of one included. */
const noCharacter = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u
const name = '[A-Za-z_][\\w.:-]*'
const attribute = `\\s+${name}\\s*=\\s*(?:"[^<"]*"|'[^<']*')`
const part = new RegExp(
  `<\\?xml(?:${attribute})+\\s*\\?>|<(?<opens>${name})(?:${attribute})*\\s*(?<alone>/?)>|</(?<closes>${name})\\s*>|[^<]+`,
  'y',
)
const reference = /&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i

/** What is wrong with it, and where; null where nothing is. */
export const faultInXml = (xml: string): string | null => {
  const near = (at: number) => `at ${at}: ${JSON.stringify(xml.slice(Math.max(0, at - 40), at + 40))}`
  const odd = noCharacter.exec(xml)
  if (odd) return `no character ${near(odd.index)}`
  const bare = reference.exec(xml)
  if (bare) return `a sign that begins no reference ${near(bare.index)}`
  const open: string[] = []
  for (part.lastIndex = 0; part.lastIndex < xml.length;) {
    const at = part.lastIndex
    const found = part.exec(xml)
    if (!found) return `neither a tag nor text ${near(at)}`
    const { opens, alone, closes } = found.groups ?? {}
    if (opens && !alone) open.push(opens)
    if (closes && open.pop() !== closes) return `closes what is not open ${near(at)}`
  }
  return open.length > 0 ? `never closed: ${open.join()}` : null
}
