import { resolve } from 'node:path'
import PDFDocument from 'pdfkit'
import type { Block, Paper } from '../../app/domain/minutes/paper'

// A paper as PDF, for screen readers as well as eyes: a structure tree, a title, the language. Marking and watermark
// stand on every page as artifacts, so that they are not read out in the middle of a sentence.

// pdfkit's own faces stop at western European letters; names here do not (Polish, Romanian, Turkish, Yoruba, Cyrillic,
// Greek). DejaVu Sans is free to embed (fonts/LICENCE.txt).
const face = (name: string) => resolve(process.cwd(), 'server/papers/fonts', name)
const regular = 'Regular'
const bold = 'Bold'
const margin = 56
const ink = '#0b0c0c'

type Structure = PDFKit.PDFStructureElement

interface Face {
  hasGlyphForCodePoint: (point: number) => boolean
}

const textsOf = (block: Block): string[] => {
  switch (block.kind) {
    case 'list':
      return block.lines.flatMap((line) => [line.text, ...line.marks])
    case 'table':
      return [block.caption, ...block.head, ...block.rows.flat()]
    default:
      return [block.text]
  }
}

/** Letters the face has no shape for. Nothing is left out in silence: the paper says so, and the other forms have them. */
const lacksLetters = (document: PDFKit.PDFDocument, paper: Paper): boolean => {
  const { font } = (document.font(regular) as unknown as { _font: { font: Face } })._font
  const letters = new Set([paper.title, paper.watermark, ...paper.blocks.flatMap(textsOf)].join(''))
  return [...letters].some(
    (letter) => !/\s/.test(letter) && !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0),
  )
}

export const pdfFile = (paper: Paper): Promise<Buffer> => {
  const document = new PDFDocument({
    size: 'A4',
    margins: { top: margin + 20, bottom: margin + 20, left: margin, right: margin },
    pdfVersion: '1.7',
    tagged: true,
    lang: 'en-GB',
    displayTitle: true,
    bufferPages: true,
    font: face('DejaVuSans.ttf'),
    info: { Title: paper.title, Author: 'Panelroom', Creator: 'Panelroom', Producer: 'Panelroom' },
  })
  document.registerFont(regular, face('DejaVuSans.ttf'))
  document.registerFont(bold, face('DejaVuSans-Bold.ttf'))
  const chunks: Buffer[] = []
  const written = new Promise<Buffer>((done, failed) => {
    document.on('data', (chunk: Buffer) => chunks.push(chunk))
    document.on('end', () => done(Buffer.concat(chunks)))
    document.on('error', failed)
  })
  const root = document.struct('Document')
  document.addStructure(root)

  const put = (parent: Structure, role: string, draw: () => void) =>
    parent.add(document.struct(role, {}, [draw]))
  const titled = (role: string, size: number, text: string) =>
    put(root, role, () =>
      document.font(bold).fontSize(size).fillColor(ink).moveDown(0.6).text(text).moveDown(0.2),
    )
  const body = () => document.font(regular).fontSize(10).fillColor(ink)

  const block = (one: Block) => {
    switch (one.kind) {
      case 'heading':
        return titled(one.level === 2 ? 'H2' : 'H3', one.level === 2 ? 13 : 11, one.text)
      case 'text':
        return put(root, 'P', () => body().text(one.text).moveDown(0.4))
      case 'list': {
        const list = document.struct('L')
        root.add(list)
        for (const line of one.lines) {
          const item = document.struct('LI')
          list.add(item)
          put(item, 'LBody', () => {
            if (line.marks.length > 0)
              document
                .font(bold)
                .fontSize(9)
                .text(`[${line.marks.join('; ')}]`)
            body().text(`– ${line.text}`).moveDown(0.3)
          })
          item.end()
        }
        return list.end()
      }
      case 'table': {
        put(root, 'P', () => document.font(bold).fontSize(11).text(one.caption).moveDown(0.2))
        body()
        document.table({
          structParent: root,
          columnStyles: one.head.map(() => '*'),
          data: [
            one.head.map((text) => ({ text, type: 'TH', scope: 'Column' as const, font: { src: bold } })),
            ...one.rows.map((row) => row.map((text) => ({ text }))),
          ],
        } as never)
        body()
        document.x = margin
        document.moveDown(0.6)
        return undefined
      }
      default:
        return one satisfies never
    }
  }

  titled('H1', 17, paper.title)
  put(root, 'P', () => body().text(`${paper.marking}. ${paper.standing} ${paper.watermark}.`).moveDown(0.5))
  if (lacksLetters(document, paper))
    put(root, 'P', () =>
      body()
        .text(
          'Some letters cannot be shown in this file and stand as boxes. The page and the Word file have them.',
        )
        .moveDown(0.5),
    )
  for (const one of paper.blocks) block(one)
  root.end()

  const { start, count } = document.bufferedPageRange()
  for (let page = start; page < start + count; page += 1) {
    document.switchToPage(page)
    const { width, height } = document.page
    // Text outside the margins would begin a new page.
    document.page.margins = { top: 0, bottom: 0, left: 0, right: 0 }
    document.markContent('Artifact', { type: 'Pagination' })
    document
      .font(bold)
      .fontSize(9)
      .fillColor(ink)
      .text(paper.marking, margin, 28, { width: width - 2 * margin, align: 'center' })
    document
      .font(regular)
      .fontSize(8)
      .text(
        `${paper.marking}. ${paper.watermark}. Page ${page - start + 1} of ${count}`,
        margin,
        height - 40,
        { width: width - 2 * margin, align: 'center' },
      )
    document
      .save()
      .rotate(-40, { origin: [width / 2, height / 2] })
      .font(bold)
      .fontSize(24)
      .fillOpacity(0.07)
    document.text(paper.watermark, 0, height / 2 - 12, { width, align: 'center' }).restore()
    document.endMarkedContent()
  }
  document.end()
  return written
}
