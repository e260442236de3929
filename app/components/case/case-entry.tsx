import type { ReactNode } from 'react'
import type { Labels } from '~/domain/catalogues/labels'
import { caseModes, closureReasons } from '~/domain/catalogues/case'
import {
  actionOutcomes,
  answers,
  decisionOutcomes,
  disruptAreas,
  findingAnswers,
  handlingMarks,
  interventionStatuses,
  leverKinds,
  natures,
  sources,
  stances,
  strands,
  supportAreas,
} from '~/domain/catalogues/entries'
import { ownerWords } from '~/domain/meeting/entry-words'
import { agencyName, allOf, memberName, oneOf, type RoomView } from '~/domain/meeting/room-view'
import type { VisibleByKind } from '~/domain/sight/sees'
import type { EntryKind } from '~/domain/things/entries'
import { dateAndTime, longDate } from '../page/dates'

type AnyEntry = VisibleByKind[EntryKind]

const kindNames: Record<EntryKind, string> = {
  share: 'Information',
  lever: 'Lever',
  finding: 'Eligibility',
  decision: 'Decision',
  position: 'Position',
  intervention: 'Intervention',
  action: 'Action',
  request: 'Request for information',
  safetyCheck: 'Safety check',
}
const label = (labels: Labels, key: string) => labels[key] ?? key
/** Sentences in a row, each ending once. */
const joined = (...parts: (string | null | undefined)[]) =>
  parts
    .flatMap((part) => (part ? [part.replace(/\.$/, '')] : []))
    .map((part) => `${part}.`)
    .join(' ')
const listed = (name: string, labels: Labels, keys: readonly string[]) =>
  keys.length > 0 ? `${name}: ${keys.map((key) => label(labels, key)).join(', ')}` : null

/** One entry as the case file shows it: what, how it may be used and who may read it, who recorded it and when. */
export function CaseEntry({ entry, view }: { entry: AnyEntry; view: RoomView }) {
  return (
    <li className={entry.withdrawnAt === null ? 'file-entry keep' : 'file-entry keep withdrawn'}>
      <p className="file-entry-head">
        <strong>{kindNames[entry.kind]}</strong> <Marks entry={entry} view={view} />
      </p>
      <Words entry={entry} view={view} />
      {entry.withdrawnAt === null ? null : <p>Withdrawn: {entry.withdrawnReason}</p>}
      <p className="small quiet">
        {agencyName(view, entry.agencyId)}, {memberName(view, entry.recordedBy)},{' '}
        {dateAndTime(entry.recordedAt)}
        {entry.correctionReason ? `. Corrected: ${entry.correctionReason}` : ''}
      </p>
    </li>
  )
}

function Marks({ entry, view }: { entry: AnyEntry; view: RoomView }) {
  const { audience } = entry
  return (
    <>
      {audience.kind === 'safety_circle' ? (
        <span className="tag circle">
          Safety circle
          {audience.memberIds.length > 0
            ? ` and ${audience.memberIds.map((id) => memberName(view, id)).join(', ')}`
            : ''}
        </span>
      ) : null}
      {audience.kind === 'agencies' ? (
        <span className="tag circle">
          Only {audience.agencyIds.map((id) => agencyName(view, id)).join(', ')}
        </span>
      ) : null}
      {entry.kind === 'share' && entry.source === 'victim_survivor' ? (
        <span className="tag circle">From a victim-survivor</span>
      ) : null}
      {entry.handling.map((mark) => (
        <span key={mark} className="tag bad">
          {handlingMarks[mark]}
        </span>
      ))}
    </>
  )
}

