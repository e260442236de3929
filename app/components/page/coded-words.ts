// Imported values are words in snake case (age bands, relationships, ethnicity). These read them out.

const properNames = new Set([
  'white',
  'black',
  'asian',
  'arab',
  'british',
  'irish',
  'african',
  'caribbean',
  'indian',
  'pakistani',
  'bangladeshi',
  'chinese',
  'gypsy',
  'roma',
])
const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** former_partner as Former partner, 25_34 as 25 to 34, white_british as White British. */
export const readOut = (coded: string | null): string => {
  if (!coded) return 'Not recorded'
  const band = /^(\d+)_(\d+|plus)$/.exec(coded)
  if (band) return band[2] === 'plus' ? `${band[1]} and over` : `${band[1]} to ${band[2]}`
  return capital(
    coded
      .split('_')
      .map((word) => (properNames.has(word) ? capital(word) : word))
      .join(' '),
  )
}
