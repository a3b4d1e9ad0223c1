import { aliasOfAccount } from '../../../store/aliases.ts'
import { operation } from '../../operation.ts'
import { page, type Position } from '../../paging.ts'
import { onAccount } from './account.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateAccountAlias.html */
export const CreateAccountAlias = operation('iam', 'CreateAccountAlias', {
  access: 'Write',
  requires: () => onAccount('iam:CreateAccountAlias'),

  async run({ input, caller, store, fault }) {
    const alias = input.AccountAlias
    // An account has one: a new one takes the place of the old, whose name is free from then on.
    if (!(await store.aliases.put(caller.principal.account, alias))) {
      throw fault('EntityAlreadyExists', `The account alias ${alias} already exists.`)
    }
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_DeleteAccountAlias.html */
export const DeleteAccountAlias = operation('iam', 'DeleteAccountAlias', {
  access: 'Write',
  requires: () => onAccount('iam:DeleteAccountAlias'),

  async run({ input, caller, store, fault }) {
    const alias = input.AccountAlias
    // The same answer for a free alias and for another account's: nobody learns whose it is.
    if (!(await store.aliases.delete(caller.principal.account, alias))) {
      throw fault('NoSuchEntity', `The account alias ${alias} cannot be found.`)
    }
    return undefined
  },
})

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListAccountAliases.html */
export const ListAccountAliases = operation('iam', 'ListAccountAliases', {
  access: 'List',
  requires: () => onAccount('iam:ListAccountAliases'),

  answer({ input, caller, view, means }) {
    const { account } = caller.principal
    const alias = view.get(aliasOfAccount, { account })
    const { rows, rest } = page(
      { operation: 'ListAccountAliases', account, filters: [], input, view, means },
      {
        read: ([after]: Position = ['']) => (alias !== undefined && alias > after ? [alias] : []),
        positionOf: (one) => [one],
      },
    )
    return { AccountAliases: [...rows], ...rest }
  },
})
