import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path/posix'
import ts from 'typescript'
import {
  importsOf,
  isGenerated,
  isTest,
  lineOf,
  readSources,
  runAsCommand,
  type Finding,
  type Source,
} from './sources.ts'

/** What one file takes from another of the house. */
interface Use {
  readonly from: string
  readonly to: string
  /** An exported name, or '*' for all of them, or '' for none. */
  readonly name: string
}

/**
 * Names files that nobody reaches and exports that no other file uses. What a package's package.json exports is used by
 * the world; tools, bench and e2e are run by hand and count as users; tests do not, except of what is written for tests.
 */
export function check(root: string): Finding[] {
  const sources = readSources(root)
  const uses = usesAmong(sources)
  const entries = entriesOf(root, sources)
  const living = reach([...entries], uses)
  const withTests = reach([...entries, ...sources.map(({ path }) => path).filter(isTestFile)], uses)

  const dead = sources.filter(({ path }) => !(isTest(path) ? withTests : living).has(path) && !isTestFile(path))
  const findings: Finding[] = headsOf(dead, uses).map((path) => {
    return { file: path, line: 1, message: withTests.has(path) ? 'only tests use this file' : 'nobody uses this file' }
  })
  for (const source of sources) {
    const { path } = source
    if (entries.has(path) || isGenerated(path) || isTestFile(path)) continue
    if (!(isTest(path) ? withTests : living).has(path)) continue
    // A part that its file lives by may be exported for its own test.
    const takers = uses.filter(({ from, to }) => to === path && from !== path && withTests.has(from))
    const used = new Set(takers.map(({ name }) => name))
    if (used.has('*')) continue
    for (const { name, line } of exportsOf(source)) {
      if (!used.has(name)) findings.push({ file: path, line, message: `${name} is exported and used by no other file` })
    }
  }
  return findings
}

/** A file that the test runner starts, as against the harness it imports. */
function isTestFile(path: string): boolean {
  return /\.test(-d)?\.tsx?$/.test(path)
}

/** The files that something outside the sources starts: a package's exports and bin, and every command, bench and e2e file. */
function entriesOf(root: string, sources: readonly Source[]): Set<string> {
  const entries = new Set(sources.map(({ path }) => path).filter((path) => /^(tools|bench|e2e)\/|^[^/]+$/.test(path)))
  const packages = existsSync(join(root, 'packages')) ? readdirSync(join(root, 'packages')) : []
  for (const name of packages) {
    const file = join(root, 'packages', name, 'package.json')
    if (!existsSync(file)) continue
    const { exports, bin } = JSON.parse(readFileSync(file, 'utf8')) as { exports?: unknown; bin?: unknown }
    for (const target of [...stringsIn(exports), ...stringsIn(bin)]) {
      entries.add(`packages/${name}/${target.replace(/^\.\//, '').replace(/^dist\/(.*?)(\.d)?\.[jt]s$/, 'src/$1.ts')}`)
    }
  }
  // Files that a configuration starts by their name. What builds a package for browsers is one too, and starts from its page.
  for (const { path } of sources.filter(({ path }) => /^packages\/[^/]+\/[^/]+\.config\.ts$/.test(path))) {
    entries.add(path)
    for (const script of scriptsOf(join(root, dirname(path), 'index.html'))) entries.add(`${dirname(path)}${script}`)
  }
  for (const { path, tree } of sources.filter(({ path }) => /^[^/]+\.config\.ts$/.test(path))) {
    for (const [, named = ''] of tree.text.matchAll(/'\.\/([^']+\.ts)'/g)) if (named !== path) entries.add(named)
  }
  return entries
}

function scriptsOf(page: string): string[] {
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''
  return [...text.matchAll(/<script[^>]* src="(\/[^"]+)"/g)].map(([, path = '']) => path)
}

function stringsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsIn) : []
}

