import { expect, test } from 'vitest'
import { commands } from './commands.ts'

const of = commands({ userName: 'alice', oldId: 'AKIAIOSFODNN7EXAMPLE', endpoint: 'http://127.0.0.1:8750' })

test('every command is about the old key, of that user, at this server', () => {
  expect(of[1]).toBe("aws iam create-access-key --user-name 'alice' --endpoint-url http://127.0.0.1:8750")
  for (const step of [3, 4, 5, 6] as const) expect(of[step]).toContain(' --access-key-id AKIAIOSFODNN7EXAMPLE ')
  for (const command of Object.values(of)) expect(command).toMatch(/ --endpoint-url http:\/\/127\.0\.0\.1:8750$/)
})

test('step 5 is the way back, not another deactivation', () => {
  expect(of[4]).toContain(' --status Inactive ')
  expect(of[5]).toContain(' --status Active ')
})
