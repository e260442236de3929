import { endOutcomes, rulings } from '~/domain/catalogues/entries'
import type { Owed, OwedAction, OwedRequest } from '~/domain/follow-up/inbox'
import { Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { Tick } from '../forms/tick'
import type { InboxContext } from './inbox-context'
import { Fold, CommandPageForm } from '../forms/page-form'

/** The command about one thing owed: its form has a name of its own, so that a refusal is shown where it was typed. */
const about = (owed: Owed, { once, here, refused }: InboxContext, name: string, done: string) => ({
  ids: { meetingId: owed.meetingId, entryId: owed.id },
  once,
  to: `${here}${here.includes('?') ? '&' : '?'}done=${done}`,
  name: `${name}-${owed.id}`,
  refused,
})

const dueHint = 'A date, or words such as “Friday” or “in 2 weeks”'

export function ActionForms({ action, context }: { action: OwedAction; context: InboxContext }) {
  const { viewer, agencies, members, commands, refused } = context
  const isOwner = viewer.agencyId === action.ownerAgencyId && commands.includes('endAction')
  const gave =
    viewer.chairs ||
    viewer.memberId === action.byMemberId ||
    (viewer.agencyId !== null && viewer.agencyId === action.byAgencyId)
  const mayEnd = commands.includes('endAction') && (isOwner || viewer.runs)
  if (!mayEnd && !gave) return null
  const { withdrawn, ...ends } = endOutcomes
  const outcomes = { ...(mayEnd ? ends : {}), ...(gave ? { withdrawn } : {}) }
  const ending = about(action, context, 'end', 'ended')
  const passing = about(action, context, 'pass', 'passed')
  return (
    <div className="owed-forms no-print">
      {isOwner && action.acceptance !== 'accepted' ? (
        <CommandPageForm kind="acceptAction" {...about(action, context, 'accept', 'accepted')}>
          <button type="submit">
            Accept it<span className="visually-hidden">: {action.what}</span>
          </button>
        </CommandPageForm>
      ) : null}
      {commands.includes('endAction') ? (
        <Fold title="How it ended" form={ending.name} refused={refused}>
          <CommandPageForm kind="endAction" {...ending}>
            <Radios name="outcome" legend="How it ended" options={optionsOf(outcomes)} />
            <TextArea
              name="evidence"
              label="What was done, or why it was not"
              hint="The evidence, in a line or two"
              rows={2}
            />
            <button type="submit">Save how it ended</button>
          </CommandPageForm>
        </Fold>
      ) : null}
      {mayEnd ? (
        <Fold title="Pass it on" form={passing.name} refused={refused}>
          <CommandPageForm kind="passOnAction" {...passing}>
            <Select
              name="toAgencyId"
              label="To which agency"
              options={agencies.map((agency) => ({ value: agency.id, label: agency.name }))}
              empty="Choose"
            />
            <TextField name="toRole" label="To which role, if known" />
            <Select
              name="toMemberId"
              label="To whom, if known"
              empty="Nobody named"
              options={peopleOf(members, agencies)}
            />
            <TextArea name="what" label="What they are to do" defaultValue={action.what} rows={2} />
            <TextField name="due" label="By when" hint={`${dueHint}. Left empty, the day stays as it is.`} />
            <TextField name="reason" label="Why it is passed on" />
            <button type="submit">Pass it on</button>
          </CommandPageForm>
        </Fold>
      ) : null}
    </div>
  )
}

const peopleOf = (members: InboxContext['members'], agencies: InboxContext['agencies']) =>
  agencies.flatMap((agency) =>
    members
      .filter((member) => member.active && member.agencyId === agency.id)
      .map((member) => ({ value: member.id, label: `${agency.name}: ${member.name}` })),
  )

export function RequestForms({ request, context }: { request: OwedRequest; context: InboxContext }) {
  const { viewer, commands, refused } = context
  const mayAnswer =
    commands.includes('answerRequest') && (viewer.agencyId === request.toAgencyId || viewer.runs)
  const mayChase =
    commands.includes('chaseRequest') && (viewer.agencyId === request.byAgencyId || viewer.runs)
  const answering = about(request, context, 'answer', 'answered')
  const refusing = about(request, context, 'refuse', 'refused')
  const chasing = about(request, context, 'chase', 'chased')
  return (
    <div className="owed-forms no-print">
      {mayAnswer ? (
        <>
          <Fold title="Answer it" form={answering.name} refused={refused}>
            <CommandPageForm kind="answerRequest" {...answering}>
              <TextArea name="answer" label="Answer" hint="Read by whoever may read the request" />
              <button type="submit">Save the answer</button>
            </CommandPageForm>
          </Fold>
          <Fold title="Refuse it" form={refusing.name} refused={refused}>
            <CommandPageForm kind="refuseRequest" {...refusing}>
              <TextArea name="reason" label="Why it cannot be given" rows={2} />
              <button type="submit">Refuse with this reason</button>
            </CommandPageForm>
          </Fold>
        </>
      ) : null}
      {mayChase ? (
        <Fold title="Chase it" form={chasing.name} refused={refused}>
          <CommandPageForm kind="chaseRequest" {...chasing}>
            <TextField
              name="due"
              label="Answer now due by"
              hint={`${dueHint}. Left empty, the panel’s usual time.`}
            />
            <TextField name="words" label="What was said, if anything" />
            <Tick name="escalate" label="Take it to the chair" />
            <button type="submit">Chase it</button>
          </CommandPageForm>
        </Fold>
      ) : null}
    </div>
  )
}

/** What the chair rules on something that has come up the ladder. */
export function RulingForm({ owed, context }: { owed: Owed; context: InboxContext }) {
  const ruling = about(owed, context, 'rule', 'ruled')
  return (
    <div className="owed-forms no-print">
      <Fold title="Rule on it" form={ruling.name} refused={context.refused}>
        <CommandPageForm kind="ruleOnOverdue" {...ruling}>
          <Radios name="ruling" legend="What becomes of it" options={optionsOf(rulings)} />
          <TextField name="due" label="New date, if it is given one" hint={dueHint} />
          <TextField name="reason" label="Why" hint="It stays in its history" />
          <button type="submit">Record the ruling</button>
        </CommandPageForm>
      </Fold>
    </div>
  )
}
