import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { TextField } from '~/components/forms/text-field'
import { PageFrame } from '~/components/page/page-frame'
import { PageErrors, PageForm, type RefusedForm } from '~/components/forms/page-form'
import { isRefusal, refusalStatus, type Refusal } from '~/domain/refusals'
import { signedIn } from '~/http/page.server'
import { qrCodeImage } from '~/http/qr-code.server'
import { carryOnAs } from '~/http/session-change.server'

export const meta = () => [{ title: 'Second factor – Panelroom' }]

export async function loader(args: LoaderFunctionArgs) {
  const { session, services } = await signedIn(args)
  const isOn = session.secondFactorAt !== null
  const offer = services.signIn.offerSecondFactor(session.email)
  const asked = new URL(args.request.url).searchParams.get('asked') !== null && !isOn
  return { name: session.name, isOn, asked, offer: isOn ? null : { ...offer, image: qrCodeImage(offer.uri) } }
}

interface Offer {
  secret: string
  uri: string
  image: string
}
interface Answer {
  refused?: RefusedForm
  recoveryCodes?: string[]
  /** The key that was scanned already, so that one mistyped code does not ask for a new scan. */
  offer?: Offer
}

export async function action(args: ActionFunctionArgs) {
  const { session, services } = await signedIn(args)
  const form = await args.request.formData()
  const code = String(form.get('code') ?? '')
  const refusedWith = (refusal: Refusal, answer: Answer) =>
    data<Answer>(
      { ...answer, refused: { refusal, typed: {}, form: String(form.get('form')) } },
      { status: refusalStatus[refusal.code] },
    )

  if (form.get('form') === 'off') {
    const outcome = await services.signIn.turnOffSecondFactor(session, code)
    return isRefusal(outcome) ? refusedWith(outcome, {}) : redirect('/account?done=second-factor-off', 303)
  }
  const browser = args.request.headers.get('User-Agent') ?? ''
  const offer = services.signIn.offerSecondFactor(session.email, String(form.get('secret') ?? ''))
  const outcome = await services.signIn.turnOnSecondFactor(session, offer.secret, code, browser)
  if (isRefusal(outcome)) return refusedWith(outcome, { offer: { ...offer, image: qrCodeImage(offer.uri) } })
  return data<Answer>({ recoveryCodes: outcome.recoveryCodes }, { headers: carryOnAs(args, outcome.token) })
}

export default function SecondFactor() {
  const { name, isOn, asked, offer } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer?.refused
  const codes = answer?.recoveryCodes
  const shown = answer?.offer ?? offer
  return (
    <PageFrame
      name={name}
      narrow
      crumbs={[
        { label: 'Your panels', href: '/' },
        { label: 'Your account', href: '/account' },
        { label: 'Second factor' },
      ]}
    >
      {asked && !codes ? (
        <div className="notice warning">
          <p>The panel you want to open asks for a second factor. Set one up here, then go back to it.</p>
        </div>
      ) : null}
      <PageErrors refused={refused} />
      {codes ? (
        <RecoveryCodes codes={codes} />
      ) : isOn ? (
        <TurnOff refused={refused} />
      ) : shown ? (
        <TurnOn offer={shown} refused={refused} />
      ) : null}
    </PageFrame>
  )
}

function RecoveryCodes({ codes }: { codes: readonly string[] }) {
  return (
    <>
      <h1>The second factor is on</h1>
      <h2>Your recovery codes</h2>
      <p>
        <strong>They are shown this once.</strong> Print or copy them and keep them apart from your telephone.
        Each opens your account one time when you have no authenticator at hand.
      </p>
      <ul className="plain codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code.replace(/(.{5})/, '$1-')}</code>
          </li>
        ))}
      </ul>
      <p>You are signed out on every other device.</p>
      <p className="no-print">
        <a href="/account" className="button">
          I have kept them
        </a>
      </p>
    </>
  )
}

function TurnOn({ offer, refused }: { offer: Offer; refused: RefusedForm | undefined }) {
  return (
    <>
      <h1>Turn on the second factor</h1>
      <p>
        With it, your password alone opens nothing: you also give a code from an authenticator application on
        your telephone.
      </p>
      <h2>1. Scan this code</h2>
      <p>Open your authenticator and add an account.</p>
      <img className="qr" src={offer.image} alt="QR code of the key below" width="200" height="200" />
      <p>
        {/* Whoever reads this on the telephone itself cannot point its camera at it. */}
        On the telephone itself? <a href={offer.uri}>Add it to your authenticator</a>
      </p>
      <p>
        Cannot do either? Type this key instead:{' '}
        <code className="key">{offer.secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <h2>2. Enter the code it shows</h2>
      <PageForm name="on" refused={refused}>
        <input type="hidden" name="secret" value={offer.secret} />
        <TextField
          name="code"
          label="Code"
          hint="6 digits"
          autoComplete="one-time-code"
          inputMode="numeric"
          short
          required
        />
        <button type="submit">Turn it on</button>
      </PageForm>
    </>
  )
}

function TurnOff({ refused }: { refused: RefusedForm | undefined }) {
  return (
    <>
      <h1>Turn off the second factor</h1>
      <p>
        Your password alone will then open your account. Panels that ask for a second factor will be closed to
        you.
      </p>
      <PageForm name="off" refused={refused}>
        <TextField
          name="code"
          label="Code"
          hint="From your authenticator, or a recovery code"
          autoComplete="one-time-code"
          short
          required
        />
        <button type="submit" className="warning">
          Turn it off
        </button>
      </PageForm>
    </>
  )
}
