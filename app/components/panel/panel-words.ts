import type { PanelKind } from '~/domain/catalogues/panel'

/** The kind of panel in full: its abbreviation also means other things (domain 2). */
export const panelKindInFull: Readonly<Record<PanelKind, string>> = {
  perpetrator_panel: 'Domestic abuse perpetrator panel (DAPP)',
  marac: 'Multi-agency risk assessment conference (MARAC)',
  matac: 'Multi-agency tasking and co-ordination (MATAC)',
  other: 'Panel',
}
