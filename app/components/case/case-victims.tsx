import type { CaseFileProps } from '~/components/case/case-file-props'
import { childPlans } from '~/domain/catalogues/case'
import { allOf, membersIn, memberName, oneOf, type RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { readOut } from '../page/coded-words'
import { dateAndTime } from '../page/dates'
import { Checkboxes } from '../forms/choices'
import { TextArea } from '../forms/text-area'
import { TellingHer } from '../minutes/telling-her'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

type Victim = VisibleByKind['victim']
type SafetyRecord = VisibleByKind['safetyRecord']
interface VictimsProps {
  view: RoomView
  caseId: string
  refused: RefusedForm | undefined
  once: string
  mayKeep: boolean
  mayTell: boolean
  today: string
}

export const victimsDone = {
  safety: 'The safety record is kept.',
  planned: 'Who tells her, what and how is on record.',
  told: 'It is on record.',
}

/** Each victim-survivor by herself, with her safety record where the reader gets one; then the children. */
export function CaseVictims({ view, itsCase, viewer, refused, once, today }: CaseFileProps) {
  const caseId = itsCase.id
  const mayKeep = viewer.commands.includes('keepSafetyRecord')
  const mayTell = viewer.commands.includes('recordTold')
  const form = { refused, once, today, mayKeep, mayTell }
  const victims = allOf(view, 'victim').filter((victim) => victim.caseId === caseId)
  const children = allOf(view, 'child').filter((child) => child.caseId === caseId)
  return (
    <section aria-labelledby="victims">
      <h2 id="victims">Victim-survivors and children</h2>
      {victims.length === 0 ? (
        <p className="empty">No victim-survivor is linked to this case. They are linked at the referral.</p>
      ) : null}
      <div className="columns">
        {victims.map((victim) => (
          <div key={victim.id} className="panel-box keep">
            <h3>{victim.victimRef}</h3>
            <p>{described(victim)}</p>
            <Safety view={view} caseId={caseId} victim={victim} {...form} />
            <Tellings view={view} caseId={caseId} victim={victim} {...form} />
          </div>
        ))}
      </div>
      <h3>Children</h3>
      {children.length === 0 ? (
        <p>No child is recorded on this case.</p>
      ) : (
        <table className="children">
          <thead>
            <tr>
              <th scope="col">Child</th>
              <th scope="col">Age</th>
              <th scope="col">Plan</th>
            </tr>
          </thead>
          <tbody>
            {children.map((child) => (
              <tr key={child.id}>
                <th scope="row">{child.childRef}</th>
                <td>{readOut(child.ageBand)}</td>
                <td>{child.plan ? childPlans[child.plan] : 'Not recorded'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function Tellings({
  view,
  caseId,
  victim,
  today,
  once,
  refused,
  mayTell,
}: VictimsProps & { victim: Victim }) {
  const tellings = allOf(view, 'telling').filter(
    (telling) => telling.caseId === caseId && telling.victimId === victim.id,
  )
  if (tellings.length === 0) return null
  return (
    <>
      <h4>Telling her</h4>
      {tellings.map((telling) => (
        <TellingHer
          key={telling.id}
          telling={telling}
          view={view}
          today={today}
          here={`/cases/${caseId}`}
          once={once}
          refused={refused}
          mayCommand={mayTell}
        />
      ))}
    </>
  )
}

const described = (victim: Victim): string =>
  [
    readOut(victim.relationship),
    victim.gender?.replace(/_/g, ' '),
    victim.ageBand && `aged ${readOut(victim.ageBand)}`,
  ]
    .filter(Boolean)
    .join(', ')

function Safety({ view, caseId, victim, refused, once, mayKeep }: VictimsProps & { victim: Victim }) {
  const record = oneOf(view, 'safetyRecord', victim.id)
  const formName = `safety-${victim.id}`
  if (!record && !mayKeep) return null
  return (
    <>
      <h4>
        Her safety record <span className="tag circle">Restricted</span>
      </h4>
      <p className="small">
        Read by IDVAs, the chair and the coordinator
        {record && record.memberIds.length > 0
          ? `, and by ${record.memberIds.map((id) => memberName(view, id)).join(', ')}`
          : ''}
        . Nobody else, and never shown with another’s.
      </p>
      {record ? (
        <SafetyWords record={record} view={view} />
      ) : (
        <p className="empty">
          Nothing is kept yet. The IDVA writes here how she can be reached safely and what she wants.
        </p>
      )}
      {mayKeep ? (
        <Fold
          title={record ? 'Change her safety record' : 'Write her safety record'}
          form={formName}
          refused={refused}
        >
          <CommandPageForm
            kind="keepSafetyRecord"
            name={formName}
            ids={{ caseId, victimId: victim.id }}
            once={once}
            to={`/cases/${caseId}?done=safety`}
            refused={refused}
          >
            <TextArea
              name="safeContact"
              label="Safe contact"
              hint="How and when she can be reached"
              rows={2}
              defaultValue={record?.safeContact}
            />
            <TextArea
              name="whoMustNotKnow"
              label="Who must not know"
              rows={2}
              defaultValue={record?.whoMustNotKnow}
            />
            <TextArea name="wishes" label="Her wishes and views" rows={2} defaultValue={record?.wishes} />
            <TextArea
              name="told"
              label="What she has been told of the panel"
              rows={2}
              defaultValue={record?.told}
            />
            <Checkboxes
              name="memberIds[]"
              legend="Who else may read it"
              hint="IDVAs, the chair and the coordinator always may."
              options={membersIn(view)
                .filter((member) => !member.readsSafetyRecords)
                .map((member) => ({ value: member.id, label: member.name }))}
              chosen={record?.memberIds}
            />
            <button type="submit">Keep her safety record</button>
          </CommandPageForm>
        </Fold>
      ) : null}
    </>
  )
}

// Naming these would change nothing: they read it, or no case at all.

function SafetyWords({ record, view }: { record: SafetyRecord; view: RoomView }) {
  const words = [
    ['Safe contact', record.safeContact],
    ['Who must not know', record.whoMustNotKnow],
    ['Her wishes and views', record.wishes],
    ['What she has been told', record.told],
  ] as const
  return (
    <>
      <dl className="summary">
        {words.map(([term, value]) => (
          <div key={term} className="pair">
            <dt>{term}</dt>
            <dd>{value || 'Not recorded'}</dd>
          </div>
        ))}
      </dl>
      <p className="small quiet">
        Kept by {memberName(view, record.updatedBy)}, {dateAndTime(record.updatedAt)}
      </p>
    </>
  )
}
