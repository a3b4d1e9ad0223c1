import { csv } from '../../i18n/csv.ts'

export interface KeyFile {
  readonly name: string
  readonly text: string
}

export interface NewKey {
  /** Undefined for the root user. */
  readonly userName: string | undefined
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

/** What AWS's console saves: a byte order mark, lines that end as in Windows. Values stand as they are, never escaped. */
export function keyFile({ userName, accessKeyId, secretAccessKey }: NewKey): KeyFile {
  return {
    name: userName === undefined ? 'rootkey.csv' : `${userName}_accessKeys.csv`,
    text: `\uFEFF${exact(['Access key ID', 'Secret access key'], [accessKeyId, secretAccessKey])}`,
  }
}

/**
 * What `aws configure import` takes: no byte order mark, because it reads one as part of the first header. It cuts lines at
 * every comma, so there is no such file for a user with a comma in the name.
 */
export function importFile({ userName = 'root', accessKeyId, secretAccessKey }: NewKey): KeyFile | undefined {
  if (userName.includes(',')) return undefined
  const header = ['User Name', 'Access key ID', 'Secret access key']
  return { name: `${userName}_credentials.csv`, text: exact(header, [userName, accessKeyId, secretAccessKey]) }
}

function exact(...rows: readonly (readonly string[])[]): string {
  return csv(rows, { exact: true })
}
