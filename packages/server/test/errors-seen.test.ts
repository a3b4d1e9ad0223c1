import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, it } from 'vitest'

const server = join(import.meta.dirname, '..')

/** Refusals that nothing can provoke yet, each with the reason. Whoever takes the reason away writes the test. */
const unreachable: readonly string[] = [
  // Only root has no user of its own so far, and root's calls without a name mean root. Sessions of roles come with roles.
  'ValidationError: Must specify userName when calling with non-User credentials',
]

interface Refusal {
  readonly where: string
  readonly code: string
  /** The sentence, with `…` for what is filled in; undefined where another room wrote it. */
  readonly sentence: string | undefined
}

const sourcesUnder = (...folders: string[]): readonly { path: string; text: string }[] =>
  folders.flatMap((folder) =>
    readdirSync(join(server, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ path: `${folder}/${name}`, text: readFileSync(join(server, folder, name), 'utf8') })),
  )

const isTest = ({ path }: { path: string }) => path.endsWith('.test.ts')

/** Every `fault('Code', …)` and `new ServiceError('Code', …)` of a file. */
function refusalsOf({ path, text }: { path: string; text: string }): readonly Refusal[] {
  const found: Refusal[] = []
  const visit = (node: ts.Node): void => {
    if ((ts.isCallExpression(node) || ts.isNewExpression(node)) && ts.isIdentifier(node.expression)) {
      const [code, sentence] = node.arguments ?? []
      const named = node.expression.text === 'fault' || node.expression.text === 'ServiceError'
      if (named && code !== undefined && ts.isStringLiteralLike(code)) {
        found.push({ where: path, code: code.text, sentence: sentence && textOf(sentence) })
      }
    }
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  return found
}

function textOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text
  if (!ts.isTemplateExpression(node)) return undefined
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join('…')
}

/** All texts that a test names, with `…` for what is filled in, and all pieces of them that `+` puts together. */
function textsOf({ path, text }: { path: string; text: string }): readonly string[] {
  const found: string[] = []
  const visit = (node: ts.Node): void => {
    const own = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node) ? textOf(node) : undefined
    if (own !== undefined) found.push(own)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true))
  return found
}

const patternOf = (sentence: string): RegExp =>
  new RegExp(
    `^${sentence
      .split('…')
      .map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.+')}$`,
    's',
  )

const refusals = sourcesUnder('src/operations', 'src/authz', 'src/authn')
  .filter((source) => !isTest(source))
  .flatMap(refusalsOf)
const said = [...new Set(sourcesUnder('src', 'test').filter(isTest).flatMap(textsOf))]

const isProvoked = ({ code, sentence }: Refusal): boolean =>
  said.includes(code) && (sentence === undefined || said.some((text) => patternOf(sentence).test(text)))

const print = ({ code, sentence = 'in words of its own' }: Refusal): string => `${code}: ${sentence}`

it('finds the refusals', () => {
  expect(refusals.map(print)).toContain('EntityAlreadyExists: User with name … already exists.')
  expect(refusals.length).toBeGreaterThan(20)
})

it('each refusal of an operation stands in a test, word for word', () => {
  const unprovoked = refusals.filter((refusal) => !isProvoked(refusal) && !unreachable.includes(print(refusal)))
  expect(unprovoked.map((refusal) => `${refusal.where}: ${print(refusal)}`)).toEqual([])
})

it('what cannot be provoked is still thrown somewhere', () => {
  expect(unreachable.filter((text) => !refusals.map(print).includes(text))).toEqual([])
})
