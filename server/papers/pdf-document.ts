import PDFDocument from 'pdfkit'
import { regular } from './pdf-letters'

/** Info as pdfkit writes it into the XMP as it stands: a title such as “Croydon & Bromley” would be no XML. */
const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** A document of ours before anything is drawn: for screen readers as well as eyes (PDF/UA, ISO 14289-1). */
export class AccessibleDocument extends PDFDocument {
  constructor(title: string, margin: number) {
    super({
      size: 'A4',
      margins: { top: margin + 20, bottom: margin + 20, left: margin, right: margin },
      pdfVersion: '1.7',
      // The types of pdfkit do not know it yet.
      subset: 'PDF/UA' as never,
      tagged: true,
      lang: 'en-GB',
      displayTitle: true,
      bufferPages: true,
      font: regular,
      info: { Title: title, Author: 'Panelroom', Creator: 'Panelroom', Producer: 'Panelroom' },
    })
  }

  /** Called by pdfkit at the end, when the info itself is written already. */
  override endMetadata(): void {
    const { info } = this
    for (const [name, value] of Object.entries(info) as [keyof typeof info, unknown][])
      if (typeof value === 'string') Object.assign(info, { [name]: escaped(value) })
    super.endMetadata()
  }
}
