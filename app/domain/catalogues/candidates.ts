/** What happened, in an incident that is counted. A list of our own: police codes differ from force to force. */
export const incidentKinds = {
  physical_assault: 'Physical assault',
  strangulation: 'Strangulation or suffocation',
  sexual_violence: 'Sexual violence',
  weapon: 'Weapon used or shown',
  threats: 'Threats',
  stalking_harassment: 'Stalking or harassment',
  controlling_coercive: 'Controlling or coercive behaviour',
  economic_abuse: 'Economic abuse',
  criminal_damage: 'Criminal damage',
  breach_of_order: 'Breach of an order or condition',
  harm_to_child: 'Harm to a child',
  verbal_dispute: 'Verbal incident, no crime recorded',
  other: 'Other',
} as const

export type IncidentKind = keyof typeof incidentKinds
