import { type Check, documented, ofStatements } from '../check.ts'
import { quoted } from '../quoted.ts'
import { splitAction } from './actions.ts'
import { splitArn } from './resources.ts'

/** What a resource policy says of other services than that of the resource it is attached to, where that is known. */
export const attachmentChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'UNSUPPORTED_ACTION_IN_POLICY',
      type: 'ERROR',
      source: documented('error-unsupported-action-in-policy'),
      about: 'A resource policy has an action of another service than its resource is of.',
    },
    ({ action }, report, { kind, attachedTo }) => {
      if (kind !== 'resource' || attachedTo === undefined) return
      for (const { text, place } of action?.words ?? []) {
        const prefix = splitAction(text)?.prefix.toLowerCase()
        if (prefix === undefined || prefix === attachedTo) continue
        report(`${quoted(text)} is never asked of this resource: its actions begin with ${attachedTo}:.`, place)
      }
    },
  ),
  ofStatements(
    {
      code: 'UNSUPPORTED_RESOURCE_ARN_IN_POLICY',
      type: 'ERROR',
      source: documented('error-unsupported-resource-arn-in-policy'),
      about: 'A resource policy names a resource of another service than it is attached to.',
    },
    ({ resource }, report, { kind, attachedTo }) => {
      if (kind !== 'resource' || attachedTo === undefined) return
      for (const { text, place } of resource?.words ?? []) {
        const vendor = splitArn(text)?.vendor
        if (vendor === undefined || vendor === attachedTo || /[*?]/.test(vendor)) continue
        report(`${quoted(text)} is no resource of ${attachedTo}: the policy is attached to one of those.`, place)
      }
    },
  ),
]
