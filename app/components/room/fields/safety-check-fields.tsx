import { answers } from '~/domain/catalogues/entries'
import { allOf } from '~/domain/meeting/room-view'
import { AudienceField } from '../../forms/audience-field'
import { optionsOf } from '../../forms/option'
import { Select } from '../../forms/select'
import { TextField } from '../../forms/text-field'
import { useRoomContext } from '../../forms/room-context'
import { LaneField, type FieldsProps } from './entry-field-parts'

export function SafetyCheckFields({ item, prefix, entry }: FieldsProps<'safetyCheck'>) {
  const { view } = useRoomContext()
  const victims = allOf(view, 'victim').filter((victim) => victim.caseId === item.caseId)
  // Who has been answered for leaves the list, so that saving one check leads to the next and never to a wrong person.
  const open = victims.filter((victim) => !item.safetyAnswered.includes(victim.id))
  const offered = entry || open.length === 0 ? victims : open
  return (
    <>
      {victims.length > 0 ? (
        <Select
          name={`${prefix}victimId`}
          label="About whom"
          hint={victims.length > 1 ? 'Each victim-survivor has a safety check of her own.' : undefined}
          options={offered.map((victim) => ({
            value: victim.id,
            label: `${victim.victimRef}${victim.relationship ? `, ${victim.relationship.replace(/_/g, ' ')}` : ''}`,
          }))}
          defaultValue={entry?.victimId ?? open[0]?.id}
        />
      ) : (
        <input type="hidden" name={`${prefix}victimId`} value="" />
      )}
      <div className="row">
        <Select
          name={`${prefix}knows`}
          label="Does she know what the panel plans?"
          options={optionsOf(answers)}
          empty="Choose"
          defaultValue={entry?.knows}
        />
        <Select
          name={`${prefix}raisesRisk`}
          label="Could this raise the risk to her?"
          options={optionsOf(answers)}
          empty="Choose"
          defaultValue={entry?.raisesRisk}
        />
        <Select
          name={`${prefix}safeContact`}
          label="Is there a safe contact?"
          options={optionsOf(answers)}
          empty="Choose"
          defaultValue={entry?.safeContact}
        />
      </div>
      <TextField
        name={`${prefix}riskNote`}
        label="If it could: when, and from what"
        defaultValue={entry?.riskNote}
      />
      <TextField
        name={`${prefix}plan`}
        label="Safety plan"
        hint="What is in place if the risk rises."
        defaultValue={entry?.plan}
      />
      <div className="row">
        <TextField name={`${prefix}whoTells`} label="Who tells her, and how" defaultValue={entry?.whoTells} />
        <TextField
          name={`${prefix}children`}
          label="What this means for the children"
          defaultValue={entry?.children}
        />
      </div>
      <details>
        <summary>More: who else may read this</summary>
        <AudienceField
          prefix={prefix}
          usual="Safety circle only"
          circleOnly
          memberIds={entry?.audience.kind === 'safety_circle' ? entry.audience.memberIds : []}
          defaultKind={entry ? 'safety_circle' : ''}
        />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}
