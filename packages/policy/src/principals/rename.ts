import { type PolicyDocument } from '../document.ts'
import { type JsonObject, type JsonString, type JsonValue, readJson } from '../json.ts'
import { quote } from '../quote.ts'

/** The AWS principals that a document names, each once, as written: ARNs, accounts, unique ids, `*`. */
export function awsPrincipalsOf({ statements }: PolicyDocument): readonly string[] {
  const names = statements.flatMap(({ principal }) => principal?.values ?? [])
  return [...new Set(names.filter(({ type }) => type === 'AWS').map(({ value }) => value))]
}

/**
 * The text of a document with its AWS principals renamed, every other byte as it was. So a role's trust policy is kept by unique ids, and
 * shown by the ARNs of today: a user or role that was deleted shows its id, and no namesake inherits the trust.
 */
export function renameAwsPrincipals(text: string, rename: (principal: string) => string): string {
  let renamed = ''
  let from = 0
  for (const { value, span } of awsPrincipalsIn(readJson(text))) {
    const name = rename(value)
    if (name === value) continue
    renamed += text.slice(from, span.offset) + quote(name)
    from = span.offset + span.length
  }
  return renamed + text.slice(from)
}

/** In the order of the text. */
function awsPrincipalsIn(root: JsonValue): readonly JsonString[] {
  return objects(member(root, 'Statement'))
    .flatMap((statement) => [member(statement, 'Principal'), member(statement, 'NotPrincipal')])
    .flatMap((principal) => items(member(principal, 'AWS')).filter((item) => item.type === 'string'))
    .toSorted((a, b) => a.span.offset - b.span.offset)
}

function objects(value: JsonValue | undefined): readonly JsonObject[] {
  return items(value).filter((item) => item.type === 'object')
}

function items(value: JsonValue | undefined): readonly JsonValue[] {
  if (!value) return []
  return value.type === 'array' ? value.items : [value]
}

function member(value: JsonValue | undefined, key: string): JsonValue | undefined {
  return value?.type === 'object' ? value.members.get(key)?.value : undefined
}
