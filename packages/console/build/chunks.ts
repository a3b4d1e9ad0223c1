import { join } from 'node:path'

/** What the bundler tells of its modules. */
interface Graph {
  getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null
}

interface Group {
  readonly name: (id: string, graph: Graph) => string | null
  readonly debugName: string
  readonly includeDependenciesRecursively: false
}

/**
 * Puts into one file each what a set of pages needs, libraries included: left alone, the bundler makes dozens of small ones,
 * which compress worse and arrive later. What only later pages need is never among it. The first set that has a module
 * keeps it.
 */
export function chunksOf(root: string, sets: Readonly<Record<string, readonly string[]>>): Group[] {
  return Object.entries(sets).map(([name, entries]) => {
    let needed: ReadonlySet<string> | undefined
    return {
      name(id, graph) {
        needed ??= reach(
          entries.map((entry) => join(root, entry)),
          graph,
        )
        return needed.has(id) ? name : null
      },
      debugName: name,
      includeDependenciesRecursively: false,
    }
  })
}

/** Modules and all they import, not what they load later. */
function reach(entries: readonly string[], graph: Graph): ReadonlySet<string> {
  const reached = new Set(entries)
  for (const id of reached) for (const next of graph.getModuleInfo(id)?.importedIds ?? []) reached.add(next)
  return reached
}
