import { CompletionContext } from '@codemirror/autocomplete'
import { json } from '@codemirror/lang-json'
import { EditorState } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { policyCompletion } from './completion.ts'

const source = policyCompletion('123456789012', {
  accessLevels: {
    List: 'List',
    Read: 'Read',
    Write: 'Write',
    Tagging: 'Tagging',
    'Permissions management': 'Permissions',
  },
  everyAction: 'every action',
  severalActions: 'several actions',
  everyResource: 'every resource',
})

/** What is offered where the bar stands. */
async function offered(text: string): Promise<readonly string[]> {
  const at = text.indexOf('|')
  const state = EditorState.create({ doc: text.replace('|', ''), extensions: [json()] })
  const result = await source(new CompletionContext(state, at, true))
  return result?.options.map(({ label }) => label) ?? []
}

describe('completion', () => {
  it('offers the elements that are not there yet', async () => {
    expect(await offered('{|}')).toEqual(['Version', 'Id', 'Statement'])
    expect(await offered('{"Version": "2012-10-17", "|"}')).toEqual(['Id', 'Statement'])
    expect(await offered('{"Statement": [{"Effect": "Allow", "NotAction": "iam:*", |}]}')).toEqual([
      'Sid',
      'Resource',
      'NotResource',
      'Condition',
    ])
  })

  it('offers the values that an element can have', async () => {
    expect(await offered('{"Version": "|"}')).toEqual(['2012-10-17', '2008-10-17'])
    expect(await offered('{"Statement": [{"Effect": |}]}')).toEqual(['Allow', 'Deny'])
    expect(await offered('{"Statement": {"Condition": {"Bool": {"aws:SecureTransport": "|"}}}}')).toEqual([
      'true',
      'false',
    ])
  })

  it('offers services, and then the actions of one with its patterns', async () => {
    expect(await offered('{"Statement": [{"Action": ["|"]}]}')).toEqual(expect.arrayContaining(['*', 'iam:', 's3:']))
    const actions = await offered('{"Statement": [{"Action": ["iam:Cre|"]}]}')
    expect(actions).toEqual(expect.arrayContaining(['iam:CreateUser', 'iam:*', 'iam:Get*']))
    expect(await offered('{"Statement": [{"Action": "nowhere:|"}]}')).toEqual([])
  })

  it('offers the resources of the services that the statement names, in this account', async () => {
    const resources = await offered('{"Statement": [{"Action": ["iam:GetUser", "s3:GetObject"], "Resource": "|"}]}')
    expect(resources).toEqual(
      expect.arrayContaining([
        '*',
        'arn:aws:iam::123456789012:user/${UserNameWithPath}',
        'arn:aws:s3:::${BucketName}/${ObjectName}',
      ]),
    )
  })

  it('offers operators, and the keys of the services beside the global ones', async () => {
    const inCondition = (inner: string) => `{"Statement": [{"Action": "iam:PutUserPolicy", "Condition": {${inner}}}]}`
    expect(await offered(inCondition('"|"'))).toEqual(
      expect.arrayContaining(['StringEquals', 'StringLikeIfExists', 'ForAnyValue:StringLike']),
    )
    const keys = await offered(inCondition('"StringEquals": {"|"}'))
    expect(keys).toEqual(expect.arrayContaining(['iam:PermissionsBoundary', 'aws:PrincipalTag/${TagKey}']))
    expect(keys).not.toContain('s3:prefix')
  })

  it('offers the same where the quotes are still missing', async () => {
    expect(await offered('{"Statement": [{"Action": "iam:|')).toContain('iam:GetUser')
    expect(await offered('{"Statement": [{"Effect": "A|\n}]}')).toEqual(['Allow', 'Deny'])
    expect(await offered('{"Statement": [{Eff|}]}')).toContain('Effect')
  })

  it('offers nothing where nothing can be written', async () => {
    expect(await offered('{"Statement": [{"Effect": "Allow" |}]}')).toEqual([])
    expect(await offered('{"Other": {"|"}}')).toEqual([])
    expect(await offered('|')).toEqual([])
  })
})
