import type { ReactNode } from 'react'
import type { VisibleKind } from '~/domain/sight/sees'
import type { KindAt } from '~/domain/things/kinds'
import { CaseActions } from './case-actions'
import { CaseHistory } from './case-history'
import { CaseHappenings, happeningsDone } from './case-happenings'
import { CaseContacts, contactsDone } from './case-contacts'
import { CaseOrders, ordersDone } from './case-orders'
import { CaseIncidents } from './case-incidents'
import type { CaseFileProps } from './case-file-props'
import { CaseReaders } from './case-readers'
import { CaseReferral } from './case-referral'
import { CaseSummary } from './case-summary'
import { CaseVictims, victimsDone } from './case-victims'

interface CaseSection {
  /** Where its forms lead back to: `#id`. */
  id: string
  label: string
  /** Kinds that are shown here. */
  shows: readonly VisibleKind[]
  Section: (file: CaseFileProps) => ReactNode
  /** What is said once something of it is on record, by the `done` that its forms lead to. */
  done?: Readonly<Record<string, string>>
  /** Not given: for everyone who may open the file. */
  isFor?: (file: CaseFileProps) => boolean
}

// The sections of a case file, in order. A kind that lives in case files has its place in one of them.
const sections = [
  {
    id: 'summary',
    label: 'Summary',
    shows: ['case', 'person'],
    Section: CaseSummary,
  },
  {
    id: 'referral',
    label: 'Referral, repeat and serial',
    shows: ['referral', 'candidacy'],
    Section: CaseReferral,
  },
  {
    id: 'victims',
    label: 'Victim-survivors and children',
    shows: ['victim', 'child', 'safetyRecord', 'telling'],
    Section: CaseVictims,
    done: victimsDone,
  },
  { id: 'actions', label: 'Open actions', shows: ['action', 'request'], Section: CaseActions },
  {
    id: 'happenings',
    label: 'Between meetings',
    shows: ['happening'],
    Section: CaseHappenings,
    done: happeningsDone,
  },
  { id: 'orders', label: 'Court orders', shows: ['courtOrder'], Section: CaseOrders, done: ordersDone },
  {
    id: 'contacts',
    label: 'Contact with him',
    shows: ['contact'],
    Section: CaseContacts,
    done: contactsDone,
  },
  { id: 'incidents', label: 'Incidents', shows: ['incident'], Section: CaseIncidents },
  {
    id: 'history',
    label: 'Meetings',
    shows: [
      'share',
      'lever',
      'finding',
      'decision',
      'position',
      'intervention',
      'action',
      'request',
      'safetyCheck',
    ],
    Section: CaseHistory,
  },
  {
    id: 'readers',
    label: 'Who has read it',
    shows: [],
    Section: CaseReaders,
    isFor: ({ readers }) => readers.length > 0,
  },
] as const satisfies readonly CaseSection[]

type Section = (typeof sections)[number]
type Unshown = Exclude<KindAt<'case' | 'caseFile' | 'entry'> & VisibleKind, Section['shows'][number]>
/** Compile-time only. Where this line does not compile, the kind it names lives in case files and no section shows it. */
export const everyKindHasASection: [Unshown] extends [never] ? true : Unshown = true

type DoneOf<One> = One extends { done: infer Done } ? keyof Done : never
type SaidTwice = {
  [Id in Section['id']]: DoneOf<Extract<Section, { id: Id }>> & DoneOf<Exclude<Section, { id: Id }>>
}[Section['id']]
/** Compile-time only. Where this line does not compile, two sections say different things by the `done` it names. */
export const everyDoneIsOfOneSection: [SaidTwice] extends [never] ? true : SaidTwice = true

export const doneInCaseFile: Readonly<Record<string, string>> = Object.assign(
  {},
  ...(sections as readonly CaseSection[]).map(({ done }) => done ?? {}),
)

/** The sections of a case file that are for whoever looks, with their index. */
export function CaseFile(file: CaseFileProps) {
  const shown = (sections as readonly CaseSection[]).filter((section) => section.isFor?.(file) ?? true)
  return (
    <>
      <nav aria-label="In this case file" className="no-print">
        <ul className="plain panel-links">
          {shown.map(({ id, label }) => (
            <li key={id}>
              <a href={`#${id}`}>{label}</a>
            </li>
          ))}
        </ul>
      </nav>
      {shown.map(({ id, Section }) => (
        <Section key={id} {...file} />
      ))}
    </>
  )
}
