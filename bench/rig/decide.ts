import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compilePolicy, evaluate, parsePolicy, type AuthorizationRequest } from '@keyward/policy'

// Decides as fast as it can, in rounds, and prints how many decisions a second each round made.
const [seconds = '', rounds = ''] = process.argv.slice(2)
const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../policies', `${name}.json`), 'utf8'))

const documents = read('documents') as object[]
const context = new Map(Object.entries(read('context') as Record<string, string>))
const requests = read('requests') as { action: string; resource: string; expected: string }[]

const compile = (document: object) => compilePolicy(parsePolicy(JSON.stringify(document), 'identity-managed'))
const policies = { identity: documents.map(compile) }
const prepared: readonly AuthorizationRequest[] = requests.map(({ action, resource }) => ({
  action,
  resource,
  context,
}))
requests.forEach(({ action, resource, expected }) => {
  const { effect } = evaluate(policies, { action, resource, context })
  if (effect !== expected) throw new Error(`${action} on ${resource}: ${effect}, not ${expected}`)
})

function decisionsPerSecond(): number {
  const started = performance.now()
  let decisions = 0
  let allowed = 0
  while (performance.now() - started < Number(seconds) * 1000) {
    for (let round = 0; round < 100; round++) {
      for (const request of prepared) if (evaluate(policies, request).effect === 'Allow') allowed++
      decisions += prepared.length
    }
  }
  // Looked at, so that no compiler leaves the work out.
  if (allowed * 2 !== decisions) throw new Error('not half of the requests were refused')
  return (decisions / (performance.now() - started)) * 1000
}

const stubborn = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: 's3:GetObject', Resource: `arn:aws:s3:::*${'a'.repeat(200)}b*` }],
}
const hostile = { identity: [compile(stubborn)] }

function matchTime(characters: number): number {
  const resource = `arn:aws:s3:::${'a'.repeat(characters)}`
  const started = performance.now()
  for (let round = 0; round < 5; round++) evaluate(hostile, { action: 's3:GetObject', resource, context })
  return performance.now() - started
}

decisionsPerSecond()
matchTime(100_000)
const rates: number[] = []
const growth: number[] = []
for (let round = 0; round < Number(rounds); round++) {
  rates.push(decisionsPerSecond())
  growth.push(matchTime(100_000) / matchTime(50_000))
}
process.stdout.write(JSON.stringify({ rates, growth }))
