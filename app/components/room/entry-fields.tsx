import { usualSource } from '~/domain/meeting/usual-source'
import { caseModes, closureReasons } from '~/domain/catalogues/case'
import {
  answers,
  decisionOutcomes,
  gateways,
  interventionStatuses,
  lawfulBases,
  leverKinds,
  natures,
  purposes,
  sources,
  strands,
  type DecisionOutcome,
  type Strand,
} from '~/domain/catalogues/entries'
import { agenciesIn, allOf, membersIn, standingOn, type VisibleItem } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { AreaField, MeaningsLink } from '../guidance/area-guidance'
import { AudienceField, HandlingField } from '../forms/audience-field'
import { Checkboxes, optionsOf, Radios, Select, TextArea, TextField, useChosen } from '../forms/form-controls'
import { useRoomContext } from '../forms/room-context'

// The fields of each kind of entry: first the line that is always needed, then, folded away, what context has filled in.
// The same fields serve recording and correcting; `entry` is what is corrected.

type Shown<K extends EntryKind> = VisibleByKind[K] | undefined

interface FieldsProps<K extends EntryKind> {
  item: VisibleItem
  prefix: string
  entry?: Shown<K>
}

function useAgencyOptions() {
  const { view } = useRoomContext()
  return agenciesIn(view).map((agency) => ({ value: agency.id, label: agency.name }))
}

/** Chair and coordinator may record for another agency; everyone else is in their own lane. */
function LaneField({ prefix, agencyId }: { prefix: string; agencyId?: string | undefined }) {
  const { viewer, ownLaneOnly } = useRoomContext()
  const options = useAgencyOptions()
  if (ownLaneOnly) return null
  if (viewer.role !== 'chair' && viewer.role !== 'coordinator') return null
  return (
    <Select
      name={`${prefix}agencyId`}
      label="Recorded for"
      options={options}
      empty={viewer.agencyId ? 'My own agency' : 'Choose the agency'}
      defaultValue={agencyId === viewer.agencyId ? '' : agencyId}
    />
  )
}

function Sharing({
  prefix,
  entry,
  usual,
}: {
  prefix: string
  entry?: VisibleByKind[EntryKind] | undefined
  usual: string
}) {
  const audience = entry?.audience
  return (
    <>
      <AudienceField
        prefix={prefix}
        usual={usual}
        defaultKind={audience?.kind ?? ''}
        agencyIds={audience?.kind === 'agencies' ? audience.agencyIds : []}
        memberIds={audience?.kind === 'safety_circle' ? audience.memberIds : []}
      />
      <HandlingField prefix={prefix} chosen={entry?.handling ?? []} />
    </>
  )
}

