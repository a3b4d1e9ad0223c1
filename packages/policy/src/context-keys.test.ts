import { expect, it } from 'vitest'
import { contextKeysOf, parsePolicy } from './index.ts'

function keysOf(statement: object, version = '2012-10-17') {
  const document = { Version: version, Statement: { Effect: 'Allow', Action: '*', Resource: '*', ...statement } }
  return contextKeysOf(parsePolicy(JSON.stringify(document), 'identity-inline'))
}

const condition = { StringLike: { 'aws:PrincipalTag/Team': ['${aws:UserName}', '${*}', "${k, 'x'}"] } }

it('contextKeysOf names the keys of conditions and of variables, in the order of the document', () => {
  expect(keysOf({ Resource: 'arn:aws:s3:::${aws:userid}/${', Condition: condition })).toEqual([
    'aws:userid',
    'aws:PrincipalTag/Team',
    'aws:UserName',
    'k',
  ])
  expect(keysOf({ NotResource: 'arn:aws:s3:::${a}', Resource: undefined })).toEqual(['a'])
})

it('contextKeysOf names a key once, as it was spelled first', () => {
  expect(keysOf({ Condition: { Bool: { K: 'true' }, Null: { k: 'true' }, StringEquals: { x: '${X}' } } })).toEqual([
    'K',
    'x',
  ])
})

it('contextKeysOf knows where no variables are', () => {
  expect(keysOf({ Resource: 'arn:aws:s3:::${a}', Condition: condition }, '2008-10-17')).toEqual([
    'aws:PrincipalTag/Team',
  ])
  expect(keysOf({ Condition: { Bool: { k: '${a}' }, Null: { n: '${b}' } } })).toEqual(['k', 'n'])
  expect(keysOf({})).toEqual([])
})
