import { expectOk, type TestHouse } from './harness.ts'
import { withDatabase } from './houses.ts'
import type { JsonAnswer, Page } from './page.ts'

export const Password = 'Correct-Horse-1'
export const Account = '123456789012'
export const Email = 'root@123456789012.invalid'

/** What the form for users sends. */
export const asUser = (UserName: string, more: object = {}) => ({
  PrincipalType: 'User',
  Account,
  UserName,
  Password,
  ...more,
})

export const signIn = (page: Page, input: object): Promise<JsonAnswer> => page.call('signin', 'SignIn', input)

/** The page is in the session that an answer began, and calls as it from then on. */
export function entered(page: Page, answer: JsonAnswer): JsonAnswer {
  const session = answer.body['Session'] as { Handle: string } | undefined
  if (session === undefined) throw new Error(`expected a session, got ${JSON.stringify(answer.body)}`)
  page.handle = session.Handle
  return answer
}

export const enter = async (page: Page, input: object): Promise<JsonAnswer> => entered(page, await signIn(page, input))

export const administer = (house: TestHouse, action: string, parameters: Record<string, string>) =>
  expectOk(house.iam(house.administrator, action, parameters))

export async function addWithPassword(house: TestHouse, UserName: string, more: Record<string, string> = {}) {
  await administer(house, 'CreateUser', { UserName })
  await administer(house, 'CreateLoginProfile', { UserName, Password, ...more })
}

/** The records of signing in, and of what it changed, in the order of their changes; of a house on SQLite. */
export const signInRecords = (house: TestHouse): readonly Record<string, unknown>[] =>
  withDatabase(house, (database) =>
    database
      .prepare(
        "select record from event where record like '%ConsoleLog%' or record like '%PasswordUpdated%' or record like '%\"ChangePassword\"%' order by n, i",
      )
      .all()
      .map((row) => JSON.parse((row as { record: string }).record) as Record<string, unknown>),
  )
