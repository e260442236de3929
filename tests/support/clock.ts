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
