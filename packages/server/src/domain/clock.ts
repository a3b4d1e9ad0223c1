/** Milliseconds since the epoch. A call's `now` comes from its head query; this is what that query asks on SQLite. */
export type Clock = () => number

export const systemClock: Clock = () => Date.now()

export const second = 1_000
export const minute = 60 * second
export const hour = 60 * minute
export const day = 24 * hour
