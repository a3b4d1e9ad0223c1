import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { globalConditionKeys, loadService, serviceNames } from './index.ts'

test('a service tells its actions with their access levels, resource types and condition keys', async () => {
  const iam = await loadService('iam')
  expect(iam?.name).toBe('AWS Identity and Access Management (IAM)')
  expect(iam?.actions).toContainEqual({
    name: 'PutUserPolicy',
    accessLevel: 'Permissions management',
    resourceTypes: ['user'],
    conditionKeys: ['iam:PermissionsBoundary'],
  })
  expect(iam?.resourceTypes).toContainEqual({
    name: 'group',
    arn: 'arn:${Partition}:iam::${Account}:group/${GroupNameWithPath}',
    conditionKeys: [],
  })
  expect(iam?.conditionKeys).toContainEqual({ name: 'iam:PolicyARN', type: 'ARN' })
})

test('an action has the condition keys of its resource types too', async () => {
  const ec2 = await loadService('EC2')
  const run = ec2?.actions.find(({ name }) => name === 'RunInstances')
  expect(run?.conditionKeys).toEqual(expect.arrayContaining(['ec2:InstanceType', 'aws:RequestTag/${TagKey}']))
})

test('a service that AWS does not document is undefined', async () => {
  expect(await loadService('s4')).toBeUndefined()
  expect(await loadService('__proto__')).toBeUndefined()
})

test('global condition keys tell which are multivalued', () => {
  expect(globalConditionKeys).toContainEqual({ name: 'aws:PrincipalTag/${TagKey}', type: 'String' })
  expect(globalConditionKeys).toContainEqual({ name: 'aws:CalledVia', type: 'ArrayOfString' })
})

test('every file of the catalogue is that of a service, and can be read', async () => {
  const folder = join(import.meta.dirname, '../../catalogue')
  const files = readdirSync(folder).filter((name) => name.endsWith('.json'))
  expect(files.map((name) => name.slice(0, -'.json'.length)).sort()).toEqual([...serviceNames.keys()].sort())
  for (const prefix of serviceNames.keys()) expect((await loadService(prefix))?.prefix).toBe(prefix)
})
