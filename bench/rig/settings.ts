const positive = (name: string, otherwise: number): number => {
  const value = Number(process.env[name] ?? otherwise)
  if (!(value > 0)) throw new RangeError(`${name} must be a number above 0`)
  return value
}

/** How long a measurement takes. Shorter ones are for trying the bench itself. */
export const settings = {
  /** Seconds of one round of one side. */
  seconds: positive('BENCH_SECONDS', 5),
  rounds: positive('BENCH_ROUNDS', 5),
  /** Share of the counted attempts (kills, deactivations) that is made: 1 is all of them. */
  share: positive('BENCH_SHARE', 1),
  /** Large databases are kept here between runs, where it is given. */
  keepIn: process.env['BENCH_DATA'],
  connections: 64,
  hotKeys: 10_000,
} as const
