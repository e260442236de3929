import type { Day } from './day'

// Bank holidays that a royal proclamation added, or moved from their usual day (Banking and Financial Dealings Act 1971,
// section 1). Those known when this was written; add what has been proclaimed since. A panel need not wait for that: it
// enters a day in its settings (Days the panel does not count). Only a holiday that is taken from its usual day waits for
// this list: until then one working day too few is counted.

export interface Proclaimed {
  /** Names of usual holidays that this year does not keep on their usual day. */
  without: readonly string[]
  also: readonly (readonly [Day, string])[]
}

export const proclaimedHolidays: Readonly<Record<number, Proclaimed>> = {
  2020: { without: ['Early May'], also: [['2020-05-08', 'Early May, moved for the anniversary of VE Day']] },
  2022: {
    without: ['Spring'],
    also: [
      ['2022-06-02', 'Spring, moved for the Platinum Jubilee'],
      ['2022-06-03', 'Platinum Jubilee'],
      ['2022-09-19', 'State funeral of Queen Elizabeth II'],
    ],
  },
  2023: { without: [], also: [['2023-05-08', 'Coronation of King Charles III']] },
}
