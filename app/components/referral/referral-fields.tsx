import type { ReactNode } from 'react'
import { childPlans, riskLevels } from '~/domain/catalogues/case'
import {
  ageBands,
  agreements,
  childAgeBands,
  gravities,
  relationships,
  riskTopics,
} from '~/domain/catalogues/referral'
import { mostChildren, mostIncidents, mostVictims } from '~/domain/referral/referral-fields'
import { Checkboxes } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { Tick } from '../forms/tick'
import type { RefusedForm } from '../forms/page-form'

type Typed = RefusedForm['typed'] | undefined

const isTyped = (typed: Typed, prefixes: readonly string[]) =>
  Object.entries(typed ?? {}).some(
    ([name, value]) => value.length > 0 && prefixes.some((prefix) => name.startsWith(prefix)),
  )

/** Further lines of the form, folded until they are wanted; open when something was typed in them. */
function Further({
  title,
  prefixes,
  typed,
  children,
}: {
  title: string
  prefixes: readonly string[]
  typed: Typed
  children: ReactNode
}) {
  return (
    <details className="fold" open={isTyped(typed, prefixes)}>
      <summary>{title}</summary>
      <div className="fold-body">{children}</div>
    </details>
  )
}

const further = (most: number) => Array.from({ length: most - 1 }, (_, index) => index + 1)

/** What is asked of whoever refers, a member or someone outside: each thing once, and what only some can answer folded. */
export function ReferralFields({ typed }: { typed: Typed }) {
  return (
    <>
      <h2>Whom you refer</h2>
      <TextField name="fields.givenName" label="Given name" />
      <TextField name="fields.familyName" label="Family name" />
      <TextField
        name="fields.dateOfBirth"
        label="Date of birth"
        hint="Leave it empty if you do not know it"
        type="date"
        short
      />
      <Further
        title="Other names, another date of birth, gender, language"
        prefixes={moreOfHim}
        typed={typed}
      >
        <TextArea
          name="fields.aliases"
          label="Other names he uses"
          hint="One a line: spellings, nicknames, earlier names"
          rows={2}
        />
        <TextField
          name="fields.otherDateOfBirth"
          label="Another date of birth he has given"
          type="date"
          short
        />
        <TextField name="fields.gender" label="Gender" />
        <TextField
          name="fields.firstLanguage"
          label="First language"
          hint="Say so if he needs an interpreter"
        />
      </Further>
      <TextArea
        name="fields.aboutHim"
        label="What is known about him"
        hint="Where he lives or stays, work, health, who already works with him, risks to staff"
        rows={3}
      />

      <h2>Why</h2>
      <TextArea
        name="fields.reason"
        label="Why you refer him"
        hint="What worries you, and what you hope the panel can do. What she told you in confidence belongs below, under her."
        rows={5}
      />
      <Incident at={0} title="The most recent incident" />
      <Further
        title="More incidents"
        prefixes={further(mostIncidents).map((at) => `fields.incidents.${at}.`)}
        typed={typed}
      >
        {further(mostIncidents).map((at) => (
          <Incident key={at} at={at} title={`Incident ${at + 1}`} />
        ))}
      </Further>
      <TextArea
        name="fields.orders"
        label="Orders and conditions in force"
        hint="Bail, licence, protective orders, child arrangements: what, and until when"
        rows={2}
      />

      <h2>Risk</h2>
      <TextField
        name="fields.dashCount"
        label="Yes answers on the DASH checklist"
        hint="Leave it empty if none was done"
        type="number"
        inputMode="numeric"
        short
        min={0}
        max={30}
      />
      <Checkboxes name="fields.riskTopics[]" legend="What was answered yes" options={optionsOf(riskTopics)} />
      <Select
        name="fields.judgement"
        label="Your professional judgement of the risk"
        hint="It may raise the level that the count gives, and never lowers it"
        options={optionsOf(riskLevels)}
        empty="No judgement beyond the count"
      />
      <TextArea name="fields.judgementReason" label="What your judgement rests on" rows={2} />

      <h2>Who is at risk from him</h2>
      <p>
        <span className="tag circle">Restricted</span> What you write about her here is read by IDVAs, the
        chair and the coordinator only. It never goes to whoever works with him.
      </p>
      <Victim at={0} title="Victim-survivor" />
      <Further
        title="Another victim-survivor"
        prefixes={further(mostVictims).map((at) => `fields.victims.${at}.`)}
        typed={typed}
      >
        {further(mostVictims).map((at) => (
          <Victim key={at} at={at} title={`Victim-survivor ${at + 1}`} />
        ))}
      </Further>

      <h2>Children</h2>
      <Child at={0} />
      <Further
        title="More children"
        prefixes={further(mostChildren).map((at) => `fields.children.${at}.`)}
        typed={typed}
      >
        {further(mostChildren).map((at) => (
          <Child key={at} at={at} />
        ))}
      </Further>
    </>
  )
}

const moreOfHim = ['aliases', 'otherDateOfBirth', 'gender', 'firstLanguage'].map((name) => `fields.${name}`)

function Incident({ at, title }: { at: number; title: string }) {
  const name = (field: string) => `fields.incidents.${at}.${field}`
  return (
    <fieldset className="panel-box">
      <legend>{title}</legend>
      <TextField
        name={name('date')}
        label="Date"
        hint="Leave it empty if it is not known"
        type="date"
        short
      />
      <TextArea name={name('what')} label="What happened" rows={2} />
      <Select name={name('gravity')} label="How grave" options={optionsOf(gravities)} empty="Choose" />
      <Tick
        name={name('fromHer')}
        label="It is known from her"
        hint="Then it stays with IDVAs, chair and coordinator"
      />
    </fieldset>
  )
}

function Victim({ at, title }: { at: number; title: string }) {
  const name = (field: string) => `fields.victims.${at}.${field}`
  return (
    <fieldset className="panel-box">
      <legend>{title}</legend>
      <TextField
        name={name('name')}
        label="Her name"
        hint="Leave it empty if you do not know it"
        autoComplete="off"
      />
      <Select
        name={name('relationship')}
        label="What she is to him"
        options={optionsOf(relationships)}
        empty="Choose"
      />
      <Select name={name('ageBand')} label="Her age" options={optionsOf(ageBands)} empty="Not known" />
      <TextField name={name('gender')} label="Her gender" />
      <TextArea
        name={name('safeContact')}
        label="Safe contact"
        hint="How and when she can be reached without him knowing"
        rows={2}
      />
      <TextArea name={name('whoMustNotKnow')} label="Who must not know" rows={2} />
      <TextArea name={name('wishes')} label="What she said and wants" rows={3} />
      <Select
        name={name('told')}
        label="Does she know of this referral?"
        options={optionsOf(agreements)}
        empty="Choose"
      />
      <Select
        name={name('agrees')}
        label="Does she agree to it?"
        options={optionsOf(agreements)}
        empty="Choose"
      />
      <TextArea
        name={name('reason')}
        label="If she does not know or does not agree: why it is referred all the same"
        rows={2}
      />
    </fieldset>
  )
}

function Child({ at }: { at: number }) {
  return (
    <fieldset className="panel-box">
      <legend>{at === 0 ? 'A child in the household, or his or hers' : `Child ${at + 1}`}</legend>
      <Select
        name={`fields.children.${at}.ageBand`}
        label="Age"
        options={optionsOf(childAgeBands)}
        empty={at === 0 ? 'No child, or not known' : 'Not known'}
      />
      <Select
        name={`fields.children.${at}.plan`}
        label="Plan"
        options={optionsOf(childPlans)}
        empty="Not known"
      />
    </fieldset>
  )
}
