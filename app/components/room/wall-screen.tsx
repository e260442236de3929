import { stepKeys, steps } from '~/domain/catalogues/meeting'
import { itemKinds } from '~/domain/catalogues/agenda'
import { decisionOutcomes } from '~/domain/catalogues/entries'
import { instantOfLocal } from '~/domain/dates/local-time'
import {
  agencyName,
  agendaIn,
  allOf,
  meetingIn,
  runningTimes,
  standingOn,
  type RoomView,
} from '~/domain/meeting/room-view'
import { clockTime, longDate, minutesAndSeconds } from '../page/dates'
import { SandboxMark } from '../page/page-frame'

/** For the wall: the case at hand, the step, the time, decisions and actions. Initials only, and nothing to press. */
export function WallScreen({
  view,
  meetingId,
  now,
  connected,
  signedOut,
}: {
  view: RoomView
  meetingId: string
  now: number
  connected: boolean
  signedOut: boolean
}) {
  const meeting = meetingIn(view, meetingId)
  const panel = allOf(view, 'panel')[0]
  if (!meeting || !panel) {
    return (
      <main id="main" className="wall" tabIndex={-1}>
        <h1>Nothing to see here</h1>
      </main>
    )
  }
  const agenda = agendaIn(view, meetingId)
  const at = agenda.findIndex((item) => item.id === meeting.itemId)
  const item = agenda[at]
  const times = runningTimes(
    meeting,
    agenda,
    meeting.openedAt ?? instantOfLocal(meeting.date, meeting.startsAt),
    now,
  )
  const decisions = item ? standingOn(view, 'decision', item.id) : []
  const actions = item ? standingOn(view, 'action', item.id) : []
  return (
    <>
      {panel.sandbox ? <SandboxMark /> : null}
      <main id="main" className="wall" tabIndex={-1}>
        <p className="wall-top">
          <span>{panel.name}</span>
          <span>{longDate(meeting.date)}</span>
          {meeting.status === 'open' ? <span>Finish {clockTime(times.plannedFinish)}</span> : null}
          {connected ? null : (
            <span role="status" className="wall-lost">
              {signedOut ? 'Signed out' : 'Connecting'}
            </span>
          )}
        </p>
        {meeting.status === 'planned' ? <h1>The meeting starts at {meeting.startsAt}</h1> : null}
        {meeting.status === 'closed' ? <h1>The meeting is closed</h1> : null}
        {meeting.status === 'open' && !item ? <h1>Opening</h1> : null}
        {meeting.status === 'open' && item ? (
          <>
            <h1>
              <span className="quiet">
                Case {at + 1} of {agenda.length}
              </span>
              {item.another ? 'Another item' : `${item.caseRef ?? ''} ${item.initials ?? ''}`}
              {item.itemKind ? <span className="tag">{itemKinds[item.itemKind]}</span> : null}
            </h1>
            {item.another ? null : (
              <>
                <p className="wall-clock">
                  {minutesAndSeconds(times.onItem)} <span className="quiet">of {item.minutes}:00</span>
                </p>
                <ol className="plain wall-steps">
                  {stepKeys.map((step) => (
                    <li
                      key={step}
                      className={meeting.step === step ? 'current' : undefined}
                      aria-current={meeting.step === step ? 'step' : undefined}
                    >
                      {steps[step]}
                    </li>
                  ))}
                </ol>
                <section aria-labelledby="wall-decision">
                  <h2 id="wall-decision">Decision</h2>
                  {decisions.length === 0 ? <p className="quiet">Not yet</p> : null}
                  {decisions.map((decision) => (
                    <p key={decision.id}>
                      <strong>{decisionOutcomes[decision.outcome]}</strong>
                      {decision.until ? `, ${longDate(decision.until)}` : ''}
                    </p>
                  ))}
                </section>
                <section aria-labelledby="wall-actions">
                  <h2 id="wall-actions">Actions</h2>
                  {actions.length === 0 ? <p className="quiet">None yet</p> : null}
                  <ul>
                    {actions.map((action) => (
                      <li key={action.id}>
                        <strong>{agencyName(view, action.ownerAgencyId)}</strong>: {action.what}, by{' '}
                        {longDate(action.due)}
                      </li>
                    ))}
                  </ul>
                </section>
              </>
            )}
          </>
        ) : null}
      </main>
    </>
  )
}
