import { contextKeys, keysNotYet, type ContextKey } from '../packages/server/src/authz/context-keys.ts'
import { writeOrCheck } from './generated.ts'

/** Writes docs/condition-keys.md from the table of condition keys; with --check it only compares. Needs a build. */
writeOrCheck('docs/condition-keys.md', 'node tools/condition-keys.ts', [
  '# Condition keys',
  '',
  'Made from `packages/server/src/authz/context-keys.ts` by `node tools/condition-keys.ts`: every key that a call to Keyward can',
  'carry, so that a `Condition` or a policy variable can ask for it. Any other key is absent: `Null` says so, `…IfExists` lets it pass,',
  'and a negated operator holds. Names are found in any case, the key of a tag too.',
  '',
  '| key | type | on | holds |',
  '|---|---|---|---|',
  ...contextKeys.map(row),
  '',
  '## Not yet',
  '',
  'AWS documents these as well. No call here can carry them before there is what they tell of.',
  '',
  '| until there are | keys |',
  '|---|---|',
  ...keysNotYet.map(({ until, names }) => `| ${until} | ${names.map(spell).join(', ')} |`),
  '',
])

function row({ name, type, multivalued, on, holds }: ContextKey): string {
  const spelled = name.endsWith('/') ? `${name}tag-key` : name
  return `| ${spell(spelled)} | ${type}${multivalued ? ', several values' : ''} | ${on} | ${holds} |`
}

/** What is a sentence about keys, and not one, stays as it is. */
function spell(name: string): string {
  return name.includes(' ') ? name : `\`${name}\``
}
