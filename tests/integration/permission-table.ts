import { roles } from '../../app/domain/catalogues'
import type { PublicCommandKind } from '../../app/domain/commands'
import type { PersonName } from '../support/small-panel'

// Who may order what: the expectation, written out, apart from the code that decides. `yes` is carried out; a dot is
// refused, to members as not theirs to do, to others as if there were nothing here.

/** One person for each column. Police stands for representatives of an agency in the safety circle, housing for the rest. */
export const columns: readonly PersonName[] = [
  'chair',
  'coordinator',
  'presenter',
  'caseManager',
  'idva',
  'police',
  'housing',
  'observer',
  'administrator',
  'evaluator',
  'brookChair',
]

export const columnTitles: Readonly<Record<string, string>> = {
  chair: roles.chair,
  coordinator: roles.coordinator,
  presenter: roles.presenter,
  caseManager: roles.case_manager,
  idva: roles.idva,
  police: `${roles.representative}, police`,
  housing: `${roles.representative}, other`,
  observer: roles.observer,
  administrator: roles.administrator,
  evaluator: roles.evaluator,
  brookChair: 'Another area',
}

// prettier-ignore
export const table: Record<PublicCommandKind, string> = {
  //                      chair coord present casem idva police housing observ admin eval other
  planMeeting:          ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  listCase:             ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  changeItem:           ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  inviteToItem:         ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  orderAgenda:          ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  moveItem:             ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  removeItem:           ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  recordReturn:         ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  openMeeting:          ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  cancelOpening:        ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  recordAttendance:     ' yes   yes   yes     yes   yes  yes    yes     yes    .     .    .  ',
  recordLeaving:        ' yes   yes   yes     yes   yes  yes    yes     yes    .     .    .  ',
  acceptConfidentiality:' yes   yes   yes     yes   yes  yes    yes     yes    .     .    .  ',
  declareConflict:      ' yes   yes   yes     yes   yes  yes    yes     yes    .     .    .  ',
  withdrawConflict:     ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  movePointer:          ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  undoAdvance:          ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  handOverChair:        ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  takeChair:            ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  putOnNoteOnlyLane:    ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  discussItem:          ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  markAgencyHeard:      ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  concludeItem:         ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  reopenItem:           ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  closeMeeting:         ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  shareInformation:     ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  recordLever:          ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  recordFinding:        ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  recordDecision:       ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  recordPosition:       ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  planIntervention:     ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  assignAction:         ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  requestInformation:   ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  answerSafetyCheck:    ' yes   yes   .       .     yes  yes    .       .      .     .    .  ',
  correctEntry:         ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  withdrawEntry:        ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  acceptAction:         ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  parkAction:           ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  endAction:            ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  changeIntervention:   ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  answerRequest:        ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  refuseRequest:        ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  chaseRequest:         ' yes   yes   yes     yes   yes  yes    yes     .      .     .    .  ',
  keepSafetyRecord:     ' .     yes   .       .     yes  .      .       .      .     .    .  ',
  changePanelSettings:  ' .     yes   .       .     .    .      .       .      yes   .    .  ',
  changeCriteria:       ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  adoptPolicy:          ' yes   yes   .       .     .    .      .       .      .     .    .  ',
  addMember:            ' .     yes   .       .     .    .      .       .      yes   .    .  ',
  changeMember:         ' .     yes   .       .     .    .      .       .      yes   .    .  ',
}

/** What each command is, in words for the page. */
export const sentences: Record<PublicCommandKind, string> = {
  planMeeting: 'Plan a meeting',
  listCase: 'Put a case on the agenda',
  changeItem: 'Change an item’s kind, minutes or presenter',
  inviteToItem: 'Invite agencies to one item',
  orderAgenda: 'Put the agenda in another order',
  moveItem: 'Move an item up or down',
  removeItem: 'Take an item off the agenda',
  recordReturn: 'Record what one’s agency holds',
  openMeeting: 'Open the meeting',
  cancelOpening: 'Take back an opening made by mistake',
  recordAttendance: 'Record one’s own attendance',
  recordLeaving: 'Record one’s own leaving',
  acceptConfidentiality: 'Join: accept the confidentiality statement',
  declareConflict: 'Declare one’s own interest in a case',
  withdrawConflict: 'Withdraw a declared interest',
  movePointer: 'Move the panel to a case or step, holding the chair',
  undoAdvance: 'Undo the last move, holding the chair',
  handOverChair: 'Hand the chair over, holding it',
  takeChair: 'Take the chair, with a reason',
  putOnNoteOnlyLane: 'Put an item on the note-only lane',
  discussItem: 'Bring an item back to discussion',
  markAgencyHeard: 'Mark one’s agency as heard',
  concludeItem: 'Conclude a case, holding the chair',
  reopenItem: 'Open a concluded case again',
  closeMeeting: 'Close the meeting',
  shareInformation: 'Share information',
  recordLever: 'Record a lever',
  recordFinding: 'Record a finding on a criterion',
  recordDecision: 'Record the panel’s decision',
  recordPosition: 'Record one’s agency’s position on a decision',
  planIntervention: 'Plan an intervention',
  assignAction: 'Assign an action',
  requestInformation: 'Ask an agency for information',
  answerSafetyCheck: 'Answer the safety check',
  correctEntry: 'Correct an entry of one’s own agency',
  withdrawEntry: 'Withdraw an entry of one’s own agency',
  acceptAction: 'Accept an action for one’s own agency',
  parkAction: 'Park an action for an agency that is not there',
  endAction: 'Say how one’s own agency’s action ended',
  changeIntervention: 'Change the state of one’s own agency’s intervention',
  answerRequest: 'Answer a request to one’s own agency',
  refuseRequest: 'Refuse a request to one’s own agency',
  chaseRequest: 'Chase a request that one’s own agency made',
  keepSafetyRecord: 'Keep a victim-survivor’s safety record',
  changePanelSettings: 'Change the panel’s settings',
  changeCriteria: 'Change the panel’s criteria',
  adoptPolicy: 'Adopt a policy: clocks, counts and reasons',
  addMember: 'Add a member',
  changeMember: 'Change a member’s role, or end their membership',
}

export const isAllowed = (kind: PublicCommandKind, who: PersonName): boolean =>
  table[kind].trim().split(/\s+/)[columns.indexOf(who)] === 'yes'

const row = (cells: string[]) => `| ${cells.join(' | ')} |`

/** The page docs/permissions.md. */
export const asMarkdown = (): string =>
  [
    '# Who may do what',
    '',
    'Made from the table that the tests hold the code to (`tests/integration/permission-table.ts`); every cell is tried for',
    'real. A blank cell is refused: to a member as not theirs to do, to anyone else as if there were nothing here. What',
    'depends on the moment (is the meeting open, who holds the chair, is the case concluded) is decided after this, and who',
    'may *see* what is another matter: `app/domain/sees.ts`.',
    '',
    row(['', ...columns.map((who) => columnTitles[who] ?? who)]),
    row(['---', ...columns.map(() => ':-:')]),
    ...(Object.keys(table) as PublicCommandKind[]).map((kind) =>
      row([sentences[kind], ...columns.map((who) => (isAllowed(kind, who) ? 'yes' : ' '))]),
    ),
    '',
  ].join('\n')
