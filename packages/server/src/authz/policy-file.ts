import { createHash } from 'node:crypto'
import { parsePolicy, PolicyError, policySize, readJson, type JsonObject, type JsonValue } from '@keyward/policy'
import type { PolicyId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import { policyHash } from './policy-hash.ts'

/** One of AWS's managed policies as a file tells it: `{"name": …, "document": …}`. */
export interface PolicyFile {
  readonly arn: string
  readonly id: PolicyId
  readonly name: string
  readonly path: string
  readonly description: string | undefined
  /** The number of its version: 12 of `v12`. */
  readonly version: number
  /** When AWS made the policy, and this version of it; undefined: the file does not say. */
  readonly createdAt: number | undefined
  readonly updatedAt: number | undefined
  /** The document, byte for byte as the file has it. */
  readonly text: string
  /** SHA-256 of the text, in hex. */
  readonly hash: string
  /** Of the text without white space. */
  readonly size: number
}

/** What is wrong with a file, in a sentence without its subject: `has no "name"`. */
export class PolicyFileError extends Error {
  override readonly name = 'PolicyFileError'
}

/** Throws PolicyFileError for what is no such file. Names written twice and members it does not know are refused: what they meant is unclear. */
export function readPolicyFile(text: string): PolicyFile {
  const file = readObject(text)
  for (const key of file.members.keys()) {
    if (!Object.hasOwn(patterns, key) && key !== 'document')
      throw new PolicyFileError(`has ${JSON.stringify(key)}, which is not a member of such a file`)
  }
  const name = member(file, 'name')
  if (name === undefined) throw new PolicyFileError('has no "name"')
  const path = member(file, 'path') ?? '/'
  const arn = `arn:aws:iam::aws:policy${path}${name}`
  const document = readDocument(file, text)
  return {
    arn,
    // Ids and ARNs were checked just now.
    id: (member(file, 'id') ?? idOf(arn)) as PolicyId,
    name,
    path,
    description: member(file, 'description'),
    version: Number((member(file, 'version') ?? 'v1').slice(1)),
    createdAt: time(file, 'created'),
    updatedAt: time(file, 'updated'),
    text: document,
    hash: policyHash(document),
    size: policySize(document),
  }
}

function readObject(text: string): JsonObject {
  let file: JsonValue
  try {
    file = readJson(text)
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    const place = error.span === undefined ? '' : `, at line ${error.span.line}`
    throw new PolicyFileError(
      `is not JSON as policies are written${place}: no name twice in one object, no characters beyond U+00FF, at most ${limits.policyFileCharactersMax} characters`,
    )
  }
  if (file.type !== 'object') throw new PolicyFileError('is not a JSON object')
  return file
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/

/** What each member looks like, and how a refusal says so. */
const patterns = {
  name: [/^[\w+=,.@-]{1,128}$/, 'the name of a policy'],
  path: [/^(?=.{1,512}$)\/([A-Za-z0-9.,+@=_-]+\/)*$/, 'a path such as /job-function/'],
  id: [/^ANPA[A-Z2-7]{17}$/, 'an id such as ANPAIWMBCKSKIEE64ZLYK'],
  description: [/^[^]{0,1000}$/, 'a text of at most 1,000 characters'],
  version: [/^v[1-9]\d{0,8}$/, 'a version such as v12'],
  created: [instant, 'a time such as 2015-02-06T18:39:46Z'],
  updated: [instant, 'a time such as 2015-02-06T18:39:46Z'],
} as const

function member(file: JsonObject, name: keyof typeof patterns): string | undefined {
  const value = file.members.get(name)?.value
  if (value === undefined) return undefined
  const [pattern, meant] = patterns[name]
  if (value.type !== 'string' || !pattern.test(value.value))
    throw new PolicyFileError(`has a "${name}" that is not ${meant}`)
  return value.value
}

function time(file: JsonObject, name: 'created' | 'updated'): number | undefined {
  const text = member(file, name)
  if (text === undefined) return undefined
  const at = Date.parse(text)
  if (Number.isNaN(at)) throw new PolicyFileError(`has a "${name}" that is not ${patterns[name][1]}`)
  return at
}

function readDocument(file: JsonObject, text: string): string {
  const value = file.members.get('document')?.value
  if (value === undefined) throw new PolicyFileError('has no "document"')
  if (value.type !== 'object') throw new PolicyFileError('has a "document" that is not a policy, as a JSON object')
  const { offset, length } = value.span
  const document = text.slice(offset, offset + length)
  try {
    parsePolicy(document, 'identity-managed')
  } catch (error) {
    if (error instanceof PolicyError) throw new PolicyFileError(`has a "document" that IAM refuses: ${error.message}`)
    throw error
  }
  return document
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** For a policy whose id the file does not tell: the same for the same ARN, and in the old format, so that it carries no account. */
function idOf(arn: string): string {
  const digest = createHash('sha256').update(arn).digest()
  const characters = [...digest.subarray(0, 17)].map((byte, index) => alphabet.charAt(byte & (index === 0 ? 15 : 31)))
  return `ANPA${characters.join('')}`
}
