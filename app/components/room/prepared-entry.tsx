import type { Labels } from '~/domain/catalogues/labels'
import {
  answers,
  gateways,
  handlingMarks,
  lawfulBases,
  leverKinds,
  natures,
  purposes,
  sources,
} from '~/domain/catalogues/entries'
import type { VisiblePrepared } from '~/domain/returns/own-return'
import { agencyName, memberName, oneOf } from '~/domain/meeting/room-view'
import { longDate } from '../page/dates'
import { useRoomContext } from '../forms/room-context'

const label = (labels: Labels, key: string) => labels[key] ?? key

/** A prepared entry: what it says, of what nature and date, and who will read it once it is shared. */
export function PreparedText({ prepared }: { prepared: VisiblePrepared }) {
  const { view } = useRoomContext()
  const { share, lever, audience } = prepared
  const circle =
    audience.kind === 'safety_circle' ? audience.memberIds.map((id) => memberName(view, id)).join(', ') : ''
  return (
    <>
      {share?.purpose === 'protect_staff' ? <span className="tag warn">Staff safety</span> : null}{' '}
      {lever ? <strong>Lever: </strong> : null}
      {share?.nature === 'opinion' ? <em>{natures.opinion}: </em> : null}
      <span className="prepared-what">{prepared.what}</span>{' '}
      {share ? (
        <span className="quiet small">
          {sources[share.source]}
          {share.factDate ? `, ${longDate(share.factDate)}` : ''}
          {share.about === 'perpetrator'
            ? ''
            : `, about ${share.about === 'children' ? 'the children' : (oneOf(view, 'victim', share.about)?.victimRef ?? 'a victim-survivor')}`}
          . {label(purposes, share.purpose)}; {label(lawfulBases, share.lawfulBasis)};{' '}
          {label(gateways, share.gateway)}
          {share.necessity ? `. ${share.necessity}` : ''}
        </span>
      ) : null}
      {lever ? (
        <span className="quiet small">
          {label(leverKinds, lever.leverKind)}, held by {agencyName(view, lever.holderAgencyId)}. Safe to use:{' '}
          {answers[lever.safeToUse].toLowerCase()}
          {lever.safetyNote ? `: ${lever.safetyNote}` : ''}
        </span>
      ) : null}{' '}
      {share?.source === 'victim_survivor' ? (
        <span className="tag circle">From the victim-survivor</span>
      ) : null}
      {audience.kind === 'safety_circle' ? (
        <span className="tag circle">For the safety circle{circle ? ` and ${circle}` : ''}</span>
      ) : null}
      {audience.kind === 'agencies' ? (
        <span className="tag warn">
          For {audience.agencyIds.map((id) => agencyName(view, id)).join(', ')} only
        </span>
      ) : null}
      {prepared.handling.map((mark) => (
        <span className="tag bad" key={mark}>
          {handlingMarks[mark]}
        </span>
      ))}
    </>
  )
}
