import type { House } from './house.ts'
import type { View } from './person.ts'

/** Presses a row of a list to choose from. */
export const choose = ({ scope }: View, name: string): Promise<void> =>
  scope
    .getByRole('rowheader', { name, exact: true })
    .or(scope.getByRole('cell', { name, exact: true }))
    .first()
    .click()

/** A policy of the account's own that allows some actions on everything; gives its ARN. */
export async function ownPolicy(house: House, PolicyName: string, ...Action: string[]): Promise<string> {
  const Statement = { Effect: 'Allow', Action, Resource: '*' }
  const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement })
  return (await house.iam.createPolicy({ PolicyName, PolicyDocument })).Policy?.Arn ?? ''
}

/** Who is in a group, as the API says. */
export const membersOf = async (house: House, GroupName: string): Promise<(string | undefined)[]> =>
  ((await house.iam.getGroup({ GroupName })).Users ?? []).map(({ UserName }) => UserName)

/** The groups of a user, as the API says. */
export const groupsOf = async (house: House, UserName: string): Promise<(string | undefined)[]> =>
  ((await house.iam.listGroupsForUser({ UserName })).Groups ?? []).map(({ GroupName }) => GroupName)
