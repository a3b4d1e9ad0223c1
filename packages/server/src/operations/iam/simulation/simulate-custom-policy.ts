import { operation } from '../../operation.ts'
import { readContextEntries } from './context-entries.ts'
import { givenIn, readGiven } from './given-policies.ts'
import { givenResourcePolicy, resourceOwnerOf } from './resource-policy.ts'
import { boundaryGiven, pairsOf } from './run-simulation.ts'
import { callerFromArn } from './simulated-caller.ts'
import { Simulation } from './simulation.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html */
export const SimulateCustomPolicy = operation('iam', 'SimulateCustomPolicy', {
  access: 'Read',
  requires: () => ({
    action: 'iam:SimulateCustomPolicy',
    resource: '*',
    spokenAs: '*',
    target: () => undefined,
  }),

  compute({ input, caller: { principal }, view, means }) {
    const { account } = principal
    const caller = input.CallerArn === undefined ? undefined : callerFromArn(input.CallerArn, account, view)
    const entries = readContextEntries(input.ContextEntries)
    const boundary = boundaryGiven(input)
    const resource = givenResourcePolicy(input, caller)
    const resourceOwner = resourceOwnerOf(input, caller)
    const pairs = pairsOf({ operation: 'SimulateCustomPolicy', account, input, view, means })
    return async () => {
      const simulation = new Simulation(
        {
          identity: await readGiven(givenIn('PolicyInputList', input.PolicyInputList, 'identity-inline')),
          boundary: boundary && (await readGiven(boundary)),
          resource: resource && (await readGiven(resource)),
          serviceControl: await readLevels(input.OrderedOrganizationPolicyInputList),
        },
        {
          principal: caller?.principal,
          context: new Map([...(caller?.context ?? []), ...entries]),
          resourceOwner,
        },
      )
      return pairs.answer(simulation)
    }
  },
})

type Levels = readonly { readonly ServiceControlPolicyInputList?: readonly string[] | undefined }[]

/** The service control policies of an organization, its root first. */
async function readLevels(levels: Levels | undefined) {
  if (levels === undefined) return undefined
  const read = []
  for (const [at, { ServiceControlPolicyInputList: texts }] of levels.entries()) {
    const member = `OrderedOrganizationPolicyInputList.${at + 1}.ServiceControlPolicyInputList`
    read.push(await readGiven(givenIn(member, texts, 'service-control')))
  }
  return read
}
