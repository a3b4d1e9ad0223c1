import fc from 'fast-check'
import { expect, test } from 'vitest'
import { catalogueFor } from '../../src/catalogue/index.ts'
import { isRefused } from '../../src/findings/check.ts'
import { checks } from '../../src/findings/table.ts'
import { malformedCode, validatePolicy } from '../../src/findings/validate.ts'
import { parsePolicy, type PolicyKind } from '../../src/parse.ts'
import { policy } from '../arbitraries.ts'
import { actionExamples } from './action-examples.ts'
import { conditionExamples } from './condition-examples.ts'
import { documentExamples } from './document-examples.ts'
import { textOf } from './example.ts'
import { principalExamples } from './principal-examples.ts'

const kinds: readonly PolicyKind[] = [
  'identity-inline',
  'identity-managed',
  'trust',
  'resource',
  'session',
  'service-control',
  'resource-control',
]

const refusing = (kind: PolicyKind) => new Set(checks.filter((check) => isRefused(check, kind)).map(({ code }) => code))

/** Every document of the examples, and random ones. */
const examples = [documentExamples, actionExamples, conditionExamples, principalExamples]
  .flatMap((each) => Object.values(each))
  .flatMap(({ triggers, spares }) => [textOf(triggers), textOf(spares)])
  .filter((text) => text.length < 4_000)

const sound = fc.oneof(
  policy.map((document) => JSON.stringify(document, undefined, 1)),
  fc.constantFrom(...examples),
)

/** What people leave out, write twice and mistake. */
const pieces = fc.constantFrom(
  ...['', ',', '"', '{', '}', '[', ']', ':', '*', '${', '\n', '//', "'", 'x', '1', 'null', '[]', '{}', '""', '\\', ' '],
  ...[
    '"Principal": "*",',
    '"Sid": "a",',
    '"Effect": "deny",',
    '"Version": 1,',
    '"*"',
    'arn:',
    'Not',
    'IfExists',
    '\ud800',
  ],
)

/** A document with a stretch of it replaced, a few times over. */
const broken = fc
  .tuple(
    sound,
    fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat({ max: 12 }), pieces), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([text, changes]) => {
    let changed = text
    for (const [where, length, piece] of changes) {
      const at = Math.floor(where * changed.length)
      changed = changed.slice(0, at) + piece + changed.slice(at + length)
    }
    return changed
  })

function refusalOf(text: string, kind: PolicyKind): string | undefined {
  try {
    parsePolicy(text, kind)
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
}

function agrees(text: string, kind: PolicyKind): void {
  const refusal = refusalOf(text, kind)
  const codes = validatePolicy(text, kind).map(({ code }) => code)
  const said = codes.filter((code) => refusing(kind).has(code))
  // What no row foresaw would still be told, by the sentence of the refusal; there shall be nothing of the kind.
  expect({ text, kind, refusal, said, unforeseen: codes.includes(malformedCode) }).toMatchObject({
    said: refusal === undefined ? [] : expect.arrayContaining([expect.any(String)]),
    unforeseen: false,
  })
}

test('a document that is refused when it is saved has an error, and one that is not has none that says so', () => {
  fc.assert(fc.property(fc.oneof(sound, broken), fc.constantFrom(...kinds), agrees), { numRuns: 6_000 })
})

test('every document of the examples is judged as when it is saved, whatever kind of policy it is taken for', () => {
  for (const text of examples) for (const kind of kinds) agrees(text, kind)
})

test('any text whatever has its findings, every one with a place inside it', async () => {
  const text = fc.oneof(
    broken,
    fc.string({ unit: 'binary', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ntrue1'), maxLength: 60 }),
  )
  await fc.assert(
    fc.asyncProperty(text, fc.constantFrom(...kinds), async (document, kind) => {
      const findings = validatePolicy(document, kind, { catalogue: await catalogueFor(document) })
      const lines = document.split('\n')
      for (const { locations } of findings) {
        expect(locations.length).toBeGreaterThan(0)
        for (const { span } of locations) {
          expect(span.offset + span.length).toBeLessThanOrEqual(document.length)
          expect(lines.slice(0, span.line - 1).join('\n').length + (span.line > 1 ? 1 : 0) + span.column - 1).toBe(
            span.offset,
          )
        }
      }
    }),
    { numRuns: 1_500 },
  )
})
