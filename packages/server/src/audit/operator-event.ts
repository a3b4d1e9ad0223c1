import { randomUUID } from 'node:crypto'
import type { AccountId } from '../domain/ids.ts'
import type { StoredEvent } from '../store/events.ts'
import type { Head } from '../store/head.ts'
import { eventTime } from './event.ts'

/** The record of what an operator did by a command at the server's machine: no credential of the account was involved. */
export function operatorEvent(name: string, account: AccountId, head: Head, details: object): StoredEvent {
  const eventId = randomUUID()
  const record = {
    eventVersion: '1.11',
    userIdentity: { type: 'AWSService', invokedBy: 'keyward' },
    eventTime: eventTime(head.at),
    eventSource: 'keyward',
    eventName: name,
    awsRegion: 'us-east-1',
    sourceIPAddress: 'keyward',
    userAgent: 'keyward',
    requestParameters: null,
    responseElements: null,
    eventID: eventId,
    readOnly: false,
    eventType: 'AwsServiceEvent',
    managementEvent: true,
    recipientAccountId: account,
    eventCategory: 'Management',
    serviceEventDetails: details,
  }
  return { n: head.n, i: 0, eventId, account, at: head.at, record: JSON.stringify(record) }
}
