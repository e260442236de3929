import type { RawFolder } from '../../app/domain/importing/import-folder'
import { readCsv } from '../../server/import/read-folder'

/** An import folder written out as text: file name without its ending > its lines. */
export const folderOf = (files: Record<string, string>): RawFolder => ({
  files: Object.entries(files).map(([name, text]) => readCsv(`${name}.csv`, new TextEncoder().encode(text))),
})

/** A small sound folder: one panel, one case, one meeting held and one to come. Replace a file to spoil it. */
export const soundFiles = {
  panels: 'name,area,kind\nNorth Panel,North,perpetrator_panel\n',
  agencies: 'panel,name,kind,core\nNorth Panel,Police,police,yes\nNorth Panel,Housing,housing,no\n',
  members:
    'panel,name,email,role,agency\nNorth Panel,Ann Ash,ann@north.example,chair,Police\nNorth Panel,Bo Birch,bo@north.example,representative,Housing\n',
  people: 'person_ref,given_name,family_name,date_of_birth\nP1,Carl,Cedar,1990-01-01\nP2,Dan,Dogwood,\n',
  cases:
    'case_ref,panel,person_ref,referral_source,referred_on,accepted_on\nC1,North Panel,P1,police,2026-01-05,2026-02-04\nC2,North Panel,P2,marac,2026-02-05,\n',
  victims: 'victim_ref,case_ref,relationship\nV1,C1,partner\n',
  children: 'child_ref,case_ref,plan\nK1,C1,none\n',
  meetings:
    'meeting_ref,panel,date,minutes_planned,minutes_taken,starts_at\nM1,North Panel,2026-07-01,60,50,10:00\nM2,North Panel,2026-12-02,60,,10:00\n',
  agenda:
    'meeting_ref,case_ref,position,kind,outcome,brought_back_reason,dissenting_agencies,minutes_taken,presenter\nM1,C1,1,new,accept,,Housing,9,Ann Ash\nM1,C2,2,new,bring_back,Too little is known,,7,\nM2,C2,1,review,,,,,Bo Birch\n',
  attendance: 'meeting_ref,agency,status\nM1,Police,present\nM1,Housing,apologies\n',
  returns:
    'meeting_ref,case_ref,agency,asked_on,returned_on,state\nM2,C2,Police,2026-11-20,2026-11-21,returned\n',
  conflicts: 'case_ref,member,panel,declared_on,reason\nC2,Bo Birch,North Panel,2026-11-20,A neighbour\n',
}
