import type { AcceptanceView, ShownMatch } from '~/domain/referral/acceptance-view'
import { riskLevels } from '~/domain/catalogues/case'
import { tellingWays } from '~/domain/catalogues/referral'
import type { VisibleByKind } from '~/domain/sight/sees'
import { readOut } from '../page/coded-words'
import { longDate, weekdayDate } from '../page/dates'
import { Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { Fold, CommandPageForm, type RefusedForm } from '../forms/page-form'

interface ScreeningProps {
  ids: { panelId: string; referralId: string }
  once: string
  here: string
  refused: RefusedForm | undefined
}
interface Reasons {
  accept: string[]
  return: string[]
  signpost: string[]
}

const lines = (values: readonly string[]) => values.map((value) => ({ value, label: value }))
/** On-screen is how it is acknowledged, not how anyone tells. */
const { on_screen: _acknowledged, ...waysToTell } = tellingWays
export const tellingOptions = optionsOf(waysToTell)

/** The three ways out of screening, each with its reason from the panel's list. */
export function ReferralScreening({
  acceptance,
  victims,
  reasons,
  meetings,
  byLink,
  ...form
}: ScreeningProps & {
  acceptance: AcceptanceView
  /** Of the restricted part, where the reader gets it. */
  victims: VisibleByKind['referralSafety']['victims']
  reasons: Reasons
  meetings: readonly { id: string; date: string }[]
  byLink: boolean
}) {
  return (
    <section aria-labelledby="screening" className="no-print">
      <h2 id="screening">Screen this referral</h2>
      <Matches matches={acceptance.matches} />
      <Fold title="Accept on to the agenda" form="acceptReferral" refused={form.refused}>
        <CommandPageForm
          kind="acceptReferral"
          ids={form.ids}
          once={form.once}
          to={`${form.here}?done=accepted`}
          refused={form.refused}
        >
          <Radios
            name="personId"
            legend="Who he is"
            hint="Nothing is merged by itself: you choose."
            options={[
              ...acceptance.matches.map((match) => ({
                value: match.personId,
                label: `${match.name}, ${match.dateOfBirth ? `born ${longDate(match.dateOfBirth)}` : 'date of birth not known'}: a new case on him`,
              })),
              {
                value: 'new',
                label: acceptance.matches.length > 0 ? 'None of these: a new person' : 'A new person',
              },
            ]}
            defaultValue={acceptance.matches.length === 0 ? 'new' : undefined}
          />
          {knownVictims(acceptance.matches).length > 0
            ? victims.map((victim, index) => (
                <Select
                  key={index}
                  name={`sameVictims.${index}`}
                  label={`Victim-survivor ${index + 1}${victim.name ? ` (${victim.name})` : ''}`}
                  hint="If she stands in one of his cases already, she keeps her reference, and a repeat can be told."
                  options={knownVictims(acceptance.matches)}
                  empty="Not in a case of his yet"
                />
              ))
            : null}
          <Select name="reason" label="Reason" options={lines(reasons.accept)} empty="Choose" />
          <Select
            name="judgement"
            label="Raise the risk"
            hint="Your judgement may raise the level and never lowers it"
            options={optionsOf(riskLevels)}
            empty="Leave it as it is"
          />
          <TextArea name="note" label="Note for the panel" rows={2} />
          <Select
            name="meetingId"
            label="Put it on an agenda now"
            options={meetings.map((meeting) => ({ value: meeting.id, label: weekdayDate(meeting.date) }))}
            empty="Not yet: it stays due for the next one"
          />
          <TextField name="lateReason" label="If it comes late for that agenda: why" />
          <button type="submit">Accept this referral</button>
        </CommandPageForm>
      </Fold>
      <Fold title="Return for more information" form="returnReferral" refused={form.refused}>
        <CommandPageForm
          kind="returnReferral"
          ids={form.ids}
          once={form.once}
          to={`${form.here}?done=returned`}
          refused={form.refused}
        >
          <Select name="reason" label="Reason" options={lines(reasons.return)} empty="Choose" />
          <TextArea
            name="words"
            label="What is asked of the referrer"
            hint={
              byLink
                ? 'The referrer reads this on the page of a link. Name nobody.'
                : 'The referring agency reads this. Name nobody.'
            }
            rows={3}
          />
          <TextArea name="note" label="Note for the panel" rows={2} />
          <ToldNow />
          <button type="submit">Return it</button>
        </CommandPageForm>
      </Fold>
      <Fold title="Signpost elsewhere" form="signpostReferral" refused={form.refused}>
        <CommandPageForm
          kind="signpostReferral"
          ids={form.ids}
          once={form.once}
          to={`${form.here}?done=signposted`}
          refused={form.refused}
        >
          <Select name="reason" label="Reason" options={lines(reasons.signpost)} empty="Choose" />
          <TextArea
            name="words"
            label="Where the referrer may turn instead"
            hint="For the referrer. Name nobody."
            rows={3}
          />
          <TextArea name="note" label="Note for the panel" rows={2} />
          <ToldNow />
          <button type="submit">Signpost it</button>
        </CommandPageForm>
      </Fold>
    </section>
  )
}

function ToldNow() {
  return (
    <Select
      name="how"
      label="Has the referrer been told already?"
      hint="If not, telling them stays open on the list of referrals."
      options={tellingOptions}
      empty="Not yet"
    />
  )
}

const knownVictims = (matches: readonly ShownMatch[]) => {
  const known = new Map<string, string>()
  for (const match of matches) {
    for (const one of match.cases)
      for (const victim of one.victims)
        known.set(victim.ref, `${victim.ref}, ${readOut(victim.relationship).toLowerCase()} (${one.caseRef})`)
  }
  return [...known].map(([value, label]) => ({ value, label }))
}

/** Who he may be, likeliest first, each with why. */
function Matches({ matches }: { matches: readonly ShownMatch[] }) {
  if (matches.length === 0)
    return (
      <p className="inset">
        Nobody whose cases are open to you is like him by name, alias, spelling or date of birth.
      </p>
    )
  return (
    <>
      <h3>Who he may be</h3>
      <ul className="plain rows">
        {matches.map((match) => (
          <li key={match.personId}>
            <strong>{match.name}</strong>
            {match.aliases.length > 0 ? (
              <span className="quiet"> (also {match.aliases.join('; ')})</span>
            ) : null}
            <ul>
              {match.why.map((why) => (
                <li key={why}>{why}</li>
              ))}
              {match.cases.map((one) => (
                <li key={one.id}>
                  Case <a href={`/cases/${one.id}`}>{one.caseRef}</a>, referred {longDate(one.referredOn)}{' '}
                  {one.open ? (
                    <span className="tag warn">Still open: accepting makes a second case beside it</span>
                  ) : null}
                  {one.victims.length > 0
                    ? `; victim-survivors ${one.victims.map((victim) => victim.ref).join(', ')}`
                    : ''}
                  . {one.recent}
                </li>
              ))}
              <li>{match.serial}</li>
            </ul>
          </li>
        ))}
      </ul>
    </>
  )
}
