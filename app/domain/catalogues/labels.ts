// The field's lists, as keys with labels. Keys are what is stored, exported and counted, so they never change once used;
// labels are what people read. Areas of support and disruption: Drive Croydon evaluation, table 1. Lawful bases:
// UK GDPR, Articles 6 and 9, with the Data Protection Act 2018. Gateways: Crime and Disorder Act 1998 s115, Children Act
// 2004 s11, Care Act 2014, common-law police disclosure. Kinds of lever: the orders and holds each agency of a panel has.

export type Labels = Readonly<Record<string, string>>

export const keysOf = <T extends Labels>(labels: T) =>
  Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]
