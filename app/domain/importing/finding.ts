// What is wrong with one place in a folder, and what would be right. All findings are listed together: whoever mends a
// spreadsheet wants to mend it once.

export interface Finding {
  file: string
  line: number
  /** Null where the whole line, or the whole file, is at fault. */
  column: string | null
  problem: string
  mend: string
}

export const printFinding = ({ file, line, column, problem, mend }: Finding): string =>
  `${file}:${line}${column === null ? '' : ` ${column}`}: ${problem}; ${mend}`

const longestQuote = 40

const isControl = (character: string) =>
  character < ' ' ||
  (character >= '\u007f' && character <= '\u009f') ||
  character === '\u2028' ||
  character === '\u2029'

/** Somebody else's text in a message of ours: on one line, and never long. */
export const quoted = (text: string): string => {
  const characters = [...text].map((character) => (isControl(character) ? ' ' : character))
  const shown = characters.length > longestQuote ? [...characters.slice(0, longestQuote), '…'] : characters
  return `“${shown.join('')}”`
}

const mostNamed = 6

/** The allowed values, shortened: the whole list is what `--describe` is for. */
export const shortened = (values: readonly string[]): string => {
  const named = values.slice(0, mostNamed).join(', ')
  return values.length > mostNamed
    ? `${named} and ${values.length - mostNamed} more (--describe lists them)`
    : named
}
