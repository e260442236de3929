import { folderOf } from './folder-of'

// An import folder of two areas that know nothing of each other. Ashford's panel has someone in every role; its case A2
// has three victim-survivors, A3 has none linked, A1 and A4 are about the same man, A5 is on no agenda, and P7 has no case. The words in
// it occur nowhere else, so that a test can search everything that leaves for them.

const lines = (...rows: string[]) => `${rows.join('\n')}\n`

const files = {
  panels: lines(
    'name,area,kind,quorum',
    'Ashford Panel,Ashford,perpetrator_panel,3',
    'Brook Panel,Brook,matac,1',
  ),
  agencies: lines(
    'panel,name,kind,core',
    'Ashford Panel,Police,police,yes',
    'Ashford Panel,Probation,probation,yes',
    'Ashford Panel,Housing,housing,yes',
    'Ashford Panel,Social Care,childrens_social_care,yes',
    'Ashford Panel,Advocates,victim_service,yes',
    'Ashford Panel,Justice Centre,family_justice_centre,yes',
    'Ashford Panel,Harbour Change,perpetrator_service,yes',
    'Brook Panel,Brook Police,police,yes',
    'Brook Panel,Brook Advocates,victim_service,yes',
  ),
  members: lines(
    'panel,name,email,role,agency',
    'Ashford Panel,Chair One,chair@ashford.example,chair,Justice Centre',
    'Ashford Panel,Chair Two,co-chair@ashford.example,chair,Social Care',
    'Ashford Panel,Coordinator One,coordinator@ashford.example,coordinator,Justice Centre',
    'Ashford Panel,Presenter One,presenter@ashford.example,presenter,Harbour Change',
    'Ashford Panel,Manager One,case-manager@ashford.example,case_manager,Harbour Change',
    'Ashford Panel,Advocate One,idva@ashford.example,idva,Advocates',
    'Ashford Panel,Advocate Two,idva-two@ashford.example,idva,Advocates',
    'Ashford Panel,Officer One,police@ashford.example,representative,Police',
    'Ashford Panel,Landlord One,housing@ashford.example,representative,Housing',
    'Ashford Panel,Social One,social-care@ashford.example,representative,Social Care',
    'Ashford Panel,Probation One,probation@ashford.example,representative,Probation',
    'Ashford Panel,Watcher One,observer@ashford.example,observer,Police',
    'Ashford Panel,Counter One,evaluator@ashford.example,evaluator,',
    'Ashford Panel,Keeper One,administrator@ashford.example,administrator,',
    'Brook Panel,Brook Chair,brook-chair@brook.example,chair,Brook Police',
    'Brook Panel,Brook Advocate,brook-idva@brook.example,idva,Brook Advocates',
    'Brook Panel,Brook Keeper,brook-administrator@brook.example,administrator,',
  ),
  people: lines(
    'person_ref,given_name,family_name,aliases,date_of_birth,panel',
    'P1,Aldous,Quenby,Al Quenbee,1988-03-04,Ashford Panel',
    'P2,Barnaby,Rusholt,,1979-11-30,Ashford Panel',
    'P3,Conrad,Tamsyn,,1991-01-15,Ashford Panel',
    'P5,Edmund,Varcoe,,1983-07-07,Ashford Panel',
    'P7,Gervase,Yelland,,1986-06-06,Ashford Panel',
    'P9,Fergus,Wexcombe,,1990-05-05,Brook Panel',
  ),
  cases: lines(
    'case_ref,panel,person_ref,referral_source,referred_on,accepted_on,closed_on,closure_reason,referral_reason,risk_level,dash_count',
    'A1,Ashford Panel,P1,police,2026-10-05,,,,Referral words of the first case,high,17',
    'A2,Ashford Panel,P2,marac,2026-10-12,,,,Referral words of the second case,high,19',
    'A3,Ashford Panel,P3,agency,2026-10-19,,,,Referral words of the third case,medium,9',
    'A4,Ashford Panel,P1,marac,2026-11-02,,,,Referral words of the fourth case,high,15',
    'A5,Ashford Panel,P5,police,2026-11-09,,,,Referral words of the fifth case,standard,6',
    'B1,Brook Panel,P9,police,2026-11-09,,,,Referral words of the Brook case,high,18',
  ),
  victims: lines(
    'victim_ref,case_ref,relationship',
    'V1,A1,partner',
    'V2a,A2,former_partner',
    'V2b,A2,partner',
    'V2c,A2,sister',
    'V4,A4,former_partner',
    'V5,A5,partner',
    'V9,B1,partner',
  ),
  children: lines('child_ref,case_ref,plan', 'K1,A1,child_protection', 'K5,A5,none'),
  incidents: lines(
    'incident_ref,panel,person_ref,case_ref,date,kind,gravity,victim_ref,source',
    'INC-ALL-1,Ashford Panel,P1,A1,2026-11-20,threats,threat,V1,agency_record',
    'INC-HER-1,Ashford Panel,,A1,2026-11-02,physical_assault,violence,V1,victim_survivor',
    'INC-ALL-4,Ashford Panel,P1,A4,2026-03-02,criminal_damage,control,V4,agency_record',
    'INC-ALL-2,Ashford Panel,P2,A2,2026-10-01,stalking_harassment,violence,V2a,agency_record',
    'INC-ALL-5,Ashford Panel,,A5,2026-11-25,strangulation,serious_violence,V5,agency_record',
    'INC-CIR-5,Ashford Panel,P5,,2025-12-24,threats,threat,V5b,intelligence',
    'INC-CIR-7,Ashford Panel,P7,,2026-09-09,physical_assault,violence,V7,agency_record',
    'INC-BROOK,Brook Panel,P9,B1,2026-11-01,threats,threat,V9,agency_record',
  ),
  meetings: lines(
    'meeting_ref,panel,date,minutes_planned,starts_at',
    'M1,Ashford Panel,2026-12-02,120,10:00',
    'M2,Ashford Panel,2026-12-16,120,10:00',
    'N1,Brook Panel,2026-12-02,60,10:00',
  ),
  agenda: lines(
    'meeting_ref,case_ref,position,kind,presenter',
    'M1,A1,1,new,Presenter One',
    'M1,A2,2,new,Presenter One',
    'M1,A3,3,review,',
    'M1,A4,4,urgent,',
    'M2,A1,1,review,',
    'N1,B1,1,new,Brook Chair',
  ),
}

/** As read from a folder on the day before the first meeting. */
export const smallFolder = () => folderOf(files)
export const smallFiles: Readonly<Record<string, string>> = files
