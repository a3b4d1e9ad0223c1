import type { KeyType, ServiceEntry } from '@keyward/policy/catalogue'
import { useEffect, useState } from 'react'

const noServices: readonly (readonly [string, string])[] = []

/** Every service by its prefix and name, in the order of the names; empty until they are read. */
export function useServices(): readonly (readonly [string, string])[] {
  return (
    useLoaded('services', async () => {
      const { serviceNames } = await import('@keyward/policy/catalogue')
      return [...serviceNames].toSorted(([, a], [, b]) => a.localeCompare(b))
    }) ?? noServices
  )
}

/** What is known of one service. */
export function useService(prefix: string): ServiceEntry | undefined {
  return useLoaded(prefix, async () => {
    const { loadService } = await import('@keyward/policy/catalogue')
    return loadService(prefix)
  })
}

/** The types of condition keys, by the API's names for them. A key that is not known is a string. */
export function useKeyTypes(keys: readonly string[]): ReadonlyMap<string, string> {
  const asked = keys.join(' ')
  return (
    useLoaded(asked, async () => {
      const { globalConditionKeys, loadService } = await import('@keyward/policy/catalogue')
      const prefixes = [...new Set(keys.map((key) => key.split(':')[0]?.toLowerCase() ?? ''))]
      const services = await Promise.all(prefixes.map((prefix) => loadService(prefix)))
      const known = [...globalConditionKeys, ...services.flatMap((service) => service?.conditionKeys ?? [])]
      return new Map(known.map(({ name, type }) => [name.toLowerCase(), contextType(type)]))
    }) ?? noTypes
  )
}

const noTypes: ReadonlyMap<string, string> = new Map()

/** Read once for each name; undefined until it is there. */
function useLoaded<T>(name: string, load: () => Promise<T>): T | undefined {
  const [loaded, setLoaded] = useState<{ readonly name: string; readonly value: T }>()
  useEffect(() => {
    let isCurrent = true
    void load().then((value) => {
      if (isCurrent) setLoaded({ name, value })
    })
    return () => {
      isCurrent = false
    }
    // The name says what is loaded; the function is made anew at every render.
  }, [name])
  return loaded?.name === name ? loaded.value : undefined
}

function contextType(type: KeyType): string {
  const isList = type.startsWith('ArrayOf')
  const single = singles[isList ? type.slice('ArrayOf'.length) : type] ?? 'string'
  return isList ? `${single}List` : single
}

const singles: Readonly<Record<string, string>> = {
  Bool: 'boolean',
  Numeric: 'numeric',
  Date: 'date',
  IPAddress: 'ip',
}
