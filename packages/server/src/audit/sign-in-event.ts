import type { CallFacts, Principal } from '../domain/caller.ts'
import type { AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import type { OwnEvent } from './event.ts'

/** Records of signing in (spec: cloudtrail.md 4). All of the console is one region; signing in has no request id in them. */
function signInRecord(name: string, facts: CallFacts, parts: object, account: AccountId | undefined): object {
  return {
    eventVersion: '1.11',
    eventSource: 'signin.amazonaws.com',
    eventName: name,
    awsRegion: 'us-east-1',
    sourceIPAddress: facts.sourceIp ?? 'unix',
    userAgent: facts.userAgent?.slice(0, limits.userAgentMax) ?? '',
    requestParameters: null,
    ...parts,
    readOnly: false,
    eventType: 'AwsConsoleSignIn',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    tlsDetails: { clientProvidedHostHeader: facts.host?.slice(0, limits.hostMax) },
  }
}

const loginDetails = ({ browser }: CallFacts): object => ({
  additionalEventData: { LoginTo: `${browser?.origin ?? ''}/iam/home`, MobileVersion: 'No', MFAUsed: 'No' },
})

/** A principal as these records name it: no key takes part. */
function identityOf(principal: Principal): object {
  const { account: accountId, arn } = principal
  return principal.type === 'Root'
    ? { type: 'Root', principalId: accountId, arn, accountId, ...(principal.alias && { userName: principal.alias }) }
    : { type: 'IAMUser', principalId: principal.userId, arn, accountId, userName: principal.userName }
}

/** Something that a principal did to sign in or out, and that succeeded: `{"ConsoleLogin":"Success"}`. */
function done(name: string, principal: Principal, facts: CallFacts, more: object = {}): OwnEvent {
  const parts = { userIdentity: identityOf(principal), responseElements: { [name]: 'Success' }, ...more }
  return { account: principal.account, record: signInRecord(name, facts, parts, principal.account) }
}

export const consoleLogin = (principal: Principal, facts: CallFacts): OwnEvent =>
  done('ConsoleLogin', principal, facts, loginDetails(facts))

/** Root changed its password: a user's change is a call of IAM, and has that record. */
export const passwordUpdated = (principal: Principal, facts: CallFacts): OwnEvent =>
  done('PasswordUpdated', principal, facts)

/** AWS records none: here the end of a session is a change like another, and leaves its record. */
export const consoleLogout = (principal: Principal, facts: CallFacts): OwnEvent =>
  done('ConsoleLogout', principal, facts)

function failed(facts: CallFacts, message: string, identity: object, accountId: AccountId | undefined): object {
  const parts = {
    userIdentity: { ...identity, accountId, accessKeyId: '' },
    errorMessage: message,
    responseElements: { ConsoleLogin: 'Failure' },
    userAgent: facts.userAgent?.slice(0, limits.refusalUserAgentMax) ?? '',
    ...loginDetails(facts),
  }
  return signInRecord('ConsoleLogin', facts, parts, accountId)
}

/** A wrong password, or one that signs in no more. Nobody was proven: there is no ARN in it. */
export const failedLogin = (principal: Principal, facts: CallFacts): object =>
  failed(
    facts,
    'Failed authentication',
    principal.type === 'Root'
      ? { type: 'Root', principalId: principal.account }
      : { type: 'IAMUser', principalId: principal.userId, userName: principal.userName },
    principal.account,
  )

/** A name that nobody has. People type passwords into the wrong field: it is not written down. */
export const strangerLogin = (account: AccountId | undefined, facts: CallFacts): object =>
  failed(
    facts,
    'No username found in supplied account',
    { type: 'IAMUser', userName: 'HIDDEN_DUE_TO_SECURITY_REASONS' },
    account,
  )
