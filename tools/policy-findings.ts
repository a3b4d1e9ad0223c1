import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FindingType, findingTypes } from '../packages/policy/src/findings/finding.ts'
import { checks } from '../packages/policy/src/findings/table.ts'
import { malformedCode } from '../packages/policy/src/findings/validate.ts'

/** Writes docs/policy-findings.md from the table of findings; with --check it only compares. */
const file = join(import.meta.dirname, '..', 'docs', 'policy-findings.md')

const headings = {
  ERROR: 'Errors: something does not work',
  SECURITY_WARNING: 'Security warnings: more is let in than is meant',
  WARNING: 'Warnings: something will surprise',
  SUGGESTION: 'Suggestions: it could be said better',
} as const satisfies Record<FindingType, string>

const documented = checks.filter(({ source }) => source !== undefined).length

const text = [
  '# Policy findings',
  '',
  'Made from the table in `packages/policy/src/findings` by `node tools/policy-findings.ts`. What is said of a policy document, by',
  '`aws accessanalyzer validate-policy`, by `keyward policy check` and in the console.',
  '',
  `There are ${checks.length} codes. ${documented} are AWS's, of the type that AWS documents; the rest begin with \`KEYWARD_\`. The sentences are`,
  'ours, and in English whatever `locale` asks for. *Refused* says that a document with this error is refused when it is saved; the other',
  'errors are saved, as on AWS, and do not do what they say.',
  '',
  `Should a document be refused for what no code foresees, it is reported as \`${malformedCode}\` with the sentence of the refusal.`,
  '',
  ...findingTypes.flatMap(section),
].join('\n')

function section(type: FindingType): string[] {
  const rows = checks.filter((check) => check.type === type).toSorted((a, b) => (a.code < b.code ? -1 : 1))
  return [
    `## ${headings[type]}`,
    '',
    '| code | what is found | |',
    '|---|---|---|',
    ...rows.map(({ code, source, about, refused }) => {
      const name = source === undefined ? `\`${code}\`` : `[\`${code}\`](${source})`
      const saved =
        refused === undefined ? '' : refused === true ? 'refused' : `refused, but in a ${refused.except} policy`
      return `| ${name} | ${about.replaceAll('|', '\\|').replaceAll('*', '\\*')} | ${saved} |`
    }),
    '',
  ]
}

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  console.error(
    'docs/policy-findings.md is not what the table of findings says: run "npm exec -- node tools/policy-findings.ts"',
  )
  process.exitCode = 1
}
