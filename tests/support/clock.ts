/** When a test begins, unless it says another: a little before the first meeting of the small panel. */
export const startOfMeeting = '2026-12-02T09:55:00Z'

/** A clock that stands still until a test moves it. */
export const createClock = (at: string) => {
  let now = Date.parse(at)
  return {
    now: () => now,
    move: (by: { minutes?: number; hours?: number; days?: number }) => {
      now += ((by.days ?? 0) * 24 * 60 + (by.hours ?? 0) * 60 + (by.minutes ?? 0)) * 60_000
    },
  }
}
export type Clock = ReturnType<typeof createClock>
