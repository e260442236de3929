import { roles } from '../../app/domain/catalogues/panel'
import { publicCommandKinds } from '../../app/domain/commands/commands'
import { columns } from './command-example'
import { commandExamples, isAllowed } from './commands'

const columnTitles: Readonly<Record<string, string>> = {
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

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`

/** The page docs/permissions.md. */
export const permissionsPage = (): string =>
  [
    '# Who may do what',
    '',
    'Made from the examples that the tests hold the code to (`tests/examples`); every cell is tried for real. A blank cell is',
    'refused: to a member as not theirs to do, to anyone else as if there were nothing here. What depends on the moment (is',
    'the meeting open, who holds the chair, is the case concluded) is decided after this, and who may *see* what is another',
    'matter: `app/domain/sight`.',
    '',
    row(['', ...columns.map((who) => columnTitles[who] ?? who)]),
    row(['---', ...columns.map(() => ':-:')]),
    ...publicCommandKinds.map((kind) =>
      row([commandExamples[kind].sentence, ...columns.map((who) => (isAllowed(kind, who) ? 'yes' : ' '))]),
    ),
    '',
  ].join('\n')
