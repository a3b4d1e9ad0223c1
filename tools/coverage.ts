import { findOperation } from '../packages/server/src/operations/table.ts'
import { services, type ServiceModel } from '../packages/server/src/protocol/model.ts'
import { writeOrCheck } from './generated.ts'

/** Writes docs/coverage.md from the API model and the table of operations; with --check it only compares. Needs a build. */
writeOrCheck('docs/coverage.md', 'node tools/coverage.ts', [
  '# Coverage',
  '',
  'Made from the API model and the table of operations by `node tools/coverage.ts`. An operation that is not written yet answers',
  '`NotImplemented` (501) to a known caller, after its input was checked; it never pretends.',
  '',
  '`iam` and `sts` are the APIs of AWS, spoken as AWS Query and as json (`POST /api/<service>/<Operation>`); `access-analyzer` is one too, spoken',
  'as rest-json and as json, whose model here has the checks of policies only. `keyward` and `signin` are ours: what the console needs and',
  'AWS has no public operation for. They are spoken as json only, and `signin` only by the console.',
  '',
  ...Object.values(services).map(section),
])

function section({ name: service, operationNames }: ServiceModel): string {
  const written = operationNames.filter((name) => findOperation(service, name) !== undefined)
  const rows = operationNames.map((name) => {
    const operation = findOperation(service, name)
    if (operation === undefined) return `| ${name} | not yet | | |`
    const state = operation.missing === undefined ? 'done' : `partial: ${operation.missing}`
    return `| ${name} | ${state} | ${operation.access} | ${operation.run === undefined ? 'read' : 'change'} |`
  })
  return [
    `## ${service}: ${written.length} of ${operationNames.length}`,
    '',
    '| operation | state | access level | kind |',
    '|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}
