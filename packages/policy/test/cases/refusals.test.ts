import { describe, expect, it } from 'vitest'
import { parsePolicy, PolicyError, type PolicyKind } from '../../src/index.ts'
import { filesUnder, readJson } from './case.ts'

/** One JSON file of documents: the kinds of policy that they are tried as, and AWS's sentence or null where it accepts. */
interface RefusalFile {
  readonly topic: string
  readonly source: string
  readonly kinds: readonly PolicyKind[]
  readonly cases: readonly Refusal[]
}

interface Refusal {
  readonly name: string
  readonly source?: string
  readonly document?: object
  /** Instead of a document: text that no JSON value prints as. */
  readonly text?: string
  readonly message: string | null
}

function refusalOf({ document, text = JSON.stringify(document) }: Refusal, kind: PolicyKind): string | null {
  try {
    parsePolicy(text, kind)
    return null
  } catch (error) {
    if (error instanceof PolicyError) return error.message
    throw error
  }
}

const files = filesUnder('refusals').map((name): [string, RefusalFile] => [name, readJson(name) as RefusalFile])

describe.each(files)('%s', (_file, { kinds, cases }) => {
  describe.each(kinds)('as %s', (kind) => {
    it.each(cases.map((one): [string, Refusal] => [one.name, one]))('%s', (_name, one) => {
      expect(refusalOf(one, kind)).toBe(one.message)
    })
  })
})

describe('the refusals', () => {
  const seen = files.flatMap(([, { cases }]) => cases.flatMap(({ message }) => message ?? []))

  it.each([
    'Syntax errors in policy.',
    'Policy document must be version 2012-10-17 or greater.',
    'The policy failed legacy parsing',
    'Statement IDs (SID) in a single policy must be unique.',
    'Policy statement must contain actions.',
    'must be in ARN format or "*".',
    'is not valid for resource "',
    'Resource vendor must be fully qualified and cannot contain regexes.',
    'cannot contain region information.',
    'can not contain region information.',
    'IAM resource path must either be "*" or start with',
    'Actions/Conditions must be prefaced by a vendor',
    'Actions/Condition can contain only one colon.',
    'Vendor my s3 is not valid',
    'Policy statement must contain resources.',
    'Policy document should not specify a principal.',
    'This policy contains invalid Json',
    'The policy must contain a valid version string',
    'Could not parse the policy: Statement is empty!',
    'The Statement Ids in the policy are not unique',
    'Missing required field Effect',
    'Invalid effect: ',
    'Missing required field Principal',
    'Missing required field Principal cannot be empty!',
    'Principal must be a JSON object.',
    'Allow with NotPrincipal is not allowed.',
    'AssumeRole policy must not contain NotPrincipal field.',
    'Missing required field Action',
    'AssumeRole policy may only specify STS AssumeRole actions.',
    'Has prohibited field Resource',
    'AssumeRole policy must not contain resources.',
    'Syntax error in policy.',
    'Invalid principal in policy: ',
    'A condition block must be present for the Cognito provider',
  ])('have a document for: %s', (sentence) => {
    expect(seen.some((message) => message.includes(sentence))).toBe(true)
  })

  it('have names of their own', () => {
    const names = files.flatMap(([file, { cases }]) => cases.map(({ name }) => `${file}: ${name}`))
    expect(names).toHaveLength(new Set(names).size)
  })
})
