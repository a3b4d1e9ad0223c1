import { expect, test } from 'vitest'
import { catalogueFor } from '../../src/catalogue/index.ts'
import { bounds } from '../../src/findings/bounds.ts'
import { checks } from '../../src/findings/table.ts'
import { validateInSlices, validatePolicy } from '../../src/findings/validate.ts'
import { documentLengthMax } from '../../src/json.ts'
import { type PolicyKind } from '../../src/parse.ts'

const full = (unit: string, head = '', tail = '') =>
  head + unit.repeat(Math.floor((documentLengthMax - head.length - tail.length) / unit.length)) + tail

const list = (unit: string) => full(`${unit},`, '', unit)

const within = (name: string, values: string) =>
  `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","${name}":${values}}}`

const documents: Readonly<Record<string, string>> = {
  'a megabyte of stars': '*'.repeat(1_000_000),
  'ten thousand empty statements': `{"Statement":[${list('{}').slice(0, 30_000)}]}`,
  'statements that say the same': `{"Version":"2012-10-17","Statement":[${full(
    '{"Effect":"Allow","Action":"*","Resource":"*"},',
  )
    .slice(0, 130_000)
    .replace(/,[^}]*$/, '')}]}`,
  'a hundred levels': '['.repeat(100),
  'open brackets only': full('['),
  'open braces only': full('{'),
  'closing brackets only': full('}'),
  'commas only': full(','),
  'quotes only': full('"'),
  'backslashes only': full('\\', '"'),
  'lone surrogates': full('"\\ud800",', '[', '""]'),
  'keys that are one': full('"a":1,', '{', '"a":1}'),
  'mismatched brackets': full('[}', '{"a":'),
  'comments only': full('/*'),
  'numbers that are none': full('-.e', '[', ']'),
  'stars in every action': `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"*","Action":[${list(
    '"s3:*a*b*c*d*"',
  )
    .slice(0, 120_000)
    .replace(/,[^,]*$/, '')}]}}`,
  'a long list of actions of one service': `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Resource":"arn:aws:ec2:us-east-1:123456789012:instance/*","Action":[${list(
    '"ec2:RunInstancez"',
  )
    .slice(0, 120_000)
    .replace(/,[^,]*$/, '')}]}}`,
  'resources of star-heavy patterns': `{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:RunInstances","Resource":[${list(
    '"arn:aws:ec2:*:*:*i*n*s*t*a*n*c*e*/*x"',
  )
    .slice(0, 120_000)
    .replace(/,[^,]*$/, '')}]}}`,
  'one pattern of stars and a long text': within(
    'Condition',
    `{"StringLike":{"aws:username":["${'*a'.repeat(30_000)}","${'a'.repeat(60_000)}"]}}`,
  ),
  'variables that never end': within('Condition', `{"StringLike":{"aws:username":"${'${'.repeat(60_000)}"}}`),
  'variables of nothing': within('Condition', `{"StringLike":{"aws:username":"${'${}'.repeat(40_000)}"}}`),
  'conditions on keys that nobody knows': within(
    'Condition',
    `{"StringEquals":{${Array.from({ length: 5_000 }, (_, at) => `"ec2:Nothing${at}":"x"`).join(',')}}}`,
  ),
  'a long name of an element': `{"${'x'.repeat(130_000)}":1}`,
  'many denials and allowances': `{"Version":"2012-10-17","Statement":[${Array.from({ length: 900 }, (_, at) => `{"Effect":"Deny","Action":"s3:a${at}*","Resource":"*"},{"Effect":"Allow","Action":"s3:b${at}*","Resource":"*"}`).join(',')}]}`,
}

const kinds: readonly PolicyKind[] = ['identity-managed', 'trust', 'resource', 'resource-control']

test.each(Object.entries(documents))('%s: bounded time and count, and an error', async (_, text) => {
  const catalogue = await catalogueFor(text)
  for (const kind of kinds) {
    const started = performance.now()
    const findings = validatePolicy(text, kind, { catalogue })
    // Generous: the machine has other work. Anything quadratic takes minutes.
    expect(performance.now() - started).toBeLessThan(2_000)
    expect(findings.length).toBeLessThanOrEqual(checks.length * bounds.perCode)
    expect(findings.every(({ message }) => message.length < 2_000)).toBe(true)
    for (const { locations } of findings) expect(locations.length).toBeLessThanOrEqual(bounds.locations)
  }
})

test('the longest document that is read is judged in steps, none of which holds up others for long', async () => {
  let longest = 0
  for (const text of Object.values(documents)) {
    const slices = validateInSlices(text, 'identity-managed', { catalogue: await catalogueFor(text) })
    for (let done = false; !done;) {
      const started = performance.now()
      done = slices.next().done === true
      longest = Math.max(longest, performance.now() - started)
    }
  }
  expect(longest).toBeLessThan(1_000)
  if (process.env['KEYWARD_MEASURE'] !== undefined) console.log(`longest step: ${longest.toFixed(1)} ms`)
})
