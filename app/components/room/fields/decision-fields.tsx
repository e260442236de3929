import { caseModes, closureReasons } from '~/domain/catalogues/case'
import { decisionOutcomes, type DecisionOutcome } from '~/domain/catalogues/entries'
import { Radios } from '../../forms/choices'
import { optionsOf } from '../../forms/option'
import { Select } from '../../forms/select'
import { TextArea } from '../../forms/text-area'
import { TextField } from '../../forms/text-field'
import { useChosen } from '../../forms/use-chosen'
import { useRoomContext } from '../../forms/room-context'
import { type FieldsProps } from './entry-field-parts'

const needsMore: readonly DecisionOutcome[] = ['bring_back', 'not_accepted', 'extend', 'transfer']
const reasonLabel: Partial<Record<DecisionOutcome, string>> = {
  bring_back: 'Why it is brought back',
  not_accepted: 'Why it is not accepted',
}
const onwardLabel: Partial<Record<DecisionOutcome, string>> = {
  not_accepted: 'Onward route',
  extend: 'Goals of the extension',
  transfer: 'Transferred to',
}
const untilLabel: Partial<Record<DecisionOutcome, string>> = {
  bring_back: 'Bring back when',
  extend: 'Extended until',
}

export function DecisionFields({ prefix, entry }: FieldsProps<'decision'>) {
  const { live } = useRoomContext()
  const [box, chosen] = useChosen<HTMLDivElement>(`${prefix}outcome`, entry?.outcome ?? '')
  const outcome = chosen === '' ? undefined : (chosen as DecisionOutcome)
  const shows = (labels: Partial<Record<DecisionOutcome, string>>) =>
    !live || (outcome !== undefined && labels[outcome] !== undefined)
  const label = (labels: Partial<Record<DecisionOutcome, string>>) =>
    (live && outcome ? labels[outcome] : undefined) ?? Object.values(labels).join(' / ')
  return (
    <>
      <div ref={box}>
        <Radios
          name={`${prefix}outcome`}
          legend="The panel’s decision"
          options={optionsOf(decisionOutcomes)}
          defaultValue={entry?.outcome}
        />
      </div>
      {!live || outcome === 'accept' ? (
        <Radios
          name={`${prefix}mode`}
          legend="Kind of work"
          options={optionsOf(caseModes)}
          defaultValue={entry?.mode ?? undefined}
        />
      ) : null}
      {!live || outcome === 'close' ? (
        <Select
          name={`${prefix}closureReason`}
          label="Primary reason for closing"
          options={optionsOf(closureReasons)}
          empty="Choose the reason"
          defaultValue={entry?.closureReason ?? undefined}
        />
      ) : null}
      {!live || needsMore.includes(outcome as DecisionOutcome) ? (
        <div className="row">
          {shows(reasonLabel) ? (
            <TextField name={`${prefix}reason`} label={label(reasonLabel)} defaultValue={entry?.reason} />
          ) : null}
          {shows(onwardLabel) ? (
            <TextField name={`${prefix}onward`} label={label(onwardLabel)} defaultValue={entry?.onward} />
          ) : null}
          {shows(untilLabel) ? (
            <TextField
              name={`${prefix}until`}
              label={label(untilLabel)}
              hint="Friday, in 2 weeks, 21 November"
              defaultValue={entry?.until ?? undefined}
            />
          ) : null}
        </div>
      ) : null}
      <TextArea
        name={`${prefix}rationale`}
        label="Why: the rationale"
        hint="Everyone on the panel reads this. Nothing a victim-survivor told in confidence belongs here."
        rows={2}
        defaultValue={entry?.rationale}
      />
    </>
  )
}