export function ShareFields({ item, prefix, entry }: FieldsProps<'share'>) {
  const { view, viewer, live } = useRoomContext()
  const from = entry?.source ?? usualSource(viewer)
  const [box, source] = useChosen<HTMLDivElement>(`${prefix}source`, from)
  const readers = source === 'victim_survivor' ? 'Safety circle: she told us' : 'The whole panel'
  const victims = allOf(view, 'victim').filter((victim) => victim.caseId === item.caseId)
  const about = [
    { value: 'perpetrator', label: 'The perpetrator' },
    ...victims.map((victim) => ({ value: victim.id, label: `Victim-survivor ${victim.victimRef}` })),
    { value: 'children', label: 'The children' },
  ]
  return (
    <>
      <TextArea name={`${prefix}what`} label="What you share" rows={2} defaultValue={entry?.what} />
      <div className="row" ref={box}>
        <Select
          name={`${prefix}source`}
          label="It comes from"
          options={optionsOf(sources)}
          defaultValue={from}
        />
        <Select
          name={`${prefix}nature`}
          label="Fact or opinion"
          options={optionsOf(natures)}
          defaultValue={entry?.nature ?? 'fact'}
        />
      </div>
      <div className="row">
        <Sharing
          prefix={prefix}
          entry={entry}
          usual={live ? readers : 'The panel; the safety circle if she told us'}
        />
      </div>
      <details>
        <summary>More: about whom, date, purpose, lawful basis</summary>
        <div className="row">
          <Select
            name={`${prefix}about`}
            label="About"
            options={about}
            defaultValue={entry?.about ?? 'perpetrator'}
          />
          <TextField
            name={`${prefix}factDate`}
            label="Date of the fact"
            type="date"
            defaultValue={entry?.factDate ?? undefined}
          />
          <Select
            name={`${prefix}purpose`}
            label="Purpose"
            options={optionsOf(purposes)}
            defaultValue={entry?.purpose ?? 'protect_adult'}
          />
          <Select
            name={`${prefix}lawfulBasis`}
            label="Lawful basis"
            options={optionsOf(lawfulBases)}
            defaultValue={entry?.lawfulBasis ?? 'public_task'}
          />
          <Select
            name={`${prefix}gateway`}
            label="Gateway"
            options={optionsOf(gateways)}
            defaultValue={entry?.gateway ?? 'crime_and_disorder_s115'}
          />
        </div>
        <TextField
          name={`${prefix}necessity`}
          label="Why sharing is necessary"
          hint="One line: what it lets the panel do."
          defaultValue={entry?.necessity}
        />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}

export function LeverFields({ prefix, entry }: FieldsProps<'lever'>) {
  const options = useAgencyOptions()
  return (
    <>
      <TextArea
        name={`${prefix}what`}
        label="What gives a hold on him, or a way in"
        rows={2}
        defaultValue={entry?.what}
      />
      <div className="row">
        <Select
          name={`${prefix}leverKind`}
          label="Kind of lever"
          options={optionsOf(leverKinds)}
          defaultValue={entry?.leverKind ?? 'other'}
        />
        <Select
          name={`${prefix}holderAgencyId`}
          label="Who has it"
          options={options}
          empty="My own agency"
          defaultValue={entry?.holderAgencyId}
        />
        <Select
          name={`${prefix}safeToUse`}
          label="Safe to use?"
          hint="Would using it show that she has spoken?"
          options={optionsOf(answers)}
          defaultValue={entry?.safeToUse ?? 'unknown'}
        />
      </div>
      {/* After the choices, not between them: whoever goes from one to the next by Tab and types must not land on a link. */}
      <MeaningsLink group="lever" />
      <details>
        <summary>More: why safe or not, who may read this</summary>
        <TextField
          name={`${prefix}safetyNote`}
          label="What makes it safe or unsafe"
          defaultValue={entry?.safetyNote}
        />
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}

export function InterventionFields({
  item,
  prefix,
  entry,
  strand: preset,
}: FieldsProps<'intervention'> & { strand?: Strand }) {
  const { view, live } = useRoomContext()
  const options = useAgencyOptions()
  const [box, strand] = useChosen<HTMLDivElement>(`${prefix}strand`, entry?.strand ?? preset ?? 'support')
  const levers = standingOn(view, 'lever', item.id)
  return (
    <>
      <TextArea
        name={`${prefix}what`}
        label="What exactly will be done"
        rows={2}
        defaultValue={entry?.what}
      />
      <div ref={box}>
        <Radios
          name={`${prefix}strand`}
          legend="Strand"
          options={optionsOf(strands)}
          defaultValue={entry?.strand ?? preset ?? 'support'}
        />
      </div>
      {!live || strand !== 'disrupt' ? (
        <AreaField
          group="support"
          name={`${prefix}supportAreas[]`}
          chosen={entry?.supportAreas}
          live={live}
        />
      ) : null}
      {!live || strand !== 'support' ? (
        <AreaField
          group="disrupt"
          name={`${prefix}disruptAreas[]`}
          chosen={entry?.disruptAreas}
          live={live}
        />
      ) : null}
      <div className="row">
        <Select
          name={`${prefix}leadAgencyId`}
          label="Lead agency"
          options={options}
          empty="My own agency"
          defaultValue={entry?.leadAgencyId}
        />
        <Select
          name={`${prefix}leverId`}
          label="Uses the lever"
          options={levers.map((lever) => ({ value: lever.id, label: lever.what.slice(0, 60) }))}
          empty="None recorded"
          defaultValue={entry?.leverId ?? undefined}
        />
      </div>
      <details>
        <summary>More: joint agencies, state, who may read this</summary>
        <Checkboxes
          name={`${prefix}jointAgencyIds[]`}
          legend="Joint agencies"
          options={options}
          chosen={entry?.jointAgencyIds}
        />
        <div className="row">
          <Select
            name={`${prefix}status`}
            label="State"
            options={optionsOf(interventionStatuses)}
            defaultValue={entry?.status ?? 'planned'}
          />
          <TextField name={`${prefix}result`} label="Result so far" defaultValue={entry?.result} />
        </div>
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}

export function ActionFields({ item, prefix, entry }: FieldsProps<'action'>) {
  const { view } = useRoomContext()
  const options = useAgencyOptions()
  const members = membersIn(view).filter((member) => member.agencyId !== null)
  return (
    <>
      <TextArea name={`${prefix}what`} label="What is to be done" rows={2} defaultValue={entry?.what} />
      <div className="row">
        <Select
          name={`${prefix}ownerAgencyId`}
          label="Owner"
          options={options}
          empty="My own agency"
          defaultValue={entry?.ownerAgencyId}
        />
        <TextField
          name={`${prefix}due`}
          label="By when"
          hint="Friday, in 2 weeks, 21 November"
          defaultValue={entry?.due ?? 'in 2 weeks'}
        />
      </div>
      <details>
        <summary>More: role or person, what it is for, who may read this</summary>
        <div className="row">
          <TextField
            name={`${prefix}ownerRole`}
            label="Role that owns it"
            hint="So that it does not leave with a leaver."
            defaultValue={entry?.ownerRole}
          />
          <Select
            name={`${prefix}ownerMemberId`}
            label="Person"
            options={members.map((member) => ({ value: member.id, label: member.name }))}
            empty="Nobody by name"
            defaultValue={entry?.ownerMemberId ?? undefined}
          />
          <Select
            name={`${prefix}interventionId`}
            label="For the intervention"
            options={standingOn(view, 'intervention', item.id).map((one) => ({
              value: one.id,
              label: one.what.slice(0, 60),
            }))}
            empty="None"
            defaultValue={entry?.interventionId ?? undefined}
          />
          <Select
            name={`${prefix}requestId`}
            label="For the request"
            options={standingOn(view, 'request', item.id).map((one) => ({
              value: one.id,
              label: one.what.slice(0, 60),
            }))}
            empty="None"
            defaultValue={entry?.requestId ?? undefined}
          />
        </div>
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}

export function RequestFields({ prefix, entry }: FieldsProps<'request'>) {
  const options = useAgencyOptions()
  return (
    <>
      <TextArea
        name={`${prefix}what`}
        label="What information you need"
        rows={2}
        defaultValue={entry?.what}
      />
      <TextField name={`${prefix}why`} label="Why" defaultValue={entry?.why} />
      <div className="row">
        <Select
          name={`${prefix}toAgencyId`}
          label="From which agency"
          options={options}
          empty="Choose the agency"
          defaultValue={entry?.toAgencyId}
        />
        <TextField
          name={`${prefix}due`}
          label="By when"
          hint="Friday, in 2 weeks, 21 November"
          defaultValue={entry?.due ?? 'in 1 week'}
        />
      </div>
      <details>
        <summary>More: lawful basis, who may read this</summary>
        <Select
          name={`${prefix}lawfulBasis`}
          label="Lawful basis"
          options={optionsOf(lawfulBases)}
          defaultValue={entry?.lawfulBasis ?? 'public_task'}
        />
        <Sharing prefix={prefix} entry={entry} usual="The whole panel" />
        <LaneField prefix={prefix} agencyId={entry?.agencyId} />
      </details>
    </>
  )
}

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
