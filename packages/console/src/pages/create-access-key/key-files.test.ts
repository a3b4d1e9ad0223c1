import { expect, test } from 'vitest'
import { importFile, keyFile } from './key-files.ts'

const key = {
  userName: 'alice',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: '+JalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}

test('the key file is what AWS saves, to the byte', () => {
  const { name, text } = keyFile(key)
  expect(name).toBe('alice_accessKeys.csv')
  const bytes = Buffer.from(text)
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  expect(bytes.subarray(3).toString()).toBe(
    'Access key ID,Secret access key\r\nAKIAIOSFODNN7EXAMPLE,+JalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\r\n',
  )
})

test("root's key file is called rootkey.csv", () => {
  expect(keyFile({ ...key, userName: undefined }).name).toBe('rootkey.csv')
})

test('the file for aws configure import begins with its header, not with a byte order mark', () => {
  const file = importFile(key)
  expect(file?.name).toBe('alice_credentials.csv')
  expect(file?.text).toBe(
    'User Name,Access key ID,Secret access key\r\n' +
      'alice,AKIAIOSFODNN7EXAMPLE,+JalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\r\n',
  )
})

test('no import file is offered for a name that aws configure import would cut in two', () => {
  expect(importFile({ ...key, userName: 'a,b' })).toBeUndefined()
})
