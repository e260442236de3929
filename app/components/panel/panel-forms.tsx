import type { PolicyValues } from '~/domain/catalogues/policy-settings'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { Criterion } from '~/domain/things/panel'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { Tick } from '../forms/tick'
import { CommandPageForm, type RefusedForm } from '../forms/page-form'

interface FormProps {
  panelId: string
  once: string
  to: string
  refused: RefusedForm | undefined
}
type Panel = VisibleByKind['panel']

export function PlanMeetingForm({
  panelId,
  usual,
  ...form
}: FormProps & { usual: Pick<PolicyValues, 'usualTime' | 'usualPlace' | 'meetingMinutes'> }) {
  return (
    <CommandPageForm kind="planMeeting" ids={{ panelId }} {...form}>
      <TextField name="date" label="Date" type="date" short />
      <TextField
        name="startsAt"
        label="Starts at"
        hint="24-hour time, for example 10:00"
        type="time"
        short
        defaultValue={usual.usualTime}
      />
      <TextField
        name="minutesPlanned"
        label="Length in minutes"
        type="number"
        inputMode="numeric"
        short
        min={15}
        max={480}
        defaultValue={usual.meetingMinutes}
      />
      <TextField
        name="venue"
        label="Place or call"
        hint="Empty: the usual place"
        defaultValue={usual.usualPlace}
      />
      <button type="submit">Plan this meeting</button>
    </CommandPageForm>
  )
}

export function SignInForm({ panelId, panel, ...form }: FormProps & { panel: Panel }) {
  return (
    <CommandPageForm kind="changePanelSettings" ids={{ panelId }} {...form}>
      <Tick
        name="secondFactorRequired"
        label="Ask every member for a second factor"
        hint="Nothing of this panel opens to a member who has not set one up. Set up your own first."
        defaultChecked={panel.secondFactorRequired}
      />
      <button type="submit">Save</button>
    </CommandPageForm>
  )
}

export function CriteriaForm({ panelId, criteria, ...form }: FormProps & { criteria: readonly Criterion[] }) {
  return (
    <CommandPageForm kind="changeCriteria" ids={{ panelId }} {...form}>
      <TextArea
        name="labels"
        label="Criteria, one a line"
        hint="Saving makes a new version. What was found under an older version keeps its wording."
        rows={Math.max(8, criteria.length + 1)}
        defaultValue={criteria.map((criterion) => criterion.label).join('\n')}
      />
      <TextField name="reason" label="Why they change" hint="The record keeps it with the new version." />
      <button type="submit">Adopt these criteria</button>
    </CommandPageForm>
  )
}
