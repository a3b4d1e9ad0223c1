import { randomUUID } from 'node:crypto'
import type { CallFacts, Caller } from '../domain/caller.ts'
import type { AccountId } from '../domain/ids.ts'
import { limits } from '../domain/limits.ts'
import type { OperationModel } from '../protocol/protocol.ts'
import type { StoredEvent } from '../store/events.ts'
import type { Head } from '../store/head.ts'
import { redacted } from './redact.ts'

export interface Change {
  readonly caller: Caller
  readonly facts: CallFacts
  readonly operation: OperationModel
  readonly input: unknown
  readonly result: unknown
  readonly head: Head
}

/** A record that a step of signing in makes itself. */
export interface OwnEvent {
  readonly account: AccountId
  /** Without eventID and eventTime. */
  readonly record: object
}

/** The records that steps make themselves, as they are stored: each has a number of its own within the change. */
export function ownEvents(events: readonly OwnEvent[], head: Head): readonly StoredEvent[] {
  return events.map(({ account, record }, i) => {
    const eventId = randomUUID()
    const full = { ...record, eventID: eventId, eventTime: eventTime(head.at) }
    return { n: head.n, i, eventId, account, at: head.at, record: JSON.stringify(full) }
  })
}

/** The CloudTrail-shaped record of a change that succeeded (spec: cloudtrail.md 1–3). No secret is in it: redact.ts. */
export function changeEvent({ caller, facts, operation, input, result, head }: Change): StoredEvent {
  const eventId = randomUUID()
  const account = caller.principal.account
  const record = {
    eventVersion: '1.11',
    userIdentity: userIdentity(caller),
    eventTime: eventTime(head.at),
    eventSource: `${operation.service}.amazonaws.com`,
    eventName: operation.name,
    awsRegion: operation.service === 'iam' ? 'us-east-1' : facts.region,
    sourceIPAddress: facts.sourceIp ?? 'unix',
    userAgent: facts.userAgent?.slice(0, limits.userAgentMax) ?? '',
    requestParameters: redacted(input, operation.input),
    responseElements: redacted(result, operation.output),
    requestID: facts.requestId,
    eventID: eventId,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    // AWS writes the text, and only where it is so.
    ...(caller.session && { sessionCredentialFromConsole: 'true' }),
    tlsDetails: { clientProvidedHostHeader: facts.host?.slice(0, limits.hostMax) },
  }
  return { n: head.n, i: 0, eventId, account, at: head.at, record: JSON.stringify(record) }
}

function userIdentity({ principal, accessKeyId, session }: Caller): object {
  const common = { arn: principal.arn, accountId: principal.account, accessKeyId }
  const ofSession = session && {
    sessionContext: {
      attributes: { creationDate: eventTime(session.provenAt), mfaAuthenticated: String(session.mfaPresent) },
    },
  }
  return principal.type === 'Root'
    ? {
        type: 'Root',
        principalId: principal.account,
        ...common,
        ...(principal.alias && { userName: principal.alias }),
        ...ofSession,
      }
    : { type: 'IAMUser', principalId: principal.userId, ...common, userName: principal.userName, ...ofSession }
}

/** Whole seconds, ISO 8601, UTC. */
export const eventTime = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
