import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'

/** One thing a check found wrong. `file` is relative to the root, with forward slashes; `line` counts from 1. */
export interface Finding {
  readonly file: string
  readonly line: number
  readonly message: string
}

/** A TypeScript file of the house, parsed. `path` is relative to the root, with forward slashes. */
export interface Source {
  readonly path: string
  readonly tree: ts.SourceFile
}

/** One import, re-export, dynamic import or import type. `name` is '*' where the whole module is taken, '' where nothing is. */
export interface Import {
  readonly specifier: string
  readonly name: string
  readonly typeOnly: boolean
  readonly line: number
}

const skipped = new Set(['node_modules', 'dist', '.git', 'data'])

/** Every .ts and .tsx file of packages/, tools/, bench/, e2e/ and the root itself, in a stable order. */
export function readSources(root: string): Source[] {
  const paths = readdirSync(root).filter((name) => name.endsWith('.ts'))
  for (const folder of ['packages', 'tools', 'bench', 'e2e']) collect(root, folder, paths)
  return paths.sort().map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, tree: ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true) }
  })
}

function collect(root: string, folder: string, paths: string[]): void {
  if (!existsSync(join(root, folder))) return
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`
    if (entry.isDirectory() && !skipped.has(entry.name)) collect(root, path, paths)
    else if (entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name)) paths.push(path)
  }
}

/** Tests and what only tests use: they are judged more mildly, and they keep no code alive. */
export function isTest(path: string): boolean {
  return /\.test(-d)?\.tsx?$/.test(path) || /^packages\/[^/]+\/test\//.test(path) || /^(e2e|tools\/test)\//.test(path)
}

/** Written by tools/import-model and tools/console-model: nobody is to tidy it by hand. */
export function isGenerated(path: string): boolean {
  return path.startsWith('packages/server/src/protocol/types/') || path === 'packages/console/src/api/model.ts'
}

/** Everything a file takes from other modules, one entry a name. */
export function importsOf({ tree }: Source): Import[] {
  const found: Import[] = []
  const add = (node: ts.Node, specifier: string, name: string, typeOnly: boolean) =>
    found.push({ specifier, name, typeOnly, line: lineOf(tree, node) })

  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier)) {
      const specifier = node.moduleSpecifier.text
      const clause = node.importClause
      const typeOnly = clause?.phaseModifier === ts.SyntaxKind.TypeKeyword
      if (clause === undefined) add(node, specifier, '', false)
      if (clause?.name) add(node, specifier, 'default', typeOnly)
      const bindings = clause?.namedBindings
      if (bindings && ts.isNamespaceImport(bindings)) add(node, specifier, '*', typeOnly)
      if (bindings && ts.isNamedImports(bindings)) {
        if (bindings.elements.length === 0) add(node, specifier, '', typeOnly)
        for (const element of bindings.elements) {
          add(element, specifier, (element.propertyName ?? element.name).text, typeOnly || element.isTypeOnly)
        }
      }
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
      const specifier = node.moduleSpecifier.text
      if (node.exportClause && ts.isNamedExports(node.exportClause)) {
        for (const element of node.exportClause.elements) {
          add(element, specifier, (element.propertyName ?? element.name).text, node.isTypeOnly || element.isTypeOnly)
        }
      } else add(node, specifier, '*', node.isTypeOnly)
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [argument] = node.arguments
      if (argument && ts.isStringLiteral(argument)) add(node, argument.text, '*', false)
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      if (ts.isStringLiteral(node.argument.literal)) add(node, node.argument.literal.text, '*', true)
    }
    ts.forEachChild(node, visit)
  }
  visit(tree)
  return found
}

/** The line a node starts on, counted from 1, its comments left out. */
export function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1
}

/** Runs a check when its file is the command (`node tools/floors.ts`): prints what it finds and sets the exit code. */
export function runAsCommand(meta: ImportMeta, check: (root: string) => Finding[] | Promise<Finding[]>): void {
  const command = process.argv[1]
  if (command === undefined || realpathSync(command) !== meta.filename) return
  void Promise.resolve(check(process.cwd())).then((findings) => {
    for (const { file, line, message } of findings) console.log(`${file}:${line}  ${message}`)
    console.log(findings.length === 0 ? 'nothing found' : `${findings.length} found`)
    if (findings.length > 0) process.exitCode = 1
  })
}
