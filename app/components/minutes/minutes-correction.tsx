import type { VisibleByKind } from '~/domain/sight/sees'
import type { PageViewer } from '~/domain/abilities'
import type { EntryKind } from '~/domain/things/entries'
import { isActedOn, isTheirsToChange } from '~/domain/meeting/entry-correction'
import { hasCorrectionForm, CorrectionFields } from '../room/entry-correction'
import { TextField } from '../forms/text-field'
import { CommandPageForm, PageErrors, type RefusedForm } from '../forms/page-form'

type AnyEntry = VisibleByKind[EntryKind]

export interface CorrectionContext {
  viewer: PageViewer
  /** The chair has approved a version: from then on, chair and coordinator correct. */
  approved: boolean
  /** The entry whose form is open. */
  entryId: string | null
  here: string
  once: string
  refused: RefusedForm | undefined
}

/** Puts an entry right after the meeting: a link first, since a form for every line of the minutes would bury them. */
export function MinutesCorrection({ entry, context }: { entry: AnyEntry; context: CorrectionContext }) {
  const { viewer, approved, here, once, refused } = context
  const theirs = viewer.commands.includes('correctEntry') && isTheirsToChange(viewer, entry.kind, entry)
  if (entry.withdrawnAt !== null || !theirs || (approved && !viewer.runs) || !hasCorrectionForm[entry.kind])
    return null
  if (context.entryId !== entry.id) {
    return (
      <a className="small no-print" href={`${here}?correct=${entry.id}#entry-${entry.id}`}>
        Correct<span className="visually-hidden"> this entry</span>
      </a>
    )
  }
  const ids = { meetingId: entry.meetingId, entryId: entry.id }
  const to = `${here}?done=corrected`
  return (
    <div className="no-print panel-box">
      <PageErrors refused={refused} />
      <CommandPageForm
        kind="correctEntry"
        name={`correct-${entry.id}`}
        ids={{ ...ids, 'correction.entryKind': entry.kind }}
        once={once}
        to={to}
        refused={refused}
      >
        <CorrectionFields entry={entry} />
        <TextField
          name="reason"
          label="What is corrected, and why"
          hint="Read by whoever may read what stood there before"
        />
        <button type="submit">Save the correction</button>
      </CommandPageForm>
      {!isActedOn[entry.kind] ? (
        <CommandPageForm
          kind="withdrawEntry"
          name={`withdraw-${entry.id}`}
          ids={ids}
          once={once}
          to={to}
          refused={refused}
        >
          <TextField
            name="reason"
            label="Or why it is struck out"
            hint="It stays readable, struck out, for those who may read it"
          />
          <button type="submit" className="warning">
            Strike it out
          </button>
        </CommandPageForm>
      ) : null}
      <p>
        <a href={here}>Leave it as it is</a>
      </p>
    </div>
  )
}
