import { pointsFor, type Candidate, type CandidateOrder } from '~/domain/candidates/candidates'
import { gravities } from '~/domain/catalogues/referral'
import { scoreItemInWords } from '~/domain/candidates/scoring'
import { longDate } from '../page/dates'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

const orders: readonly [CandidateOrder, string][] = [
  ['score', 'Score'],
  ['recency', 'Most recent incident'],
  ['frequency', 'Number of incidents'],
  ['gravity', 'Gravest incident'],
  ['victims', 'Number of victim-survivors'],
  ['name', 'Name'],
]

interface Shown {
  candidates: readonly Candidate[]
  by: CandidateOrder
  here: string
  panelId: string
  mayPutForward: boolean
  mayRefer: boolean
  refused: RefusedForm | undefined
  once: string
}

/** The ranking, with each score explained item by item. Sorted by links, so that it needs no script. */
export function CandidateTable({
  candidates,
  by,
  here,
  panelId,
  mayPutForward,
  mayRefer,
  refused,
  once,
}: Shown) {
  return (
    <>
      <nav aria-label="Order of the list" className="no-print">
        <p className="sorting">
          Sorted by{' '}
          {orders.map(([order, label], index) => (
            <span key={order}>
              {index > 0 ? ' · ' : ''}
              {order === by ? (
                <strong aria-current="true">{label}</strong>
              ) : (
                <a href={`${here}?by=${order}`}>{label}</a>
              )}
            </span>
          ))}
        </p>
      </nav>
      <p className="quiet">
        {candidates.length === 1 ? '1 person' : `${candidates.length} people`}. The number is the place that
        the score gives.
      </p>
      <ol className="plain candidates">
        {candidates.map((candidate) => (
          <li key={candidate.personId} className="panel-box">
            <h2>
              {candidate.rank}. {candidate.givenName} {candidate.familyName}{' '}
              <span className="caption">
                {candidate.personRef}
                {candidate.dateOfBirth ? `, born ${longDate(candidate.dateOfBirth)}` : ''}
              </span>
            </h2>
            <p className="score">
              <strong>{points(candidate.score.points)}</strong>
              {candidate.score.latest ? <>, most recent incident {longDate(candidate.score.latest)}</> : null}
              {candidate.score.gravest ? `, gravest ${gravities[candidate.score.gravest].toLowerCase()}` : ''}
              {candidate.score.victims > 1 ? (
                <>
                  {' '}
                  <span className="tag bad">Serial</span>
                </>
              ) : null}
            </p>
            <details>
              <summary>
                How the score is made<span className="visually-hidden"> for {candidate.familyName}</span>:
                recency {pointsFor(candidate, 'recency')}, frequency {pointsFor(candidate, 'frequency')},
                gravity {pointsFor(candidate, 'gravity')}, victim-survivors {pointsFor(candidate, 'victims')}
              </summary>
              <ScoreItems items={candidate.score.items} total={candidate.score.points} />
            </details>
            <Standing
              candidate={candidate}
              refer={mayRefer ? `/panels/${panelId}/referrals/new?about=${candidate.personId}` : null}
            />
            {mayPutForward ? (
              <Orders
                candidate={candidate}
                here={`${here}${by === 'score' ? '?' : `?by=${by}&`}`}
                panelId={panelId}
                refused={refused}
                once={once}
              />
            ) : null}
          </li>
        ))}
      </ol>
    </>
  )
}

const points = (n: number) => `${n} ${n === 1 ? 'point' : 'points'}`

export function ScoreItems({ items, total }: { items: Candidate['score']['items']; total: number }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.dimension + item.words}>{scoreItemInWords(item)}</li>
      ))}
      <li>
        <strong>Together: {points(total)}</strong>
      </li>
    </ul>
  )
}

function Standing({ candidate, refer }: { candidate: Candidate; refer: string | null }) {
  const { openCase, listedFor, putForward } = candidate
  if (!openCase) {
    return (
      <p>
        No open case before this panel.{' '}
        {refer ? (
          <>
            <a href={refer}>
              Refer him<span className="visually-hidden">: {candidate.familyName}</span>
            </a>
            : what the panel holds is filled in.
          </>
        ) : (
          'To bring him here, an agency refers him.'
        )}
      </p>
    )
  }
  return (
    <p>
      Case <a href={`/cases/${openCase.id}`}>{openCase.ref}</a>
      {openCase.accepted ? ', accepted' : ', not decided yet'}
      {listedFor ? `, on the agenda of ${longDate(listedFor)}` : ''}
      {putForward && !listedFor ? (
        <>
          {' '}
          <span className="tag warn">Put forward {longDate(putForward.on)}</span> with{' '}
          {points(putForward.score)},{' '}
          {putForward.matrixVersion === 0 ? 'starting matrix' : `matrix version ${putForward.matrixVersion}`}
        </>
      ) : null}
    </p>
  )
}

function Orders({
  candidate,
  here,
  panelId,
  refused,
  once,
}: {
  candidate: Candidate
  here: string
  panelId: string
  refused: RefusedForm | undefined
  once: string
}) {
  const { personId, familyName, openCase, listedFor, putForward } = candidate
  if (!openCase || listedFor) return null
  if (putForward) {
    const name = `withdraw-${putForward.id}`
    return (
      <Fold title={`Not put forward after all: ${familyName}`} form={name} refused={refused}>
        <CommandPageForm
          kind="withdrawCandidate"
          name={name}
          ids={{ panelId, candidacyId: putForward.id }}
          once={once}
          to={`${here}done=withdrawn`}
          refused={refused}
        >
          <TextField name="reason" label="Why not" />
          <button type="submit" className="secondary">
            Withdraw
          </button>
        </CommandPageForm>
      </Fold>
    )
  }
  return (
    <CommandPageForm
      kind="putForwardCandidate"
      name={`forward-${personId}`}
      ids={{ panelId, personId }}
      once={once}
      to={`${here}done=forward`}
      refused={refused}
    >
      <button type="submit" className="secondary">
        Put forward for the agenda<span className="visually-hidden">: {familyName}</span>
      </button>
    </CommandPageForm>
  )
}
