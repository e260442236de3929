import { publicCommandKinds, type PublicCommandKind } from '../../app/domain/commands/commands'
import type { PersonName } from '../support/small-panel'
import { columns, type CommandExample } from './command-example'
import { agendaCommandExamples } from './agenda'
import { returnCommandExamples } from './returns'
import { meetingCommandExamples } from './meeting'
import { minutesCommandExamples } from './minutes'
import { entryCommandExamples } from './entries'
import { followUpCommandExamples } from './follow-up'
import { caseCommandExamples } from './case'
import { referralCommandExamples } from './referral'
import { peopleCommandExamples } from './people'
import { candidateCommandExamples } from './candidates'
import { panelCommandExamples } from './panel'

// The register of examples: one for every command.

export const commandExamples: Record<PublicCommandKind, CommandExample> = {
  ...agendaCommandExamples,
  ...returnCommandExamples,
  ...meetingCommandExamples,
  ...minutesCommandExamples,
  ...entryCommandExamples,
  ...followUpCommandExamples,
  ...caseCommandExamples,
  ...referralCommandExamples,
  ...peopleCommandExamples,
  ...candidateCommandExamples,
  ...panelCommandExamples,
}

export const cellsOf = (kind: PublicCommandKind): readonly string[] =>
  commandExamples[kind].allowed.split(/\s+/)

export const isAllowed = (kind: PublicCommandKind, who: PersonName): boolean =>
  cellsOf(kind)[columns.indexOf(who)] === 'yes'

/** Every random move with the command it comes to. */
export const everyMove = publicCommandKinds.flatMap((kind) =>
  commandExamples[kind].moves.map((move) => ({ kind, ...move })),
)
