import { existsSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'
import {
  importsOf,
  isTest,
  lineOf,
  readSources,
  runAsCommand,
  type Finding,
  type Import,
  type Source,
} from './sources.ts'

/**
 * The rooms of packages/server/src, highest floor first. An import goes down: never up, and never sideways into another
 * room of the same floor. A folder ends in a slash; everything in it is one room.
 */
const floors: readonly (readonly string[])[] = [
  ['index.ts'],
  ['server.ts'], // The wiring: the one file that knows every room, http/ beside it included.
  ['http/'],
  ['dispatch.ts', 'operator/', 'reports/'],
  ['writer/'],
  ['operations/'],
  ['authn/', 'authz/', 'audit/'],
  ['directory/'],
  ['store/', 'protocol/'],
  ['secrets/'],
  ['errors.ts'],
  ['domain/', 'protocol/types/'], // Words that everyone may use, those of AWS's API (generated) included.
]

/** Libraries that one room keeps to itself: the store is the only place with SQL, http/ the only one that listens. */
const kept: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store/'],
  pg: ['store/'],
  kysely: ['store/'],
  'node:sqlite': [],
  'node:http': ['http/'],
  'node:https': ['http/'],
}

interface PackageRule {
  /** Modules outside the package's own src/ that it may import. Without a list: whatever its package.json declares. */
  readonly only?: readonly string[]
  /** No I/O, no clock, no environment: time and keys come in as arguments. */
  readonly pure?: true
  /** Takes types from @keyward/server, and nothing that runs. */
  readonly typesFromServer?: true
  /** Its libraries are in its bundle: who installs it does not install them. */
  readonly bundled?: true
}

const packages: Readonly<Record<string, PackageRule>> = {
  sigv4: { only: ['node:crypto'], pure: true },
  policy: { only: [], pure: true },
  server: {},
  cli: {},
  console: { typesFromServer: true, bundled: true },
}

const server = 'packages/server/src/'

/** Names every import that goes up, sideways or out of its package, and every impurity in a pure package. */
export function check(root: string): Finding[] {
  const findings: Finding[] = []
  for (const source of readSources(root)) {
    const name = /^packages\/([^/]+)\/src\//.exec(source.path)?.[1]
    if (name === undefined || isTest(source.path)) continue
    const note = (line: number, message: string) => findings.push({ file: source.path, line, message })
    const rule = packages[name]
    if (rule === undefined) {
      note(1, `the package ${name} has no rule in tools/floors.ts`)
      continue
    }
    if (source.path.startsWith(server) && roomOf(source.path) === undefined) {
      note(1, 'stands in no room of the table in tools/floors.ts')
    }
    const declared = declaredBy(root, name, rule)
    const seen = new Set<string>()
    for (const taken of importsOf(source)) {
      const fault = judge(source, name, rule, declared, taken)
      if (fault === undefined || seen.has(`${taken.line} ${fault}`)) continue
      seen.add(`${taken.line} ${fault}`)
      note(taken.line, fault)
    }
    if (rule.pure) for (const { line, what } of impurities(source)) note(line, `${name} is pure: no ${what}`)
  }
  return findings
}

function judge(
  { path }: Source,
  name: string,
  rule: PackageRule,
  declared: ReadonlySet<string>,
  taken: Import,
): string | undefined {
  if (taken.specifier.startsWith('.')) return judgeRelative(path, name, normalize(join(dirname(path), taken.specifier)))

  const module = moduleOf(taken.specifier)
  if (rule.only && !rule.only.includes(taken.specifier)) {
    return `${name} may import ${rule.only.join(', ') || 'nothing'} from outside itself, not ${taken.specifier}`
  }
  // Made by a plugin of the bundler.
  if (rule.bundled && module.startsWith('virtual:')) return undefined
  if (!module.startsWith('node:') && !declared.has(module)) return `${module} is not among the dependencies of ${name}`
  if (module === '@keyward/server') {
    if (taken.specifier !== module) return `${name} imports @keyward/server by its name, not ${taken.specifier}`
    if (rule.typesFromServer && !taken.typeOnly) {
      return `${name} takes only types from @keyward/server, not ${taken.name}`
    }
  }
  const rooms = kept[module]
  const room = path.startsWith(server) ? roomOf(path)?.room : undefined
  // The type of a driver or of an incoming message is as much knowledge of it as the value.
  if (rooms && room !== undefined && !rooms.includes(room)) {
    return `${room} may not import ${module}: it belongs to ${rooms.join(', ') || 'no room'}`
  }
  return undefined
}

