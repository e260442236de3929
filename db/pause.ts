/** Asked between the pieces of long work: a promise where it is time to let others be served. */
export type Pause = () => Promise<void> | undefined

export const noPause: Pause = () => undefined
