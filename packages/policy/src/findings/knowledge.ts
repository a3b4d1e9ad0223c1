import { type ConditionKeyEntry, type ServiceEntry } from '../catalogue/entries.ts'
import { compilePattern, matchesPattern, type Pattern } from '../pattern.ts'

/** What is known of AWS's services, as `@keyward/policy/catalogue` has it. Of a service that is not given nothing is said. */
export interface Catalogue {
  /** By prefix, in lower case. */
  readonly serviceNames: ReadonlyMap<string, string>
  readonly globalConditionKeys: readonly ConditionKeyEntry[]
  service(prefix: string): ServiceEntry | undefined
}

/** Prefixes that no catalogue has: this service's own, and those of keys that belong to no service. */
const furtherPrefixes = new Set([
  'keyward',
  'aws',
  'saml',
  'catalog',
  'identitycenter',
  'cognito-identity-auth',
  'cognito-identity-unauth',
])

export interface KnownAction {
  readonly name: string
  readonly resourceTypes: readonly string[]
  readonly conditionKeys: readonly KnownKey[]
}

export interface KnownResourceType {
  readonly name: string
  readonly arn: string
  /** The parts of its ARN, places for what varies turned into `*`. */
  readonly parts: readonly string[]
  readonly resource: Pattern
  /** What its last part begins with, whatever varies in it; the whole where nothing does. */
  readonly fixed: string
  readonly varies: boolean
  /** Its last part with something in each place. */
  readonly sample: string
}

export interface KnownKey {
  readonly name: string
  readonly type: ConditionKeyEntry['type']
  readonly pattern: Pattern
}

export interface KnownService {
  readonly prefix: string
  readonly name: string
  /** By name in lower case. */
  readonly actions: ReadonlyMap<string, KnownAction>
  readonly resourceTypes: readonly KnownResourceType[]
  readonly keys: readonly KnownKey[]
}

/** What was made ready of a catalogue: an editor asks about the same services at every keystroke. */
const servicesMade = new WeakMap<ServiceEntry, KnownService>()
const keysMade = new WeakMap<readonly ConditionKeyEntry[], readonly KnownKey[]>()

const noKeys: readonly ConditionKeyEntry[] = []

/** A catalogue, made ready to be asked. */
export class Knowledge {
  readonly #catalogue: Catalogue | undefined
  readonly #globals: readonly KnownKey[]

  constructor(catalogue: Catalogue | undefined) {
    this.#catalogue = catalogue
    this.#globals = knownKeys(catalogue?.globalConditionKeys ?? noKeys)
  }

  /** Is there a service of this prefix? Undefined where nothing is known. */
  isPrefix(prefix: string): boolean | undefined {
    const known = prefix.toLowerCase()
    return this.#catalogue && (this.#catalogue.serviceNames.has(known) || furtherPrefixes.has(known))
  }

  prefixes(): Iterable<string> {
    return this.#catalogue?.serviceNames.keys() ?? []
  }

  service(prefix: string): KnownService | undefined {
    const entry = this.#catalogue?.service(prefix.toLowerCase())
    if (entry === undefined) return undefined
    const made = servicesMade.get(entry) ?? knownService(entry)
    servicesMade.set(entry, made)
    return made
  }

  /** The condition key that a policy names, in any case; undefined for one that is not known. */
  key(name: string): KnownKey | undefined {
    const wanted = name.toLowerCase()
    const global = this.#globals.find(({ pattern }) => matchesPattern(pattern, wanted))
    const prefix = wanted.slice(0, Math.max(0, wanted.indexOf(':')))
    return global ?? this.service(prefix)?.keys.find(({ pattern }) => matchesPattern(pattern, wanted))
  }

  keyNames(prefix: string): readonly string[] {
    const keys = prefix.toLowerCase() === 'aws' ? this.#globals : (this.service(prefix)?.keys ?? [])
    return keys.map(({ name }) => name)
  }

  isGlobal(name: string): boolean {
    const wanted = name.toLowerCase()
    return this.#globals.some(({ pattern }) => matchesPattern(pattern, wanted))
  }
}

function knownKeys(entries: readonly ConditionKeyEntry[]): readonly KnownKey[] {
  const made = keysMade.get(entries) ?? entries.map(knownKey)
  keysMade.set(entries, made)
  return made
}

function knownService({ prefix, name, actions, resourceTypes, conditionKeys }: ServiceEntry): KnownService {
  const keys = conditionKeys.map(knownKey)
  const byName = new Map(keys.map((key) => [key.name, key]))
  return {
    prefix,
    name,
    actions: new Map(
      actions.map((action) => [
        action.name.toLowerCase(),
        { ...action, conditionKeys: action.conditionKeys.flatMap((key) => byName.get(key) ?? []) },
      ]),
    ),
    resourceTypes: resourceTypes.map((type) => {
      const parts = type.arn.replaceAll(/\$\{[^}]*\}/g, '*').split(':')
      const last = type.arn.split(':').slice(5).join(':')
      const place = last.indexOf('${')
      return {
        ...type,
        parts: parts.slice(0, 5),
        resource: compilePattern(parts.slice(5).join(':')),
        fixed: place === -1 ? last : last.slice(0, place),
        varies: place !== -1,
        sample: last.replaceAll(/\$\{[^}]*\}/g, 'x'),
      }
    }),
    keys,
  }
}

function knownKey({ name, type }: ConditionKeyEntry): KnownKey {
  return { name, type, pattern: compilePattern(name.toLowerCase().replaceAll(/\$\{[^}]*\}/g, '*')) }
}
