import type { AccountId } from './ids.ts'

/** `arn:aws:iam::123456789012:user/division/alice` */
export function userArn(account: AccountId, path: string, name: string): string {
  return `arn:aws:iam::${account}:user${path}${name}`
}

/** `arn:aws:iam::123456789012:group/division/developers` */
export function groupArn(account: AccountId, path: string, name: string): string {
  return `arn:aws:iam::${account}:group${path}${name}`
}

/** `arn:aws:iam::123456789012:policy/division/read-reports` */
export function policyArn(account: AccountId, path: string, name: string): string {
  return `arn:aws:iam::${account}:policy${path}${name}`
}

export function rootArn(account: AccountId): string {
  return `arn:aws:iam::${account}:root`
}
