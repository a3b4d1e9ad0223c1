import { expect, test } from 'vitest'
import { profileText, tryCommand } from './profile.ts'

const alice = {
  name: 'alice',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  endpoint: 'http://127.0.0.1:8750',
  region: 'us-east-1',
}

test('a profile names the server and holds the secret while it is shown', () => {
  expect(profileText({ ...alice, secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY' })).toBe(
    '[profile alice]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\n' +
      'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY\n' +
      'region = us-east-1\nendpoint_url = http://127.0.0.1:8750\n',
  )
})

test('a profile without the secret leaves its place as a comment, so that no tool takes it for one', () => {
  expect(profileText(alice)).toContain('\n# aws_secret_access_key = …\n')
})

test('the command for tools that read no endpoint_url names the endpoint', () => {
  expect(tryCommand('alice', alice.endpoint)).toBe(
    'aws sts get-caller-identity --profile alice --endpoint-url http://127.0.0.1:8750',
  )
  expect(tryCommand('=x', alice.endpoint)).toContain("--profile '=x' ")
})
