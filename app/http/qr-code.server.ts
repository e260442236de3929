import { renderSVG } from 'uqr'

/** An image of the text as a QR code, as an address that an img element takes. */
export const qrCodeImage = (text: string): string =>
  `data:image/svg+xml,${encodeURIComponent(renderSVG(text, { border: 2 }))}`
