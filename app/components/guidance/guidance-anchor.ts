export type GuidanceGroup = 'support' | 'disrupt' | 'lever'

/** Where a card stands on the guidance page. Links to it are kept in plans and e-mails, so it never changes. */
export const guidanceAnchor = (group: GuidanceGroup, key: string) => `${group}-${key.replaceAll('_', '-')}`
export const guidanceSection = (group: GuidanceGroup) => `all-${group}`
