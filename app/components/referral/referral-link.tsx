import { referralSources } from '~/domain/catalogues/referral'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { PageForm, type RefusedForm } from '../forms/page-form'

export function ReferralLinkForm({ refused }: { refused: RefusedForm | undefined }) {
  return (
    <PageForm name="link" refused={refused}>
      <TextField name="name" label="Their name" autoComplete="off" />
      <TextField name="agency" label="Their organisation" hint="May be left empty" autoComplete="off" />
      <TextField name="email" label="Their e-mail address" type="email" autoComplete="off" />
      <Select
        name="source"
        label="Where the referral comes from"
        options={optionsOf(referralSources)}
        defaultValue="other"
      />
      <button type="submit">Make the link</button>
    </PageForm>
  )
}

/** Shown this once: only its hash is kept. */
export function OneTimeLink({ link, name, back }: { link: string; name: string; back: string }) {
  return (
    <div className="notice" role="status">
      <h2>Link for {name}</h2>
      <p>
        <code className="key">{link}</code>
      </p>
      <p>
        It goes to their address by mail, if this installation sends mail. It is shown here this once: you may
        hand it to {name} yourself, to nobody else, for whoever opens it can use it. If it goes astray,
        withdraw it under Referrals and make another.
      </p>
      <p>
        <a href={back}>Back to the referrals</a>
      </p>
    </div>
  )
}