function Words({ entry, view }: { entry: AnyEntry; view: RoomView }): ReactNode {
  switch (entry.kind) {
    case 'share':
      return (
        <Said
          what={entry.what}
          more={joined(
            natures[entry.nature],
            sources[entry.source],
            `About ${aboutWhom(entry.about, view)}`,
            entry.factDate && longDate(entry.factDate),
            entry.necessity,
          )}
        />
      )
    case 'lever':
      return (
        <Said
          what={entry.what}
          more={joined(
            label(leverKinds, entry.leverKind),
            `Held by ${agencyName(view, entry.holderAgencyId)}`,
            `Safe to use: ${answers[entry.safeToUse].toLowerCase()}`,
            entry.safetyNote,
          )}
        />
      )
    case 'finding': {
      const set = allOf(view, 'criteria').find((one) => one.version === entry.criteriaVersion)
      const criterion =
        set?.criteria.find((one) => one.key === entry.criterionKey)?.label ?? entry.criterionKey
      return (
        <Said what={`${criterion}: ${findingAnswers[entry.answer].toLowerCase()}`} more={entry.evidence} />
      )
    }
    case 'decision':
      return (
        <Said
          what={`${decisionOutcomes[entry.outcome]}${entry.mode ? `, ${caseModes[entry.mode].toLowerCase()}` : ''}${entry.closureReason ? `, ${closureReasons[entry.closureReason].toLowerCase()}` : ''}`}
          more={joined(
            entry.rationale,
            entry.reason,
            entry.onward,
            entry.until && `Until ${longDate(entry.until)}`,
          )}
        />
      )
    case 'position':
      return (
        <Said
          what={`${agencyName(view, entry.agencyId)} ${stances[entry.stance].toLowerCase()}`}
          more={entry.reason}
        />
      )
    case 'intervention':
      return (
        <>
          <p>
            <span className={`tag ${entry.strand}`}>{strands[entry.strand]}</span> {entry.what}
          </p>
          <p className="small">
            {joined(
              listed('Support', supportAreas, entry.supportAreas),
              listed('Disrupt', disruptAreas, entry.disruptAreas),
              `Led by ${agencyName(view, entry.leadAgencyId)}${entry.jointAgencyIds.length > 0 ? ` with ${entry.jointAgencyIds.map((id) => agencyName(view, id)).join(', ')}` : ''}`,
              interventionStatuses[entry.status],
              entry.result,
            )}
          </p>
        </>
      )
    case 'action':
      return (
        <Said
          what={`${ownerWords(view, entry)}: ${entry.what}`}
          more={joined(
            `Due ${longDate(entry.due)}`,
            entry.outcome && actionOutcomes[entry.outcome],
            entry.evidence,
          )}
        />
      )
    case 'request':
      return (
        <Said
          what={`To ${agencyName(view, entry.toAgencyId)}: ${entry.what}`}
          more={joined(
            `Why: ${entry.why}`,
            `Due ${longDate(entry.due)}`,
            entry.state === 'outstanding'
              ? 'Outstanding'
              : entry.state === 'answered'
                ? `Answered: ${entry.answer}`
                : `${entry.state === 'left' ? 'Left unanswered' : 'Refused'}: ${entry.refusalReason}`,
          )}
        />
      )
    case 'safetyCheck':
      return (
        <Said
          what={`${entry.victimId ? (oneOf(view, 'victim', entry.victimId)?.victimRef ?? 'Victim-survivor') : 'This case'}: she knows: ${answers[entry.knows].toLowerCase()}; could raise risk: ${answers[entry.raisesRisk].toLowerCase()}; safe contact: ${answers[entry.safeContact].toLowerCase()}`}
          more={joined(
            entry.riskNote,
            `Plan: ${entry.plan}`,
            `Who tells her: ${entry.whoTells}`,
            `Children: ${entry.children}`,
          )}
        />
      )
    default:
      return entry satisfies never
  }
}

function Said({ what, more }: { what: string; more: string }) {
  return (
    <>
      <p className="said">{what}</p>
      {more ? <p className="small said">{more}</p> : null}
    </>
  )
}

const aboutWhom = (about: string, view: RoomView): string =>
  about === 'perpetrator'
    ? 'him'
    : about === 'children'
      ? 'the children'
      : (oneOf(view, 'victim', about)?.victimRef ?? 'a victim-survivor')
