import type Database from 'better-sqlite3'

/** Where the record of a panel stands: the hash of its last entry, null where it has none. */
export interface PanelHead {
  panelId: string
  areaId: string
  head: string | null
}

/** Asked without waiting, in the very view of the file in which another process's writing was noticed. */
export const preparePanelHeads = (raw: Database.Database) =>
  raw.prepare<[], PanelHead>(
    `SELECT id AS panelId, area_id AS areaId,
       (SELECT hash FROM journal WHERE stream = panels.id ORDER BY seq DESC LIMIT 1) AS head
     FROM panels`,
  )
