import { operation } from '../../operation.ts'
import { readContextEntries } from './context-entries.ts'
import { givenIn, readGiven, type GivenPolicy } from './given-policies.ts'
import { givenResourcePolicy, resourceOwnerOf } from './resource-policy.ts'
import { boundaryGiven, pairsOf } from './run-simulation.ts'
import { callerFromArn } from './simulated-caller.ts'
import { Simulation } from './simulation.ts'
import { checkWork } from './work.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html */
export const SimulateCustomPolicy = operation('iam', 'SimulateCustomPolicy', {
  access: 'Read',
  requires: () => ({
    action: 'iam:SimulateCustomPolicy',
    resource: '*',
    spokenAs: '*',
    target: () => undefined,
  }),

  compute({ input, caller: asking, facts, view, means }) {
    const { account } = asking.principal
    const { CallerArn: arn } = input
    const caller = arn === undefined ? undefined : callerFromArn(arn, { caller: asking, facts, view })
    const entries = readContextEntries(input.ContextEntries)
    const identity = givenIn('PolicyInputList', input.PolicyInputList, 'identity-inline')
    const boundary = boundaryGiven(input)
    const resource = givenResourcePolicy(input, caller)
    const resourceOwner = resourceOwnerOf(input, caller)
    const pairs = pairsOf({ operation: 'SimulateCustomPolicy', account, input, view, means })
    const levels = levelsGiven(input.OrderedOrganizationPolicyInputList)
    checkWork([...identity, ...(boundary ?? []), ...(resource ?? []), ...(levels ?? []).flat()], input)
    return async () => {
      const simulation = new Simulation(
        {
          identity: await readGiven(identity),
          boundary: boundary && (await readGiven(boundary)),
          resource: resource && (await readGiven(resource)),
          serviceControl: levels && (await readLevels(levels)),
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
const levelsGiven = (levels: Levels | undefined) =>
  levels?.map(({ ServiceControlPolicyInputList: texts }, at) =>
    givenIn(`OrderedOrganizationPolicyInputList.${at + 1}.ServiceControlPolicyInputList`, texts, 'service-control'),
  )

async function readLevels(levels: readonly (readonly GivenPolicy[])[]) {
  const read = []
  for (const level of levels) read.push(await readGiven(level))
  return read
}