function usesAmong(sources: readonly Source[]): Use[] {
  const known = new Set(sources.map(({ path }) => path))
  return sources.flatMap((source) => {
    const from = source.path
    const resolved = (specifier: string) => resolve(from, specifier, known)
    const imports = importsOf(source).flatMap(({ specifier, name }) => {
      const to = resolved(specifier)
      return to === undefined ? [] : [{ from, to, name }]
    })
    const named = new Set(imports.map(({ to }) => to))
    // `new Worker(new URL('./thread.ts', import.meta.url))`: a path in a string keeps the file, not its exports.
    const mentioned = pathsIn(source.tree).flatMap((path) => {
      const to = resolved(path)
      return to === undefined || named.has(to) ? [] : [{ from, to, name: '' }]
    })
    return [...imports, ...mentioned]
  })
}

function resolve(from: string, specifier: string, known: ReadonlySet<string>): string | undefined {
  if (specifier.startsWith('.')) {
    const target = normalize(join(dirname(from), specifier))
    return [target, target.replace(/\.js$/, '.ts'), `${target}.ts`].find((path) => known.has(path))
  }
  const [, name, rest] = /^(?:@keyward\/)?([a-z0-9-]+)(\/.*)?$/.exec(specifier) ?? []
  const entry = `packages/${name === 'keyward' ? 'cli' : name}/src${rest ?? '/index'}.ts`
  return name !== undefined && known.has(entry) ? entry : undefined
}

function pathsIn(tree: ts.SourceFile): string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isStringLiteralLike(node) || ts.isTemplateHead(node)) && /^\.\.?\//.test(node.text)) found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

function reach(start: readonly string[], uses: readonly Use[]): Set<string> {
  const next = Map.groupBy(uses, ({ from }) => from)
  const reached = new Set(start)
  for (const path of reached) for (const { to } of next.get(path) ?? []) reached.add(to)
  return reached
}

/** Of dead files those that no other dead file uses: what they use dies with them. Of a ring, every file. */
function headsOf(dead: readonly Source[], uses: readonly Use[]): string[] {
  const paths = new Set(dead.map(({ path }) => path))
  const used = new Set(uses.filter(({ from, to }) => paths.has(from) && from !== to).map(({ to }) => to))
  const heads = [...paths].filter((path) => !used.has(path))
  const told = reach(heads, uses)
  return [...heads, ...[...paths].filter((path) => !told.has(path))].sort()
}

function exportsOf({ tree }: Source): { name: string; line: number }[] {
  const found: { name: string; line: number; type: boolean; statement: ts.Statement }[] = []
  for (const statement of tree.statements) {
    const add = (node: ts.Node, name: string, type = false) =>
      found.push({ name, line: lineOf(tree, node), type, statement })
    if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
      for (const element of statement.exportClause.elements) add(element, element.name.text)
    } else if (ts.isExportAssignment(statement)) add(statement, 'default')
    else if (isExported(statement)) {
      if (ts.isVariableStatement(statement)) {
        for (const { name } of statement.declarationList.declarations)
          for (const word of boundNames(name)) add(word, word.text)
      } else if (isDefault(statement)) add(statement, 'default')
      else if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
        add(statement, statement.name.text, true)
      } else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name) {
        add(statement, statement.name.text)
      }
    }
  }
  // A type that another export's signature names is part of that export: its users see it without importing it.
  return found.filter(({ name, type, statement }) => {
    return !type || !found.some((other) => other.statement !== statement && signatureNames(other.statement, name))
  })
}

function isExported(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) && !!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)
  )
}

function isDefault(statement: ts.Statement): boolean {
  return (
    ts.canHaveModifiers(statement) && !!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)
  )
}

function boundNames(name: ts.BindingName): ts.Identifier[] {
  if (ts.isIdentifier(name)) return [name]
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? boundNames(element.name) : []))
}

function signatureNames(statement: ts.Statement, name: string): boolean {
  const visit = (node: ts.Node): boolean => {
    if (ts.isBlock(node)) return false
    if (ts.isIdentifier(node) && node.text === name) return true
    return ts.forEachChild(node, visit) ?? false
  }
  return visit(statement)
}

runAsCommand(import.meta, check)
