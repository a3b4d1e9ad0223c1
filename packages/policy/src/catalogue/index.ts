import { globals, loaders, names } from '../../catalogue/services.js'
import { expandService, type ConditionKeyEntry, type ServiceEntry } from './entries.ts'

export { type KeyType } from '../../catalogue/services.js'
export {
  type AccessLevel,
  type ActionEntry,
  type ConditionKeyEntry,
  type ResourceTypeEntry,
  type ServiceEntry,
} from './entries.ts'

/** Every service that AWS documents: the prefix of its actions, and its name. */
export const serviceNames: ReadonlyMap<string, string> = new Map(Object.entries(names))

/** The condition keys that requests to every service may carry. */
export const globalConditionKeys: readonly ConditionKeyEntry[] = globals.map(([name, type]) => ({ name, type }))

const loading = new Map<string, Promise<ServiceEntry>>()

/** What AWS documents of one service, by its prefix, whatever its case; each is a file of its own, read when first asked for. */
export async function loadService(prefix: string): Promise<ServiceEntry | undefined> {
  const known = prefix.toLowerCase()
  const name = serviceNames.get(known)
  const load = Object.hasOwn(loaders, known) ? loaders[known] : undefined
  if (name === undefined || load === undefined) return undefined
  let entry = loading.get(known)
  if (entry === undefined) {
    entry = load().then(({ default: compact }) => expandService(known, name, compact))
    loading.set(known, entry)
    // A browser that lost its connection may ask again.
    entry.catch(() => loading.delete(known))
  }
  return entry
}

/** What is known of AWS's services, as far as a policy speaks of them: what `validatePolicy` takes. */
export async function catalogueFor(text: string): Promise<{
  readonly serviceNames: ReadonlyMap<string, string>
  readonly globalConditionKeys: readonly ConditionKeyEntry[]
  service(prefix: string): ServiceEntry | undefined
}> {
  // Prefixes of actions and condition keys stand before the first colon of a text, or of a variable; services in ARNs behind the second.
  const mentioned = new Set(
    [...text.matchAll(/["{]([A-Za-z0-9-]{1,64}):/g)].map(([, prefix = '']) => prefix.toLowerCase()),
  )
  for (const [, service = ''] of text.matchAll(/"arn:[^:"]{0,64}:([a-z0-9-]{1,64}):/g)) mentioned.add(service)
  const known = [...mentioned].filter((prefix) => serviceNames.has(prefix))
  const services = new Map(await Promise.all(known.map(async (prefix) => [prefix, await loadService(prefix)] as const)))
  return { serviceNames, globalConditionKeys, service: (prefix) => services.get(prefix) }
}
