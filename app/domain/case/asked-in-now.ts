import type { Things } from '../things/thing-set'

/**
 * Whom the case is before, where it is before a few agencies only: what is recorded between meetings meanwhile stays with
 * them. Null: everyone.
 */
export const askedInNow = (things: Things, caseId: string): string[] | null =>
  things
    .all('item')
    .find(
      (item) =>
        item.caseId === caseId &&
        item.status !== 'removed' &&
        item.invitedAgencyIds !== null &&
        things.get('meeting', item.meetingId)?.status !== 'closed',
    )?.invitedAgencyIds ?? null
