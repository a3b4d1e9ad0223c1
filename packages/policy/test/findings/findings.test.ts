import { expect, test } from 'vitest'
import { catalogueFor } from '../../src/catalogue/index.ts'
import { type Finding } from '../../src/findings/finding.ts'
import { isRefused } from '../../src/findings/check.ts'
import { checks } from '../../src/findings/table.ts'
import { validatePolicy } from '../../src/findings/validate.ts'
import { parsePolicy } from '../../src/parse.ts'
import { actionExamples } from './action-examples.ts'
import { conditionExamples } from './condition-examples.ts'
import { documentExamples } from './document-examples.ts'
import { type Example, type Examples, textOf } from './example.ts'
import { principalExamples } from './principal-examples.ts'

const examples: Examples = { ...documentExamples, ...actionExamples, ...conditionExamples, ...principalExamples }
const rows = Object.entries(examples)

const codes = checks.map(({ code }) => code)

async function find(document: object | string, { kind, attachedTo }: Example): Promise<readonly Finding[]> {
  const text = textOf(document)
  return validatePolicy(text, kind, { catalogue: await catalogueFor(text), ...(attachedTo && { attachedTo }) })
}

const errorsIn = (findings: readonly Finding[]) =>
  [...new Set(findings.filter(({ type }) => type === 'ERROR').map(({ code }) => code))].sort()

test('every code has one row, one document that it is said of and one that it is not', () => {
  expect(codes.toSorted()).toEqual([...new Set(codes)].sort())
  expect(Object.keys(examples).sort()).toEqual(codes.toSorted())
  expect(codes.length).toBeGreaterThanOrEqual(40)
})

test('codes without a source in the documentation of AWS are marked as ours, and none other', () => {
  for (const { code, source } of checks)
    expect([code, source === undefined]).toEqual([code, code.startsWith('KEYWARD_')])
})

test.each(rows)('%s is said of a document, with its place and a sentence', async (code, example) => {
  const findings = await find(example.triggers, example)
  const [found] = findings.filter((finding) => finding.code === code)
  expect(findings.map((finding) => finding.code)).toContain(code)
  expect(found?.type).toBe(checks.find((check) => check.code === code)?.type)
  expect(found?.message).toMatch(/^(?:[A-Z"$]|[\w.-]+:\w).{15,}[.?]$/s)
  expect(found?.locations.length).toBeGreaterThan(0)
})

test.each(rows)('%s is not said of a like document', async (code, example) => {
  const findings = await find(example.spares, example)
  expect(findings.map((finding) => finding.code)).not.toContain(code)
})

test.each(rows)('the documents of %s have no other errors', async (code, example) => {
  const own = checks.find((check) => check.code === code)?.type === 'ERROR' ? [code] : []
  expect(errorsIn(await find(example.triggers, example))).toEqual([...own, ...(example.also ?? [])].sort())
  expect(errorsIn(await find(example.spares, example))).toEqual([])
})

test.each(rows)(
  'the documents of %s are refused when they are saved exactly where the findings say so',
  async (_, example) => {
    for (const document of [example.triggers, example.spares]) {
      const findings = await find(document, example)
      const refused = checks.some((check) => {
        return isRefused(check, example.kind) && findings.some(({ code }) => code === check.code)
      })
      expect(accepts(textOf(document), example)).toBe(!refused)
    }
  },
)

function accepts(text: string, { kind }: Example): boolean {
  try {
    parsePolicy(text, kind)
    return true
  } catch {
    return false
  }
}
