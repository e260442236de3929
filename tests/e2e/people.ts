// Who sits at the table of the demo panels, by what they are there.

export const people = {
  chair: 'Rosalind Achterby',
  coChair: 'Desmond Quillfeather',
  coordinator: 'Priya Hallowmere',
  presenter: 'Tobias Adeyfield',
  caseManager: 'Callum Wrenfield',
  idva: 'Samira Dovecote',
  police: 'Ada Fennimore',
  probation: 'Kwabena Stillwell',
  children: 'Ngozi Pellbrook',
  adults: 'Geraldine Vaylesworth',
  housing: 'Imran Castlemoor',
  substances: 'Joel Tarrandine',
  observer: 'Lucian Farthingdale',
  administrator: 'Oswin Pettibrook',
  evaluator: 'Thandiwe Clearholme',
  sandwellChair: 'Gurpreet Millstrand',
  sandwellIdva: 'Leanne Applecroft',
} as const
export type Who = keyof typeof people

export const agencies = {
  police: 'Metropolitan Police',
  probation: 'Probation Service',
  children: "Children's Social Care",
  adults: 'Adult Social Care',
  housing: 'Croydon Housing',
  mentalHealth: 'Mental Health Trust',
  substances: 'Substance Misuse Service',
  perpetratorService: 'Harbour Change Service',
  idva: 'Croydon IDVA Service',
  justiceCentre: 'Family Justice Centre',
} as const

/** The coming meeting's agenda, in order. */
export const agenda = [
  'CR-0430',
  'CR-0431',
  'CR-0432',
  'CR-0433',
  'CR-0434',
  'CR-0435',
  'CR-0436',
  'CR-0384',
  'CR-0417',
  'CR-0394',
  'CR-0389',
  'CR-0397',
  'CR-0387',
  'CR-0413',
  'CR-0409',
  'CR-0416',
  'CR-0421',
] as const
