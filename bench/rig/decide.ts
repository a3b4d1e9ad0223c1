import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compilePolicy, evaluate, parsePolicy, type AuthorizationRequest, type PolicySets } from '@keyward/policy'
import { evaluateNaively } from '../../packages/policy/test/model/evaluate.ts'

// Decides as fast as it can, in rounds, and prints how many decisions a second each round made: the engine on identity
// policies, the same by the naive evaluator of its tests, and the engine on the session of a role with every limit.
const [seconds = '', rounds = ''] = process.argv.slice(2)
const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../policies', `${name}.json`), 'utf8'))

const documents = read('documents') as object[]
const written = read('context') as Record<string, string>
const context = new Map(Object.entries(written))
const requests = read('requests') as { action: string; resource: string; expected: string }[]

const compile = (document: object) => compilePolicy(parsePolicy(JSON.stringify(document), 'identity-managed'))
const identity = documents.map(compile)
const policies: PolicySets = { identity }
const prepared: readonly AuthorizationRequest[] = requests.map(({ action, resource }) => ({
  action,
  resource,
  context,
}))

// The three policies again as boundary and as session policies, and ten statements on the resource that leave it to them.
const resource = [compilePolicy(parsePolicy(JSON.stringify(read('resource')), 'resource'))]
const limited: PolicySets = { identity, boundary: identity, session: identity, resource }
const ofSession: readonly AuthorizationRequest[] = prepared.map((request) => ({
  ...request,
  principal: {
    type: 'AssumedRole',
    account: '123456789012',
    roleArn: 'arn:aws:iam::123456789012:role/operator',
    roleId: 'AROAZKAPJZG4OPERATOR1',
    sessionArn: 'arn:aws:sts::123456789012:assumed-role/operator/alice',
  },
}))

const naively = ({ action, resource }: { action: string; resource: string }) =>
  evaluateNaively({ identity: documents }, { action, resource, context: written }).effect

requests.forEach(({ action, resource, expected }, at) => {
  const [own, session] = [prepared[at], ofSession[at]]
  const effects = [own && evaluate(policies, own).effect, session && evaluate(limited, session).effect]
  for (const effect of [...effects, naively({ action, resource })]) {
    if (effect !== expected) throw new Error(`${action} on ${resource}: ${String(effect)}, not ${expected}`)
  }
})

function decisionsPerSecond(sets = policies, asked = prepared): number {
  return rate(100, () => {
    let allowed = 0
    for (const request of asked) if (evaluate(sets, request).effect === 'Allow') allowed++
    return allowed
  })
}

function naiveDecisionsPerSecond(): number {
  return rate(1, () => requests.filter((request) => naively(request) === 'Allow').length)
}

/** Decides every request again and again, so many times between two looks at the clock. */
function rate(times: number, decideAll: () => number): number {
  const started = performance.now()
  let decisions = 0
  let allowed = 0
  while (performance.now() - started < Number(seconds) * 1000) {
    for (let round = 0; round < times; round++) allowed += decideAll()
    decisions += times * requests.length
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
decisionsPerSecond(limited, ofSession)
naiveDecisionsPerSecond()
matchTime(100_000)
const rates: number[] = []
const naive: number[] = []
const everyLimit: number[] = []
const growth: number[] = []
for (let round = 0; round < Number(rounds); round++) {
  rates.push(decisionsPerSecond())
  naive.push(naiveDecisionsPerSecond())
  everyLimit.push(decisionsPerSecond(limited, ofSession))
  growth.push(matchTime(100_000) / matchTime(50_000))
}
process.stdout.write(JSON.stringify({ rates, naive, everyLimit, growth }))
