import { rulings } from '~/domain/catalogues/entries'
import { CommandForm } from '../forms/command-form'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { useRoomContext } from '../forms/room-context'
import type { Owed } from './owed-standing'

/** The chair's ruling on something overdue. To everyone else it is not theirs to make. */
export function RuleOnIt({ owed, onDone }: { owed: Owed; onDone?: () => void }) {
  const room = useRoomContext()
  if (!room.commands.has('ruleOnOverdue')) return null
  return (
    <details>
      <summary>
        Rule on it<span className="visually-hidden">: {owed.what}</span>
      </summary>
      <CommandForm
        kind="ruleOnOverdue"
        ids={{ meetingId: room.meetingId, entryId: owed.id }}
        formKey={`rule:${owed.id}`}
        keepDraft
        {...(onDone ? { onDone } : {})}
      >
        <Select name="ruling" label="What becomes of it" options={optionsOf(rulings)} empty="Choose" />
        <TextField
          name="due"
          label="New date, if it is given one"
          hint="A date, or words such as “Friday” or “in 2 weeks”"
        />
        <TextField name="reason" label="Why" hint="It stays in its history" />
        <button type="submit">Record the ruling</button>
      </CommandForm>
    </details>
  )
}
