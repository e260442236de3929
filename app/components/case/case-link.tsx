import type { VisibleItem } from '~/domain/meeting/room-view'

/** The case of an agenda item, by its reference: the way to its file. */
export function CaseLink({ item }: { item: Pick<VisibleItem, 'caseId' | 'caseRef'> }) {
  return item.caseId ? <a href={`/cases/${item.caseId}`}>{item.caseRef}</a> : <>{item.caseRef}</>
}
