import { resolve } from 'node:path'

// Which letters a PDF of ours can show. pdfkit's own faces stop at western European letters; names here do not (Polish,
// Romanian, Turkish, Yoruba, Cyrillic, Greek). DejaVu Sans is free to embed (fonts/LICENCE.txt).

const file = (name: string) => resolve(process.cwd(), 'server/papers/fonts', name)
// By their files: under a registered name pdfkit reads the whole face again each time it is chosen.
export const regular = file('DejaVuSans.ttf')
export const bold = file('DejaVuSans-Bold.ttf')

interface Face {
  hasGlyphForCodePoint: (point: number) => boolean
}
const faceOf = (document: PDFKit.PDFDocument, name: string): Face =>
  (document.font(name) as unknown as { _font: { font: Face } })._font.font

/** Stands for a letter without a shape. The face's own sign for that may not be drawn in PDF/UA: it reads out as nothing. */
export const noShape = '\u25a1'

/** No word is so long. pdfkit measures one anew for each letter it takes off it: four thousand letters held everyone up. */
const endless = /\S{200}(?=\S)/gu
const mayBreak = '\u200b'

const byteOrderMark = '\ufeff'
const lineEnds = /[\u2028\u2029]/g

/** What of a text both faces can draw: the same words stand in a heading and below it. */
export const drawableIn = (document: PDFKit.PDFDocument): ((text: string) => string) => {
  const both = [faceOf(document, regular), faceOf(document, bold)]
  const known = new Map<string, string>()
  const drawn = (letter: string): string => {
    // Lines are drawn one by one: without a space the last word of one and the first of the next are copied as one word.
    if (letter === '\n') return ' \n'
    if (letter === '\t') return ' '
    const point = letter.codePointAt(0) ?? 0
    if (letter !== byteOrderMark && both.every((face) => face.hasGlyphForCodePoint(point))) return letter
    if (/\p{Default_Ignorable_Code_Point}/u.test(letter) || letter === byteOrderMark) return ''
    return /\s/.test(letter) ? ' ' : noShape
  }
  return (text) => {
    let all = ''
    for (const letter of text.replace(lineEnds, '\n').replace(endless, `$&${mayBreak}`)) {
      let one = known.get(letter)
      if (one === undefined) known.set(letter, (one = drawn(letter)))
      all += one
    }
    return all
  }
}
