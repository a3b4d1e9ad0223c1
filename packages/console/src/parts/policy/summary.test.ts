import { loadService } from '@keyward/policy/catalogue'
import { describe, expect, it } from 'vitest'
import { reachOf, summarise } from './summary.ts'

const document = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })

describe('summarise', () => {
  it('has a row for each service of each statement', () => {
    const rows = summarise(
      document(
        { Sid: 'Two', Effect: 'Allow', Action: ['S3:Get*', 'iam:GetUser', 's3:ListBucket'], Resource: '*' },
        {
          Effect: 'Deny',
          NotAction: 'iam:*',
          Resource: '*',
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'false' } },
        },
      ),
    )
    expect(rows).toMatchObject([
      { effect: 'Allow', statement: 1, sid: 'Two', service: 's3', actions: ['Get*', 'ListBucket'], conditions: [] },
      { effect: 'Allow', statement: 1, service: 'iam', actions: ['GetUser'], resources: { values: ['*'] } },
      {
        effect: 'Deny',
        statement: 2,
        service: undefined,
        except: ['iam:*'],
        conditions: ['aws:MultiFactorAuthPresent'],
      },
    ])
  })

  it('knows a star as every service', () => {
    expect(summarise(document({ Effect: 'Allow', Action: '*', Resource: '*' }))).toMatchObject([
      { service: undefined, except: [], actions: ['*'] },
    ])
  })

  it('says nothing of what the server would refuse', () => {
    expect(summarise('{')).toBeUndefined()
  })
})

describe('reachOf', () => {
  it('tells which access levels are reached in full, and which in part', async () => {
    const iam = await loadService('iam')
    if (!iam) throw new Error('no iam')
    expect(reachOf(['*'], iam)).toMatchObject({ whole: true, limited: [] })
    expect(reachOf(['tag*', 'Untag*', 'getuser'], iam)).toEqual({ whole: false, full: ['Tagging'], limited: ['Read'] })
    expect(reachOf(['NoSuch?*'], iam)).toEqual({ whole: false, full: [], limited: [] })
  })

  it('takes no time for a pattern of stars', async () => {
    const ec2 = await loadService('ec2')
    if (!ec2) throw new Error('no ec2')
    const began = performance.now()
    reachOf([`${'*a'.repeat(500)}b`], ec2)
    expect(performance.now() - began).toBeLessThan(500)
  })
})
