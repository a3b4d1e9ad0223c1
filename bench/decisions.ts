import { join } from 'node:path'
import { atLeast, atMost, median, type Row } from './rig/line.ts'
import { runNode } from './rig/process.ts'
import { settings } from './rig/settings.ts'

interface Measured {
  readonly rates: number[]
  readonly naive: number[]
  readonly everyLimit: number[]
  readonly growth: number[]
}

/** How many decisions a second one core makes on compiled policies, and how the time to match grows with a hostile text. */
export const row: Row = {
  name: 'decisions',
  async run() {
    const program = join(import.meta.dirname, 'rig/decide.ts')
    const output = await runNode([program, String(settings.seconds / 5), String(settings.rounds)])
    const { rates, naive, everyLimit, growth } = JSON.parse(output) as Measured
    const each = (rate: number) => `${(1e6 / rate).toFixed(2)} µs each`
    return [
      {
        what: 'Policy decisions on one core: 3 compiled policies of 10 statements, 12 requests (bench/policies), half refused',
        ours: each(median(rates)),
        other: '–',
        value: median(rates),
        unit: '/s',
        bar: atLeast(1_000_000),
      },
      {
        what: 'The same decisions by the naive evaluator of the tests, in turn with the engine',
        ours: each(median(rates)),
        other: each(median(naive)),
        value: median(rates) / median(naive),
        unit: '× as many',
        bar: undefined,
      },
      {
        what: 'The same decisions for the session of a role: the three policies also as its boundary and its session policies, and a resource policy of 10 statements',
        ours: each(median(everyLimit)),
        other: '–',
        value: median(everyLimit),
        unit: '/s',
        bar: undefined,
      },
      {
        what: 'Matching a text of 100,000 characters that nearly fits everywhere (a pattern of 200 a and a b between stars, a text of a), against half the text',
        ours: `${median(growth).toFixed(2)} times the time`,
        other: 'twice the text',
        value: median(growth),
        unit: '×',
        // Linear is 2; a square would be 4.
        bar: atMost(3),
      },
    ]
  },
}
