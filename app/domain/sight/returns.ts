import type { ReturnsThings, AgencyReturn, PreparedEntry, ResearchReturn } from '../things/returns'
import { referenceIfSeen } from './entries'
import { shows, type SightsOf } from './kind-sight'
import {
  atDesk,
  runs,
  isOwnAgency,
  maySeeCase,
  mayLookAtItem,
  isForThem,
  condition,
  type Sight,
} from './sight'
import { onlyWatches } from './viewer'

/**
 * An agency's return is private to its agency until it shares it in the meeting (domain 4 and 6): not the chair's, not the
 * coordinator's, on no wall. Whoever of the agency is out of the case, or sits in only to watch, does not read it either.
 */
const maySeeOwnReturn = (sight: Sight, one: ResearchReturn | PreparedEntry): boolean =>
  atDesk(sight) &&
  records(sight) &&
  isOwnAgency(sight, one.agencyId) &&
  maySeeCase(sight, one.caseId, one.panelId) &&
  mayLookAtItem(sight, one.itemId)

const records = condition('not an observer', ({ viewer }) => !onlyWatches(viewer))

/** Within the agency too, what is meant for some is for those: an advocate and a case manager may stand for the same one. */
export const maySeePrepared = (sight: Sight, prepared: PreparedEntry): boolean =>
  maySeeOwnReturn(sight, prepared) &&
  isForThem(sight, { ...prepared, recordedBy: prepared.preparedBy, laterAudiences: [] })

export const returnSight = {
  // Who has returned, who is silent: for those who may see the case. The content of a return is its agency's own; why it
  // declined and how often it was chased is for the agency itself and those who run the panel.
  agencyReturn: shows({
    seenBy: (sight, one: AgencyReturn) =>
      atDesk(sight) && maySeeCase(sight, one.caseId, one.panelId) && mayLookAtItem(sight, one.itemId),
    parts: (sight, one) => ({ withMore: runs(sight) || isOwnAgency(sight, one.agencyId) }),
    leaves: (thing, parts) => ({
      itemId: thing.itemId,
      agencyId: thing.agencyId,
      state: thing.state,
      askedOn: thing.askedOn,
      dueOn: thing.dueOn,
      returnedOn: thing.returnedOn,
      declinedReason: parts.withMore ? thing.declinedReason : null,
      timesChased: parts.withMore ? thing.timesChased : 0,
      chasedAt: parts.withMore ? thing.chasedAt : null,
      spokenAt: thing.spokenAt,
    }),
    turns: 'nothing',
  }),

  researchReturn: shows({
    seenBy: (sight, one: ResearchReturn) => maySeeOwnReturn(sight, one),
    leaves: (thing) => ({
      itemId: thing.itemId,
      holding: thing.holding,
      engagement: thing.engagement,
      writtenBy: thing.writtenBy,
      writtenAt: thing.writtenAt,
    }),
    turns: 'nothing',
  }),

  preparedEntry: shows({
    seenBy: maySeePrepared,
    parts: (sight, prepared) => ({
      sharedAs: referenceIfSeen(sight, prepared.lever ? 'lever' : 'share', prepared.sharedAs),
    }),
    leaves: (thing, parts) => ({
      itemId: thing.itemId,
      preparedBy: thing.preparedBy,
      preparedAt: thing.preparedAt,
      what: thing.what,
      audience: thing.audience,
      handling: thing.handling,
      share: thing.share && {
        about: thing.share.about,
        source: thing.share.source,
        nature: thing.share.nature,
        factDate: thing.share.factDate,
        purpose: thing.share.purpose,
        lawfulBasis: thing.share.lawfulBasis,
        gateway: thing.share.gateway,
        necessity: thing.share.necessity,
      },
      lever: thing.lever && {
        leverKind: thing.lever.leverKind,
        holderAgencyId: thing.lever.holderAgencyId,
        safeToUse: thing.lever.safeToUse,
        safetyNote: thing.lever.safetyNote,
      },
      sharedAt: thing.sharedAt,
      sharedAs: parts.sharedAs,
      droppedAt: thing.droppedAt,
    }),
    turns: 'nothing',
  }),
} satisfies SightsOf<ReturnsThings>
