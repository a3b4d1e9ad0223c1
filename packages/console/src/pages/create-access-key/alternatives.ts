import type { Label } from '../../i18n/labels.ts'
import { labels } from './labels.ts'

export const useCases = ['cli', 'local', 'compute', 'third', 'outside', 'other'] as const

export type UseCase = (typeof useCases)[number]

export interface Alternative {
  readonly text: Label
  /** False where this build has nothing better than a key to offer: then the page says so, and asks for no tick. */
  readonly available: boolean
  readonly link?: { readonly text: Label; readonly href: string }
}

/**
 * What is better than a key, by use case: nothing that this build does not have. What later comes (roles, temporary
 * credentials, federation) fills this table and touches no screen. Other has no alternative by its nature.
 */
export const alternatives = {
  cli: { text: labels.cliInstead, available: true, link: { text: labels.toConsole, href: '/iam/home' } },
  local: {
    text: labels.localInstead,
    available: true,
    link: { text: labels.toOwnKeys, href: '/iam/security_credentials' },
  },
  compute: { text: labels.noneYet, available: false },
  third: { text: labels.thirdInstead, available: true, link: { text: labels.toCreateUser, href: '/iam/users/create' } },
  outside: {
    text: labels.outsideInstead,
    available: true,
    link: { text: labels.toCreateUser, href: '/iam/users/create' },
  },
} as const satisfies { readonly [U in Exclude<UseCase, 'other'>]: Alternative }

/** Whether the advice must be ticked before the next step. */
export function asksForTick(useCase: UseCase | undefined): boolean {
  return useCase !== undefined && useCase !== 'other' && alternatives[useCase].available
}

/** Whether the choice is made, as far as it must be. */
export function mayGoOn(useCase: UseCase | undefined, ticked: boolean): boolean {
  return useCase !== undefined && (ticked || !asksForTick(useCase))
}
