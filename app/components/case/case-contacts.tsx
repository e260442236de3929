import type { CaseFileProps } from '~/components/case/case-file-props'
import { agenciesIn, agencyName, allOf, memberName } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import { contactMeans, contactResults } from '~/domain/things/case'
import { optionsOf, Radios, Select, TextArea, TextField } from '../forms/form-controls'
import { CommandPageForm, Fold } from '../forms/page-form'
import { dateAndTime, longDate } from '../page/dates'

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
    (viewer.runs || contact.agencyId === viewer.agencyId)
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
              {agencyName(view, contact.agencyId)}, {memberName(view, contact.recordedBy)},{' '}
              {dateAndTime(contact.recordedAt)}.
            </p>
            {contact.withdrawnAt !== null && contact.withdrawnReason ? (
              <p className="caption small">
                Withdrawn: {contact.withdrawnReason} ({memberName(view, contact.withdrawnBy)},{' '}
                {dateAndTime(contact.withdrawnAt)})
              </p>
            ) : null}
            {mayWithdraw(contact) ? (
              <Fold title="Withdraw this" form={`withdrawContact-${contact.id}`} refused={refused}>
                <CommandPageForm
                  kind="withdrawContact"
                  name={`withdrawContact-${contact.id}`}
                  ids={{ caseId, contactId: contact.id }}
                  once={once}
                  to={`/cases/${caseId}?done=contactWithdrawn#contacts`}
                  refused={refused}
                >
                  <TextField
                    name="reason"
                    label="Why it is withdrawn"
                    hint="It stays readable, marked as withdrawn."
                  />
                  <button type="submit" className="secondary">
                    Withdraw
                  </button>
                </CommandPageForm>
              </Fold>
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
            {viewer.runs ? (
              <Select
                name="fields.agencyId"
                label="Contact by"
                empty="Your own agency"
                options={agenciesIn(view).map((agency) => ({ value: agency.id, label: agency.name }))}
              />
            ) : null}
            <button type="submit">Record the contact</button>
          </CommandPageForm>
        </Fold>
      ) : null}
    </section>
  )
}
