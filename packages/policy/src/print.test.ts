import { describe, expect, it } from 'vitest'
import { parsePolicy, type PolicyDocument, type PolicyKind, printPolicy } from './index.ts'

const withoutPlaces = (document: PolicyDocument) => ({
  ...document,
  statements: document.statements.map((statement) => ({ ...statement, span: undefined })),
})

function printed(document: object, kind: PolicyKind = 'identity-inline'): string {
  const parsed = parsePolicy(JSON.stringify(document), kind)
  const text = printPolicy(parsed)
  expect(withoutPlaces(parsePolicy(text, kind))).toEqual(withoutPlaces(parsed))
  expect(printPolicy(parsePolicy(text, kind))).toBe(text)
  return text
}

describe('printPolicy', () => {
  it('prints one document in one way, however it was written', () => {
    const text = `{
  "Version": "2012-10-17",
  "Id": "x",
  "Statement": [
    {
      "Sid": "s",
      "Effect": "Deny",
      "NotAction": "iam:*",
      "Resource": [
        "arn:aws:s3:::a",
        "arn:aws:s3:::b"
      ],
      "Condition": {
        "ForAnyValue:StringLikeIfExists": {
          "aws:TagKeys": "a*",
          "10": [
            "1",
            "true"
          ],
          "9": []
        },
        "Bool": {
          "k": "true"
        }
      }
    }
  ]
}`
    const written =
      '{"Statement":{"Condition":{"ForAnyValue:StringLikeIfExists":{"aws:TagKeys":["a*"],"10":[1,true],"9":[]},"Null":{},"Bool":{"k":true}},' +
      '"Resource":["arn:aws:s3:::a","arn:aws:s3:::b"],"NotAction":["iam:*"],"Effect":"Deny","Sid":"s"},"Id":"x","Version":"2012-10-17"}'
    expect(printPolicy(parsePolicy(written, 'identity-managed'))).toBe(text)
    expect(printPolicy(parsePolicy(text, 'identity-managed'))).toBe(text)
  })

  it('prints principals, and no resource where the kind has none', () => {
    const Principal = { AWS: ['123456789012', 'AIDAAAAAAAAAAAAAAAAAA'], Service: 'ec2.amazonaws.com' }
    const text = printed({ Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }] }, 'trust')
    expect(JSON.parse(text)).toEqual({
      Version: '2008-10-17',
      Statement: [{ Effect: 'Allow', Principal, Action: 'sts:AssumeRole' }],
    })
    const rest = { Action: 's3:*', Resource: '*' }
    expect(printed({ Statement: { Effect: 'Deny', NotPrincipal: { AWS: '*' }, ...rest } }, 'resource')).toContain(
      '"NotPrincipal": {\n        "AWS": "*"\n      }',
    )
    expect(printed({ Statement: { Effect: 'Deny', Principal: '*', ...rest } }, 'resource')).toContain(
      '"Principal": "*"',
    )
  })

  it('escapes what a document may not hold', () => {
    const condition = '{"StringEquals":{"__proto__":"\\u3042\\ud83d\\ude00\\u0000\\t\\"\\\\\\u00e9"}}'
    const parsed = parsePolicy(
      `{"Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":${condition}}}`,
      'identity-inline',
    )
    const text = printPolicy(parsed)
    expect(text).toContain('"__proto__": "\\u3042\\ud83d\\ude00\\u0000\\t\\"\\\\\u00e9"')
    expect(withoutPlaces(parsePolicy(text, 'identity-inline'))).toEqual(withoutPlaces(parsed))
  })
})
