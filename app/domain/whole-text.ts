// What is kept must be text that every form of the record can hold: the tables, the journal, a page, PDF, and XML, which a
// Word file is made of. One character that XML knows not makes a file of minutes that nobody can open.

const carriageReturn = /\r\n?/g
/** What Word puts where someone pressed shift and enter, or began a page: a new line all the same. */
const otherBreaks = /[\v\f]/g
/** Sent by keyboards and terminals; they say nothing, and what stands around them are two words. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const controls = /[\u0001-\u0008\u000e-\u001f\u007f]/g
/**
 * What stands for no character at all: half of one, which a broken keyboard or paste can leave; nothing (NUL); a letter
 * that was read in the wrong encoding (U+0080 to U+009F); and what Unicode promises never to give a meaning.
 */
const noCharacter = /[\0\u0080-\u009f\p{Surrogate}\p{Noncharacter_Code_Point}]/gu

/** The text as it can be kept everywhere. Nothing goes without a trace: a space, a new line, or the sign for "unreadable". */
export const wholeText = (text: string): string =>
  text
    .replace(carriageReturn, '\n')
    .replace(otherBreaks, '\n')
    .replace(controls, ' ')
    .replace(noCharacter, '\ufffd')

/** Deeper than any command goes: whoever nests further gets their nest refused, not unpacked. */
const deepest = 8

/** The same for every text in what came from outside. */
export const wholeTexts = (value: unknown, depth = 0): unknown => {
  if (typeof value === 'string') return wholeText(value)
  if (typeof value !== 'object' || value === null || depth === deepest) return value
  if (Array.isArray(value)) return value.map((one) => wholeTexts(one, depth + 1))
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, wholeTexts(one, depth + 1)]))
}
