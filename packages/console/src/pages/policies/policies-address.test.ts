import { describe, expect, it } from 'vitest'
import { readPoliciesQuery, select, writePoliciesQuery } from './policies-address.ts'

const read = (parameters: string) => readPoliciesQuery(new URLSearchParams(parameters))

describe('the address of the list of policies', () => {
  it('is short where nothing was chosen, and is read back', () => {
    expect(writePoliciesQuery(read('')).toString()).toBe('')
    const chosen = 'search=dep+loy&type=customer&use=none&sort=use&order=descending&page=3'
    expect(writePoliciesQuery(read(chosen)).toString()).toBe(chosen)
  })

  it('takes nothing it does not understand', () => {
    expect(read('type=secret&use=x&sort=Arn&order=up&page=-1')).toEqual(read(''))
  })
})

describe('select', () => {
  const own = (PolicyName: string, more = {}) => ({
    PolicyName,
    Path: '/',
    Arn: `arn:aws:iam::123456789012:policy/${PolicyName}`,
    ...more,
  })
  const policies = [
    own('deploy', { AttachmentCount: 2 }),
    own('Audit', { PermissionsBoundaryUsageCount: 1 }),
    own('Team', { Path: '/team/', Arn: 'arn:aws:iam::123456789012:policy/team/Team' }),
    { PolicyName: 'SupportUser', Path: '/job-function/', Arn: 'arn:aws:iam::aws:policy/job-function/SupportUser' },
  ]
  const names = (parameters: string) => select(policies, read(parameters)).map(({ PolicyName }) => PolicyName)

  it('finds by name or path, whatever the case', () => {
    expect(names('search=DEP')).toEqual(['deploy'])
    expect(names('search=/team/')).toEqual(['Team'])
  })

  it('filters by type and by use', () => {
    expect(names('type=aws')).toEqual(['SupportUser'])
    expect(names('type=job-function')).toEqual(['SupportUser'])
    expect(names('type=customer&use=none')).toEqual(['Team'])
    expect(names('use=boundary')).toEqual(['Audit'])
    expect(names('use=permissions')).toEqual(['deploy'])
  })

  it('sorts by name first, and by what was chosen', () => {
    expect(names('')).toEqual(['Audit', 'deploy', 'SupportUser', 'Team'])
    expect(names('order=descending')).toEqual(['Team', 'SupportUser', 'deploy', 'Audit'])
    expect(names('sort=type')).toEqual(['Audit', 'deploy', 'Team', 'SupportUser'])
    expect(names('sort=use')).toEqual(['SupportUser', 'Team', 'Audit', 'deploy'])
  })
})
