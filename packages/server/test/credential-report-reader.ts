/** A row of a credential report by its columns. */
export type ReportRow = ReadonlyMap<string, string>

const boolean = /^(?:true|false)$/
const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/
const orDate = (...words: string[]) => new RegExp(`^(?:${words.join('|')}|${date.source.slice(1, -1)})$`)
const keyColumns = (slot: 1 | 2): readonly (readonly [string, RegExp])[] => [
  [`access_key_${slot}_active`, boolean],
  [`access_key_${slot}_last_rotated`, orDate('N/A')],
  [`access_key_${slot}_last_used_date`, orDate('N/A')],
  [`access_key_${slot}_last_used_region`, /^(?:N\/A|[a-z0-9-]+)$/],
  [`access_key_${slot}_last_used_service`, /^(?:N\/A|[a-z0-9-]+)$/],
]

/** What AWS's columns may hold, in their order. */
const vocabulary: readonly (readonly [string, RegExp])[] = [
  ['user', /^(?:<root_account>|[\w+=,.@-]{1,64})$/],
  ['arn', /^arn:aws:iam::\d{12}:(?:root|user\/[\u0021-\u007e]+)$/],
  ['user_creation_time', date],
  ['password_enabled', /^(?:true|false|not_supported)$/],
  ['password_last_used', orDate('N/A', 'no_information')],
  ['password_last_changed', orDate('N/A', 'not_supported')],
  ['password_next_rotation', orDate('N/A', 'not_supported')],
  ['mfa_active', boolean],
  ...keyColumns(1),
  ...keyColumns(2),
  ['cert_1_active', boolean],
  ['cert_1_last_rotated', orDate('N/A')],
  ['cert_2_active', boolean],
  ['cert_2_last_rotated', orDate('N/A')],
]

/** Reads a credential report as a tool does that knows AWS's. Throws where a column holds what AWS's never does. */
export function readCredentialReport(csv: string): readonly ReportRow[] {
  const [header, ...records] = readCsv(csv)
  const names = vocabulary.map(([name]) => name)
  if (header?.join() !== names.join()) throw new Error(`another header: ${header?.join()}`)
  return records.map((fields) => {
    if (fields.length !== names.length) throw new Error(`${fields.length} columns: ${fields.join()}`)
    for (const [i, [name, pattern]] of vocabulary.entries()) {
      if (!pattern.test(fields[i] ?? '')) throw new Error(`${name} is ${fields[i]}`)
    }
    return new Map(names.map((name, i) => [name, fields[i] ?? '']))
  })
}

/** RFC 4180, lines parted by a line feed. */
function readCsv(text: string): readonly (readonly string[])[] {
  const records: string[][] = []
  let fields: string[] = []
  for (let at = 0; ;) {
    const [whole, quoted, bare] = /^(?:"((?:[^"]|"")*)"|([^",\r\n]*))/.exec(text.slice(at)) ?? ['']
    fields.push(quoted?.replaceAll('""', '"') ?? bare ?? '')
    at += whole.length
    const next = text[at++]
    if (next === ',') continue
    records.push(fields)
    fields = []
    if (next === undefined) return records
    if (next !== '\n') throw new Error(`a field ends in ${JSON.stringify(next)}`)
  }
}
