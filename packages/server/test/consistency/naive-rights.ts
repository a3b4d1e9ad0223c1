import { evaluateNaively } from '../../../policy/test/model/evaluate.ts'
import type { Row } from './ledger.ts'
import { Refused, text, type Rows } from './naive-rows.ts'

const allow = (Action: string | readonly string[]) => ({
  Version: '2012-10-17',
  Statement: { Effect: 'Allow', Action, Resource: '*' },
})
/** AWS's own that take part: they are in no table. The second as far as nobody here changes a password. */
const ofAws: ReadonlyMap<string, object> = new Map([
  ['arn:aws:iam::aws:policy/AdministratorAccess', allow('*')],
  ['arn:aws:iam::aws:policy/IAMUserChangePassword', allow('iam:GetAccountPasswordPolicy')],
])

/** Throws the refusal of a user who may not: by its own policies and those of its groups, and its boundary where it has one. */
export function authorise(rows: Rows, caller: Row, arn: string, action: string, resource: string): void {
  const groups = rows.in('group_member').filter((row) => row['user_id'] === caller['id'])
  const owners = [caller['id'], ...groups.map((row) => row['group_id'])]
  const isTheirs = (row: Row) => owners.includes(row['owner'] ?? '')
  const inline = [...rows.in('user_policy'), ...rows.in('group_policy')].filter(isTheirs)
  // A policy that is referred to and has no body: no answer, never "no policy".
  const hasBody = (row: Row) =>
    inline.some((other) => other['owner'] === row['owner'] && other['name_key'] === text(row, 'name').toLowerCase())
  if (!inline.every(hasBody)) throw new Refused('InternalFailure')
  const attached = [...rows.in('user_attachment'), ...rows.in('group_attachment')].filter(isTheirs)
  const managed = attached.map((row) => {
    const document = managedDocument(rows, text(row, 'policy_arn'))
    if (document === undefined) throw new Refused('InternalFailure')
    return document
  })
  const context = {
    'aws:username': text(caller, 'name'),
    'aws:PrincipalArn': arn,
    'aws:CurrentTime': new Date(rows.now).toISOString(),
  }
  const allowed = (policies: readonly object[]) =>
    evaluateNaively({ identity: policies }, { action, resource, context }).effect === 'Allow'
  if (!allowed([...inline.map((row) => JSON.parse(text(row, 'text')) as object), ...managed]))
    throw new Refused('AccessDenied')
  const { boundary = null } = caller
  if (boundary === null) return
  const bounds = managedDocument(rows, String(boundary))
  // A boundary that is gone bounds to nothing.
  if (bounds === undefined || !allowed([bounds])) throw new Refused('AccessDenied')
}

/** The document that a managed policy holds by now. */
function managedDocument(rows: Rows, arn: string): object | undefined {
  const builtIn = ofAws.get(arn)
  if (builtIn !== undefined) return builtIn
  const policy = rows.in('managed_policy').find((row) => row['arn'] === arn)
  const version = rows
    .in('managed_policy_version')
    .find((row) => row['policy_id'] === policy?.['id'] && row['n'] === policy?.['default_version'])
  return version && (JSON.parse(text(version, 'text')) as object)
}
