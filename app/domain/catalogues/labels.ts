// The field's lists, as keys with labels. Keys are what is stored, exported and counted, so they never change once used;
// labels are what people read. Areas of support and disruption: Drive Croydon evaluation, table 1. Sharing vocabulary
// and gateways: peers.md 2.11. Lever keys: peers.md 2.10.

export type Labels = Readonly<Record<string, string>>

export const keysOf = <T extends Labels>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]
