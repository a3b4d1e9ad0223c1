import { openReason } from '../../authz/authorization-message.ts'
import { operation } from '../operation.ts'
import { decodedMessage } from './decoded-message.ts'

/** @see https://docs.aws.amazon.com/STS/latest/APIReference/API_DecodeAuthorizationMessage.html */
export const DecodeAuthorizationMessage = operation('sts', 'DecodeAuthorizationMessage', {
  access: 'Write',
  requires: () => ({
    action: 'sts:DecodeAuthorizationMessage',
    resource: '*',
    spokenAs: undefined,
    target: () => undefined,
  }),

  answer({ input, caller, view, means, fault }) {
    const { account } = caller.principal
    const message = openReason(input.EncodedMessage, account, means.keyRing, view)
    // One sentence for what was never sealed, what was altered, and what is another account's: nobody learns which.
    if (message === undefined) throw fault('InvalidAuthorizationMessageException', 'Message is not valid')
    return { DecodedMessage: JSON.stringify(decodedMessage(message, account, view)) }
  },
})
