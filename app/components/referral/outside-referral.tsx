import { outsideStages, type OutsideStage } from '~/domain/referral/referrer-telling'
import { dateAndTime } from '../page/dates'
import { TextArea } from '../forms/text-area'
import { PageErrors, PageForm, type RefusedForm } from '../forms/page-form'
import { ReferralFields } from './referral-fields'

const day = 86_400_000

/** How long is left, in whole days, or hours on the last; a link opened within the hour still has all its days. */
export const timeLeft = (until: number, now: number): string => {
  const days = Math.floor((until - now + 3_600_000) / day)
  const hours = Math.max(1, Math.floor((until - now) / 3_600_000))
  const [count, unit] = days >= 1 ? [days, 'day'] : [hours, 'hour']
  return `${count} ${unit}${count === 1 ? '' : 's'}`
}

interface FormPage {
  panelName: string
  until: number
}

function HowLong({ page, now }: { page: FormPage; now: number }) {
  return (
    <p className="inset">
      This link works once, until {dateAndTime(page.until)}: {timeLeft(page.until, now)} left. What you type
      is not kept until you send it.
    </p>
  )
}

export function LinkToRefer({
  page,
  now,
  refused,
}: {
  page: FormPage & { criteria: string[]; name: string; agency: string; email: string }
  now: number
  refused: RefusedForm | undefined
}) {
  return (
    <>
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">
          {page.panelName}: a panel of agencies that works with people who abuse a partner or family member
        </span>
        Refer someone
      </h1>
      <HowLong page={page} now={now} />
      <p>The panel looks for these. You need not know all of them.</p>
      <ul>
        {page.criteria.map((criterion) => (
          <li key={criterion}>{criterion}</li>
        ))}
      </ul>
      <p>If someone is in danger now, call 999 first. Do not tell him that you are referring him.</p>
      <p>
        You refer as <strong>{[page.name, page.agency].filter(Boolean).join(', ')}</strong>, {page.email}. If
        that is not you, do not use this link.
      </p>
      <PageForm name="refer" refused={refused}>
        <ReferralFields typed={refused?.typed} />
        <button type="submit">Send this referral</button>
      </PageForm>
    </>
  )
}

export function LinkToAdd({
  page,
  now,
  refused,
}: {
  page: FormPage & { asked: string; referralRef: string }
  now: number
  refused: RefusedForm | undefined
}) {
  return (
    <>
      <PageErrors refused={refused} />
      <h1>
        <span className="caption">
          {page.panelName}, referral {page.referralRef}
        </span>
        Add to your referral
      </h1>
      <HowLong page={page} now={now} />
      <h2>What the panel asks</h2>
      <blockquote className="inset said">{page.asked}</blockquote>
      <PageForm name="add" refused={refused}>
        <TextArea name="fields.what" label="Your answer" rows={5} />
        <TextArea
          name="fields.fromHer"
          label="What is known from her, or how she can be reached safely"
          hint="Read by IDVAs, chair and coordinator only"
          rows={3}
        />
        <button type="submit">Send this</button>
      </PageForm>
    </>
  )
}

const meanings: Record<OutsideStage, string> = {
  received: 'It has arrived. Chair and coordinator of the panel look at it next.',
  asked:
    'The panel needs to know more before it can go on. Whoever gave you this link will give you another to answer with.',
  looked_at: 'The panel has it. When it has decided, you are told what, and why.',
  decided: 'You have been told:',
}

/** How far it has come, and nothing of anyone. */
export function StageOfReferral({
  page,
}: {
  page: { panelName: string; referralRef: string; stage: OutsideStage; words: string | null; until: number }
}) {
  return (
    <>
      <h1>
        <span className="caption">{page.panelName}</span>
        Referral {page.referralRef}
      </h1>
      <div className="notice" role="status">
        <h2>{outsideStages[page.stage]}</h2>
        <p>{meanings[page.stage]}</p>
        {page.words ? <p className="said">{page.words}</p> : null}
      </div>
      <p>
        Thank you. Keep this link: until {dateAndTime(page.until)} it shows how far your referral has come.
        For anything new, tell the panel’s coordinator; if someone is in danger, call 999.
      </p>
    </>
  )
}

/** One page for a link that never was, ran out, was withdrawn or is used up. */
export function LinkDoesNotWork({ tooMany }: { tooMany: boolean }) {
  return tooMany ? (
    <>
      <h1>Wait a little</h1>
      <p>There were too many tries from where you are. Wait 15 minutes, then open your link again.</p>
    </>
  ) : (
    <>
      <h1>This link does not work</h1>
      <p>
        It may be mistyped, or its time may be over. Ask whoever gave it to you for another. If someone is in
        danger, call 999.
      </p>
    </>
  )
}
