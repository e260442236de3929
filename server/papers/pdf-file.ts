import type { Block, Paper, PaperLine } from '../../app/domain/minutes/paper'
import { AccessibleDocument } from './pdf-document'
import { bold, drawableIn, noShape, regular } from './pdf-letters'
import { drawTable } from './pdf-table'
import { withTexts, wholePaper } from './paper-texts'

// A paper as PDF, for screen readers as well as eyes: PDF/UA, with a structure tree, a title, the language. Marking and
// watermark stand on every page as artifacts, so that they are not read out in the middle of a sentence.

const margin = 56
const bulletIndent = 14
const ink = '#0b0c0c'

type Structure = PDFKit.PDFStructureElement

export const pdfFile = (given: Paper): Promise<Buffer> => {
  const whole = wholePaper(given)
  const document = new AccessibleDocument(whole.title, margin)
  const paper = withTexts(whole, drawableIn(document))
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
  /** A heading goes to the page of what it heads, and a bullet to that of its line. */
  const haveRoomFor = (points: number) => {
    if (document.y + points > document.page.maxY()) document.addPage()
  }
  const titled = (role: string, size: number, text: string) => {
    haveRoomFor(4 * size)
    put(root, role, () =>
      document.font(bold).fontSize(size).fillColor(ink).moveDown(0.6).text(text).moveDown(0.2),
    )
  }
  const body = () => document.font(regular).fontSize(10).fillColor(ink)

  const item = (list: Structure, { text, marks }: PaperLine) => {
    haveRoomFor(body().currentLineHeight(true))
    const one = document.struct('LI')
    list.add(one)
    put(one, 'Lbl', () => body().text('•', margin, document.y, { lineBreak: false }))
    const said = document.struct('LBody')
    one.add(said)
    document.x = margin + bulletIndent
    if (marks.length > 0)
      put(said, 'P', () =>
        document
          .font(bold)
          .fontSize(9)
          .text(`[${marks.join('; ')}]`),
      )
    put(said, 'P', () => body().text(text).moveDown(0.3))
    one.end()
    document.x = margin
  }

  const block = (one: Block) => {
    switch (one.kind) {
      case 'heading':
        return titled(one.level === 2 ? 'H2' : 'H3', one.level === 2 ? 13 : 11, one.text)
      case 'text':
        return put(root, 'P', () => body().text(one.text).moveDown(0.4))
      case 'list': {
        const list = document.struct('L')
        // PDF/UA asks which signs a list has, and pdfkit has no option that says it.
        Object.assign((list as unknown as { dictionary: { data: object } }).dictionary.data, {
          A: { O: 'List', ListNumbering: 'Disc' },
        })
        root.add(list)
        for (const line of one.lines) item(list, line)
        return list.end()
      }
      case 'table':
        haveRoomFor(60)
        put(root, 'P', () => document.font(bold).fontSize(11).text(one.caption).moveDown(0.2))
        body()
        drawTable(document, root, one)
        return body().moveDown(0.6)
      default:
        return one satisfies never
    }
  }

  titled('H1', 17, paper.title)
  put(root, 'P', () => body().text(`${paper.marking}. ${paper.standing} ${paper.watermark}.`).moveDown(0.5))
  // Nothing is left out in silence: the paper says so, and the other forms have them.
  if (JSON.stringify(paper).split(noShape).length > JSON.stringify(whole).split(noShape).length)
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
