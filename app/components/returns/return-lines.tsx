import { itemKinds } from '~/domain/catalogues/agenda'
import { agencyEngagements, holdings } from '~/domain/catalogues/returns'
import { ownReturnOn } from '~/domain/returns/own-return'
import {
  isOutstanding,
  returnStandings,
  standingOfReturn,
  type ReturnStanding,
} from '~/domain/returns/return-standing'
import { agendaIn, oneOf, type RoomView, type VisibleItem } from '~/domain/meeting/room-view'
import type { PageViewer } from '~/domain/abilities'
import { CaseLink } from '../case/case-link'
import { longDate } from '../page/dates'
import { ReturnEntries } from './return-entries'
import { optionsOf } from '../forms/option'
import { Select } from '../forms/select'
import { TextField } from '../forms/text-field'
import { SpreadCommandPageForm, type RefusedForm } from '../forms/page-form'

const toneOf: Record<ReturnStanding, string> = {
  not_asked: 'tag',
  awaited: 'tag warn',
  overdue: 'tag bad',
  returned: 'tag good',
  returned_late: 'tag good',
  nothing_held: 'tag good',
  declined: 'tag',
}

export function ReturnTag({ standing }: { standing: ReturnStanding }) {
  return <span className={toneOf[standing]}>{returnStandings[standing]}</span>
}

/** Each case with its line, all lines in one form: choose with the keys, write what staff must know, save once. Below it, what is prepared on it. */
export function ReturnLines({
  view,
  viewer,
  meetingId,
  items,
  today,
  once,
  open,
  refused,
}: {
  view: RoomView
  viewer: PageViewer
  meetingId: string
  items: readonly VisibleItem[]
  today: string
  once: string
  /** Whether anything can still be returned. */
  open: boolean
  refused: RefusedForm | undefined
}) {
  const here = `/meetings/${meetingId}/returns`
  const formId = 'returns'
  const stillToCome = items.filter(
    (item) => !ownReturnOn(view, item, viewer).written && !hasStanding(view, item, viewer, today),
  )
  // As the agenda counts them: the chair calls a case by that number, also where an agency is not in for every item.
  const agenda = agendaIn(view, meetingId)
  return (
    <SpreadCommandPageForm
      kind="giveReturns"
      ids={{ meetingId }}
      once={once}
      to={`${here}?done=returned`}
      formId={formId}
      refused={refused}
    >
      {open && stillToCome.length > 0 && stillToCome.length < items.length ? (
        <p>
          Still to answer:{' '}
          {stillToCome.map((item, index) => (
            <span key={item.id}>
              {index > 0 ? ', ' : ''}
              <a href={`#entries-${item.id}`}>
                {item.caseRef} {item.initials}
              </a>
            </span>
          ))}
        </p>
      ) : null}
      <ol className="plain rows return-lines">
        {items.map((item) => {
          const { asked, written } = ownReturnOn(view, item, viewer)
          const standing = standingOfReturn(asked, today)
          const name = (field: string) => `returns.${item.id}.${field}`
          return (
            <li key={item.id} id={`entries-${item.id}`}>
              <h2>
                <span className="position">{agenda.findIndex((one) => one.id === item.id) + 1}</span>{' '}
                <CaseLink item={item} /> {item.initials}{' '}
                <span className="tag">{item.itemKind ? itemKinds[item.itemKind] : ''}</span>{' '}
                <ReturnTag standing={standing} />{' '}
                {asked?.dueOn && isOutstanding(standing) ? (
                  <span className="quiet small">due {longDate(asked.dueOn)}</span>
                ) : null}
              </h2>
              <p className="small">{whoIsIt(view, item)}</p>
              {open ? (
                <>
                  <input
                    type="hidden"
                    form={formId}
                    name={name('was')}
                    value={written ? `${written.holding}~${written.engagement ?? ''}` : ''}
                  />
                  <div className="row">
                    <Select
                      name={name('holding')}
                      label={`We hold on ${item.caseRef ?? 'this case'}`}
                      options={optionsOf(holdings)}
                      empty={saidWithoutMore(standing)}
                      defaultValue={written?.holding}
                    />
                    <Select
                      name={name('engagement')}
                      label={`He is, with us, on ${item.caseRef ?? 'this case'}`}
                      options={optionsOf(agencyEngagements)}
                      empty="Not known, or not with us"
                      defaultValue={written?.engagement ?? undefined}
                    />
                    <TextField
                      name={name('staffSafety')}
                      label={`Warning for staff on ${item.caseRef ?? 'this case'}`}
                    />
                  </div>
                </>
              ) : null}
              <ReturnEntries item={item} open={open} />
            </li>
          )
        })}
      </ol>
      {open ? (
        <div className="buttons save-bar">
          <button type="submit" form={formId}>
            Save the returns
          </button>
          {stillToCome.length > 0 ? (
            <button type="submit" form={formId} name="rest" value="yes" className="secondary">
              Save, and nothing held on every case not answered ({stillToCome.length})
            </button>
          ) : null}
        </div>
      ) : null}
    </SpreadCommandPageForm>
  )
}

/** Whom to look for in one's own records. */
const whoIsIt = (view: RoomView, item: VisibleItem): string => {
  const person = oneOf(view, 'person', oneOf(view, 'case', item.caseId)?.personId)
  if (!person) return ''
  const born = person.dateOfBirth ? `, born ${longDate(person.dateOfBirth)}` : ', date of birth not known'
  return `${person.givenName} ${person.familyName}${born}${person.aliases.length > 0 ? `; also ${person.aliases.join(', ')}` : ''}`
}

/** An agency may have answered in a word, on the agenda page: then its line here must not say that it has not. */
const saidWithoutMore = (standing: ReturnStanding): string =>
  standing === 'nothing_held'
    ? 'Nothing held, as you said'
    : standing === 'returned' || standing === 'returned_late'
      ? 'We hold something, as you said'
      : 'Not said yet'

const hasStanding = (view: RoomView, item: VisibleItem, viewer: PageViewer, today: string) => {
  const standing = standingOfReturn(ownReturnOn(view, item, viewer).asked, today)
  return standing !== 'not_asked' && !isOutstanding(standing)
}