function judgeRelative(path: string, name: string, target: string): string | undefined {
  // What AWS documents of its services is data beside src/.
  if (name === 'policy' && target === 'packages/policy/catalogue/services.js') return undefined
  // The API model is data beside src/, and package.json tells the version.
  if (name === 'server' && /^packages\/server\/(model\/[^/]+\.json|package\.json)$/.test(target)) return undefined
  if (!target.startsWith(`packages/${name}/src/`)) return `leaves its package: ${target}`
  if (isTest(target)) return `imports a test: ${target}`
  if (!path.startsWith(server)) return undefined
  const from = roomOf(path)
  const to = roomOf(target)
  if (from === undefined || to === undefined || from.room === to.room || to.floor < from.floor) return undefined
  return to.floor === from.floor
    ? `goes sideways: ${from.room} may not import ${to.room}, a room of the same floor`
    : `goes up: ${from.room} may not import ${to.room}`
}

function roomOf(path: string): { room: string; floor: number } | undefined {
  const inside = path.slice(server.length)
  let found: { room: string; floor: number } | undefined
  for (const [depth, rooms] of floors.entries()) {
    for (const room of rooms) {
      const matches = room.endsWith('/') ? inside.startsWith(room) : inside === room
      // A room inside another is its own: the longest name that fits.
      if (matches && room.length > (found?.room.length ?? 0)) found = { room, floor: floors.length - 1 - depth }
    }
  }
  return found
}

/** `@scope/name/sub` is `@scope/name`; `name/sub` is `name`; `node:` modules stay whole. */
function moduleOf(specifier: string): string {
  if (specifier.startsWith('node:')) return specifier
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/')
}

function declaredBy(root: string, name: string, { bundled }: PackageRule): ReadonlySet<string> {
  const file = `${root}/packages/${name}/package.json`
  if (!existsSync(file)) return new Set()
  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return new Set(
    [
      manifest.dependencies,
      manifest.optionalDependencies,
      manifest.peerDependencies,
      bundled && manifest.devDependencies,
    ].flatMap((list = {}) => Object.keys(list)),
  )
}

interface Manifest {
  readonly dependencies?: Record<string, string>
  readonly devDependencies?: Record<string, string>
  readonly optionalDependencies?: Record<string, string>
  readonly peerDependencies?: Record<string, string>
}

const impure = new Set(['process', 'globalThis', 'fetch', 'performance', 'console', 'setTimeout', 'setInterval'])

function impurities({ tree }: Source): { line: number; what: string }[] {
  const found: { line: number; what: string }[] = []
  const visit = (node: ts.Node): void => {
    const what = impurity(node)
    if (what !== undefined) found.push({ line: lineOf(tree, node), what })
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function impurity(node: ts.Node): string | undefined {
  if (ts.isIdentifier(node) && impure.has(node.text) && isFree(node)) return node.text
  if (ts.isPropertyAccessExpression(node) && ['Date.now', 'Math.random'].includes(node.getText())) return node.getText()
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()'
  return undefined
}

/** Not a member, a key, a declared name or part of a type: the global itself. */
function isFree(node: ts.Identifier): boolean {
  const parent: ts.Node & { readonly name?: ts.Node; readonly propertyName?: ts.Node } = node.parent
  return parent.name !== node && parent.propertyName !== node && !ts.isTypeNode(parent)
}

runAsCommand(import.meta, check)
