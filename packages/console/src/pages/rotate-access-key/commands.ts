export interface CommandsOf {
  readonly userName: string
  readonly oldId: string
  readonly endpoint: string
}

/** The steps as commands, with the ids that are known: 2 is done elsewhere, 5 is the way back. */
export function commands({ userName, oldId, endpoint }: CommandsOf): Readonly<Record<1 | 3 | 4 | 5 | 6, string>> {
  const user = `--user-name '${userName}'`
  const at = `--endpoint-url ${endpoint}`
  const update = (status: string) =>
    `aws iam update-access-key ${user} --access-key-id ${oldId} --status ${status} ${at}`
  return {
    1: `aws iam create-access-key ${user} ${at}`,
    3: `aws iam get-access-key-last-used --access-key-id ${oldId} ${at}`,
    4: update('Inactive'),
    5: update('Active'),
    6: `aws iam delete-access-key ${user} --access-key-id ${oldId} ${at}`,
  }
}

/** The operations of the same steps. */
export const operations = {
  1: 'CreateAccessKey',
  3: 'GetAccessKeyLastUsed',
  4: 'UpdateAccessKey (Status=Inactive)',
  5: 'UpdateAccessKey (Status=Active)',
  6: 'DeleteAccessKey',
} as const
