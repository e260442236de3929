// Tables that are taken away as CSV. A cell that a spreadsheet would take for a formula is marked as text, since what
// stands in it may have been typed by anyone.

const formula = /^[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/

const cellOf = (value: string | number | null): string => {
  const text = value === null ? '' : String(value)
  const safe =
    typeof value === 'string' && formula.test(text.trimStart() === '' ? text : text.replace(/^ +/, ''))
      ? `'${text}`
      : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

/** UTF-8 with a mark that spreadsheets know it by. */
export const csvOf = (rows: readonly (readonly (string | number | null)[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cellOf).join(',')).join('\r\n')}\r\n`
