import type { FoundFile } from '../../server/import/read-folder'

/** Files that add many people and cases to the small panel, and put the first of them on the agenda of its open meeting. */
export const longFolder = (people = 400): FoundFile[] => {
  const each = (line: (n: number) => string) => Array.from({ length: people }, (_, n) => line(n))
  const files = {
    people: [
      'person_ref,given_name,family_name,panel',
      ...each((n) => `L${n},Leofric,Longworth${n},Ashford Panel`),
    ],
    cases: [
      'case_ref,panel,person_ref,referral_source,referred_on',
      ...each((n) => `LC${n},Ashford Panel,L${n},police,2026-11-09`),
    ],
    victims: ['victim_ref,case_ref,relationship', ...each((n) => `LV${n},LC${n},partner`)],
    agenda: ['meeting_ref,case_ref,position,kind', 'M1,LC0,5,new'],
  }
  return Object.entries(files).map(([name, lines]) => ({
    name: `${name}.csv`,
    bytes: Buffer.from(`${lines.join('\n')}\n`),
  }))
}
