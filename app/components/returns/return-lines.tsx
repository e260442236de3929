import { agencyEngagements, holdings, itemKinds } from '~/domain/catalogues'
import { ownReturnOn } from '~/domain/returns/own-return'
import { isOutstanding, returnStandings, standingOfReturn, type ReturnStanding } from '~/domain/returns/return-standing'
import { oneOf, type RoomView, type VisibleItem } from '~/domain/meeting/room-view'
import type { Viewer } from '~/domain/sees'
import { longDate } from '../page/dates'
import { optionsOf, Select, TextField } from '../forms/form-controls'
import { OrderForm, type RefusedForm } from '../forms/page-form'

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

/** One line for each case, all in one form: choose with the keys, write what staff must know, save once. */
export function ReturnLines({
  view,
  viewer,
  meetingId,
  items,
  today,
  once,
  refused,
}: {
  view: RoomView
  viewer: Viewer
  meetingId: string
  items: readonly VisibleItem[]
  today: string
  once: string
  refused: RefusedForm | undefined
}) {
  const here = `/meetings/${meetingId}/returns`
  const stillToCome = items.filter((item) => !ownReturnOn(view, item, viewer).written && !hasStanding(view, item, viewer, today)).length
  return (
    <OrderForm kind="giveReturns" ids={{ meetingId }} once={once} to={`${here}?done=returned`} refused={refused}>
      <ol className="plain rows return-lines">
        {items.map((item, index) => {
          const { asked, written, prepared } = ownReturnOn(view, item, viewer)
          const standing = standingOfReturn(asked, today)
          const name = (field: string) => `returns.${item.id}.${field}`
          return (
            <li key={item.id}>
              <p>
                <span className="position">{index + 1}</span>{' '}
                <strong>
                  {item.caseRef} {item.initials}
                </strong>{' '}
                <span className="tag">{item.itemKind ? itemKinds[item.itemKind] : ''}</span> <ReturnTag standing={standing} />{' '}
                <span className="quiet small">
                  {asked?.dueOn && isOutstanding(standing) ? `due ${longDate(asked.dueOn)}. ` : ''}
                  {prepared.length > 0 ? `${prepared.length} prepared ${prepared.length === 1 ? 'entry' : 'entries'}. ` : ''}
                  <a href={`#entries-${item.id}`}>Entries and levers on {item.caseRef}</a>
                </span>
              </p>
              <p className="small">{whoIsIt(view, item)}</p>
              <input type="hidden" name={name('was')} value={written ? `${written.holding}~${written.engagement ?? ''}` : ''} />
              <div className="row">
                <Select name={name('holding')} label={`We hold on ${item.caseRef ?? 'this case'}`} options={optionsOf(holdings)} empty="Not said yet" defaultValue={written?.holding} />
                <Select name={name('engagement')} label={`He is, with us, on ${item.caseRef ?? 'this case'}`} options={optionsOf(agencyEngagements)} empty="Not known, or not with us" defaultValue={written?.engagement ?? undefined} />
                <TextField name={name('staffSafety')} label={`Warning for staff on ${item.caseRef ?? 'this case'}`} />
              </div>
            </li>
          )
        })}
      </ol>
      <div className="buttons">
        <button type="submit">Save the returns</button>
        {stillToCome > 0 ? (
          <button type="submit" name="rest" value="yes" className="secondary">
            Save, and nothing held on every case not answered ({stillToCome})
          </button>
        ) : null}
      </div>
    </OrderForm>
  )
}

/** Whom to look for in one's own records. */
const whoIsIt = (view: RoomView, item: VisibleItem): string => {
  const person = oneOf(view, 'person', oneOf(view, 'case', item.caseId)?.personId)
  if (!person) return ''
  const born = person.dateOfBirth ? `, born ${longDate(person.dateOfBirth)}` : ', date of birth not known'
  return `${person.givenName} ${person.familyName}${born}${person.aliases.length > 0 ? `; also ${person.aliases.join(', ')}` : ''}`
}

const hasStanding = (view: RoomView, item: VisibleItem, viewer: Viewer, today: string) => {
  const standing = standingOfReturn(ownReturnOn(view, item, viewer).asked, today)
  return standing !== 'not_asked' && !isOutstanding(standing)
}
