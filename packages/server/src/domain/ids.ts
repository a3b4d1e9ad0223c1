import { randomBytes, randomUUID } from 'node:crypto'
import { Secret } from './secret.ts'

declare const brand: unique symbol
type Branded<Name extends string> = string & { readonly [brand]: Name }

/** Twelve digits. */
export type AccountId = Branded<'AccountId'>
/** `AIDA…`, 21 characters: one user's id for ever, also after its name went to another. */
export type UserId = Branded<'UserId'>
/** `AGPA…`, 21 characters. */
export type GroupId = Branded<'GroupId'>
/** `ANPA…`, 21 characters. */
export type PolicyId = Branded<'PolicyId'>
/** `AKIA…` or `ASIA…`, 20 characters. */
export type AccessKeyId = Branded<'AccessKeyId'>

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
const randomBits = 39n

export function parseAccountId(text: string): AccountId | undefined {
  return /^\d{12}$/.test(text) ? (text as AccountId) : undefined
}

/** A random account id whose first digit is not 0: spreadsheets cut leading zeroes off. */
export function mintAccountId(): AccountId {
  const digits = (randomBytes(6).readUIntBE(0, 6) % 900_000_000_000) + 100_000_000_000
  return String(digits) as AccountId
}

export function mintUserId(account: AccountId): UserId {
  return (mint('AIDA', account) + randomCharacter()) as UserId
}

export function mintGroupId(account: AccountId): GroupId {
  return (mint('AGPA', account) + randomCharacter()) as GroupId
}

export function mintPolicyId(account: AccountId): PolicyId {
  return (mint('ANPA', account) + randomCharacter()) as PolicyId
}

export function mintAccessKeyId(account: AccountId): AccessKeyId {
  return mint('AKIA', account) as AccessKeyId
}

/** Of a session: it stands in the trail beside those of keys. */
export function mintSessionKeyId(account: AccountId): AccessKeyId {
  return mint('ASIA', account) as AccessKeyId
}

/** 40 characters of `A-Za-z0-9+/`: base64 of 30 random bytes. */
export function mintSecretAccessKey(): Secret {
  return new Secret(randomBytes(30).toString('base64'))
}

export const mintRequestId = (): string => randomUUID()

/**
 * The account a key id carries (spec: 80 bits of base32 after the prefix, the top bit set, then 40 bits of account).
 * Undefined for ids of the old format and for anything that is not such an id.
 */
export function accountOfKeyId(id: string): AccountId | undefined {
  if (id.length < 20 || id.length > 21) return undefined
  let bits = 0n
  for (const character of id.slice(4, 20)) {
    const digit = alphabet.indexOf(character)
    if (digit < 0) return undefined
    bits = (bits << 5n) | BigInt(digit)
  }
  if (bits >> 79n === 0n) return undefined
  const account = (bits >> randomBits) & ((1n << 40n) - 1n)
  return parseAccountId(account.toString().padStart(12, '0'))
}

function mint(prefix: string, account: AccountId): string {
  const random = BigInt(`0x${randomBytes(5).toString('hex')}`) & ((1n << randomBits) - 1n)
  let bits = (1n << 79n) | (BigInt(account) << randomBits) | random
  let text = ''
  for (let i = 0; i < 16; i++) {
    text = alphabet.charAt(Number(bits & 31n)) + text
    bits >>= 5n
  }
  return prefix + text
}

function randomCharacter(): string {
  return alphabet.charAt(randomBytes(1).readUInt8(0) & 31)
}
