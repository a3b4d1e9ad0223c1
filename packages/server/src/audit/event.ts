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
}

/** A record that is not finished: of a change, or of a step of signing in, which makes its own. */
export interface OwnEvent {
  readonly account: AccountId
  /** Without eventID and eventTime. */
  readonly record: object
}

/** The records of a change as they are stored: each has a number of its own within the change. */
export const storedEvents = (events: readonly OwnEvent[], head: Head): readonly StoredEvent[] =>
  events.map(({ account, record }, i) => {
    const eventId = randomUUID()
    return { n: head.n, i, eventId, account, at: head.at, record: finishedRecord(record, eventId, head.at) }
  })

/** A record as it is kept, once it is known when it was. */
export const finishedRecord = (record: object, eventID: string, at: number): string =>
  JSON.stringify({ ...record, eventTime: eventTime(at), eventID })

/** The CloudTrail-shaped record of a change that succeeded (spec: cloudtrail.md 1–3). No secret is in it: redact.ts. */
export function changeEvent({ caller, facts, operation, input, result }: Change): OwnEvent {
  const account = caller.principal.account
  const record = {
    eventVersion: '1.11',
    userIdentity: userIdentity(caller),
    eventSource: `${operation.service}.amazonaws.com`,
    eventName: operation.name,
    awsRegion: operation.service === 'iam' ? 'us-east-1' : facts.region,
    sourceIPAddress: facts.sourceIp ?? 'unix',
    userAgent: facts.userAgent?.slice(0, limits.userAgentMax) ?? '',
    requestParameters: redacted(input, operation.input),
    responseElements: redacted(result, operation.output),
    requestID: facts.requestId,
    readOnly: false,
    eventType: 'AwsApiCall',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    // AWS writes the text, and only where it is so.
    ...(caller.session && { sessionCredentialFromConsole: 'true' }),
    tlsDetails: { clientProvidedHostHeader: facts.host?.slice(0, limits.hostMax) },
  }
  return { account, record }
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
