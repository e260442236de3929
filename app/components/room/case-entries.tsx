import { Eligibility } from './eligibility'
import { Fragment, type ReactNode } from 'react'
import { stances } from '~/domain/catalogues/entries'
import {
  agenciesIn,
  agencyName,
  allOf,
  entriesOn,
  oneOf,
  standingOn,
  type VisibleItem,
} from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { CommandForm } from '../forms/command-form'
import { currentEntries, EntryLine } from './entry-line'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { useRoomContext } from '../forms/room-context'

function EntrySection<K extends EntryKind>({
  title,
  kind,
  item,
  empty,
}: {
  title: string
  kind: K
  item: VisibleItem
  empty: string
}) {
  const { view } = useRoomContext()
  const entries = currentEntries(entriesOn(view, kind, item.id) as VisibleByKind[EntryKind][])
  return (
    <section className={`entry-section ${kind}`} aria-labelledby={`${kind}-heading`}>
      <h3 id={`${kind}-heading`}>
        {title} <span className="quiet small">{entries.length > 0 ? entries.length : ''}</span>
      </h3>
      {entries.length === 0 ? <p className="quiet small">{empty}</p> : null}
      <ul className="plain entries">
        {entries.map((entry) => (
          <EntryLine key={entry.id} entry={entry} />
        ))}
      </ul>
    </section>
  )
}

/** The decision with every agency's position. */
function DecisionSection({ item }: { item: VisibleItem }) {
  const room = useRoomContext()
  const { view, viewer, meetingId } = room
  const decisions = currentEntries(entriesOn(view, 'decision', item.id))
  const standing = standingOn(view, 'decision', item.id)[0]
  const positions = standing
    ? standingOn(view, 'position', item.id).filter((position) => position.decisionId === standing.id)
    : []
  const { runs } = viewer
  const may = room.commands.has('recordPosition') && room.inSession && item.status === 'listed'
  return (
    <section className="entry-section" aria-labelledby="decision-heading">
      <h3 id="decision-heading">Decision</h3>
      {decisions.length === 0 ? (
        <p className="quiet small">
          No decision yet. The chair records it with its reason; each agency adds its position.
        </p>
      ) : null}
      <ul className="plain entries">
        {decisions.map((decision) => (
          <EntryLine key={decision.id} entry={decision} />
        ))}
      </ul>
      {standing ? (
        <>
          <ul className="plain positions">
            {positions.map((position) => (
              <li key={position.id}>
                <strong>{agencyName(view, position.agencyId)}</strong>{' '}
                <span className={position.stance === 'dissents' ? 'tag bad' : 'tag'}>
                  {stances[position.stance]}
                </span>{' '}
                {position.reason}
              </li>
            ))}
          </ul>
          {may ? (
            <CommandForm
              kind="recordPosition"
              ids={{ meetingId, itemId: item.id, 'fields.decisionId': standing.id }}
              formKey={`position:${standing.id}`}
              keepDraft
              className="row position-form"
            >
              {runs ? (
                <Select
                  name="fields.agencyId"
                  label="Agency"
                  options={agenciesIn(view).map((agency) => ({ value: agency.id, label: agency.name }))}
                  defaultValue={viewer.agencyId ?? undefined}
                />
              ) : null}
              <Select
                name="fields.stance"
                label={runs ? 'Its position' : 'Our position'}
                options={optionsOf(stances)}
                defaultValue="agrees"
              />
              <TextField name="fields.reason" label="Reason, if it dissents" />
              <button type="submit" className="secondary">
                Record the position
              </button>
            </CommandForm>
          ) : null}
        </>
      ) : null}
    </section>
  )
}

/** Safety: that it is answered is everyone's to see; what was answered is the safety circle's. */
function SafetySection({ item }: { item: VisibleItem }) {
  const { view } = useRoomContext()
  const victims = allOf(view, 'victim').filter((victim) => victim.caseId === item.caseId)
  const checks = currentEntries(entriesOn(view, 'safetyCheck', item.id))
  const records = victims.flatMap((victim) => oneOf(view, 'safetyRecord', victim.id) ?? [])
  const asked =
    victims.length > 0
      ? victims.map((victim) => ({ id: victim.id, name: victim.victimRef }))
      : [{ id: 'case', name: 'This case' }]
  return (
    <section className="entry-section safety" aria-labelledby="safety-heading">
      <h3 id="safety-heading">Safety of victim-survivors and children</h3>
      <ul className="plain safety-state">
        {asked.map((one) => (
          <li key={one.id}>
            {one.name}:{' '}
            <span className={item.safetyAnswered.includes(one.id) ? 'tag good' : 'tag warn'}>
              {item.safetyAnswered.includes(one.id)
                ? 'Safety check answered'
                : 'Safety check not yet answered'}
            </span>
          </li>
        ))}
      </ul>
      {records.map((record) => (
        <p key={record.id} className="safety-record">
          <span className="tag circle">Her safety record</span>{' '}
          {victims.find((victim) => victim.id === record.id)?.victimRef}: safe contact{' '}
          {record.safeContact || 'not recorded'}; must not know: {record.whoMustNotKnow || 'not recorded'};
          her wishes: {record.wishes || 'not recorded'}.
        </p>
      ))}
      <ul className="plain entries">
        {checks.map((check) => (
          <EntryLine key={check.id} entry={check} />
        ))}
      </ul>
    </section>
  )
}

type Section = (item: VisibleItem) => ReactNode
const entriesOf =
  (kind: EntryKind, title: string, empty: string): Section =>
  (item) => <EntrySection title={title} kind={kind} item={item} empty={empty} />

/** Every kind of entry has its place, in the column of what is known or of what is done about it. */
const sections: Readonly<
  Record<EntryKind, { column: 'known' | 'done'; show: Section } | 'with its decision'>
> = {
  share: {
    column: 'known',
    show: entriesOf(
      'share',
      'What we know',
      'Nothing shared yet. What agencies share shows here as they record it.',
    ),
  },
  lever: {
    column: 'known',
    show: entriesOf('lever', 'Levers', 'No lever yet: what gives anyone a hold on him, or a way in?'),
  },
  finding: { column: 'known', show: (item) => <Eligibility item={item} /> },
  decision: { column: 'done', show: (item) => <DecisionSection item={item} /> },
  position: 'with its decision',
  intervention: {
    column: 'done',
    show: entriesOf('intervention', 'Support and disrupt', 'No intervention yet.'),
  },
  action: { column: 'done', show: entriesOf('action', 'Actions', 'No action yet.') },
  request: { column: 'done', show: entriesOf('request', 'Information requests', 'No request yet.') },
  safetyCheck: { column: 'done', show: (item) => <SafetySection item={item} /> },
}

/** Everything recorded on the case, in the order the meeting goes. */
export function CaseEntries({ item }: { item: VisibleItem }) {
  return (
    <div className="case-entries">
      {(['known', 'done'] as const).map((column) => (
        <div key={column}>
          {Object.entries(sections).map(([kind, section]) =>
            section !== 'with its decision' && section.column === column ? (
              <Fragment key={kind}>{section.show(item)}</Fragment>
            ) : null,
          )}
        </div>
      ))}
    </div>
  )
}
