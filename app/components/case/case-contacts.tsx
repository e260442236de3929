import type { CaseFileProps } from '~/components/case/case-file-props'
import { allOf } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { contactMeans, contactResults } from '~/domain/things/case'
import { Radios } from '../forms/choices'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextArea } from '../forms/text-area'
import { TextField } from '../forms/text-field'
import { CommandPageForm, Fold } from '../forms/page-form'
import { longDate } from '../page/dates'
import { Afterwards, mayPutRight, RecordedBy, RecordedFor, WithdrawForm } from './case-record'

export const contactsDone = {
  contacted: 'The contact is on record.',
  contactWithdrawn: 'The contact is withdrawn, and stays readable as that.',
}

/** Who has seen or spoken to him, or tried to, newest first, and a form to record another. */
export function CaseContacts({ view, itsCase, viewer, today, once, refused }: CaseFileProps) {
  const caseId = itsCase.id
  const contacts = allOf(view, 'contact')
    .filter((one) => one.caseId === caseId)
    .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : b.recordedAt - a.recordedAt))
  const mayWithdraw = (contact: VisibleByKind['contact']) =>
    viewer.commands.includes('withdrawContact') &&
    contact.withdrawnAt === null &&
    mayPutRight(viewer, contact)
  return (
    <section aria-labelledby="contacts">
      <h2 id="contacts">Contact with him</h2>
      {contacts.length === 0 ? (
        <p className="empty">
          None is recorded. Visits, calls and appointments will be here, and when he was not reached.
        </p>
      ) : null}
      <ul className="plain file-entries">
        {contacts.map((contact) => (
          <li
            key={contact.id}
            className={contact.withdrawnAt === null ? 'file-entry' : 'file-entry withdrawn'}
          >
            <p>
              <strong>{contactMeans[contact.means]}</strong>, {longDate(contact.day)}.{' '}
              {contactResults[contact.result]}: <span className="said">{contact.what}</span>
            </p>
            <p className="caption small">
              <RecordedBy view={view} one={contact} />
            </p>
            <Afterwards
              view={view}
              what="Withdrawn"
              reason={contact.withdrawnReason}
              by={contact.withdrawnBy}
              at={contact.withdrawnAt}
            />
            {mayWithdraw(contact) ? (
              <WithdrawForm
                kind="withdrawContact"
                id={contact.id}
                ids={{ caseId, contactId: contact.id }}
                once={once}
                to={`/cases/${caseId}?done=contactWithdrawn#contacts`}
                refused={refused}
              />
            ) : null}
          </li>
        ))}
      </ul>
      {viewer.commands.includes('recordContact') ? (
        <Fold title="Record a contact with him" form="recordContact" refused={refused}>
          <CommandPageForm
            kind="recordContact"
            ids={{ caseId }}
            once={once}
            to={`/cases/${caseId}?done=contacted#contacts`}
            refused={refused}
          >
            <TextField name="fields.day" label="Day of the contact" type="date" defaultValue={today} />
            <Select name="fields.means" label="How" options={optionsOf(contactMeans)} empty="Choose" />
            <Radios name="fields.result" legend="What came of it" options={optionsOf(contactResults)} />
            <TextArea
              name="fields.what"
              label="What was said or done, or tried"
              hint="Everyone who may open this file reads it. Nothing here of what she has said."
            />
            <RecordedFor view={view} runs={viewer.runs} label="Contact by" />
            <button type="submit">Record the contact</button>
          </CommandPageForm>
        </Fold>
      ) : null}
    </section>
  )
}
