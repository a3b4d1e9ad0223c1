import { verdict, type Line } from './line.ts'

const barWords = { 'at least': '≥', 'at most': '≤', below: '<' } as const

const valueText = ({ value, unit }: Line): string =>
  value === undefined
    ? '–'
    : `${value >= 1000 ? Math.round(value).toLocaleString('en-US') : Number(value.toPrecision(3))}${unit === '' || unit === '×' ? unit : ` ${unit}`}`

const barText = ({ bar, unit }: Line): string =>
  bar === undefined
    ? 'no bar'
    : `${barWords[bar.is]} ${bar.value.toLocaleString('en-US')}${unit === '' || unit === '×' ? unit : ` ${unit}`}`

/** The table for a terminal: a line to read, then what it was taken from. */
export function asText(lines: readonly Line[]): string {
  return lines
    .map((line) =>
      [
        `${verdict(line).toUpperCase().padEnd(12)} ${valueText(line)} (${barText(line)})  ${line.what}`,
        `             ${line.ours} | ${line.other}`,
        ...(line.note === undefined ? [] : [`             ${line.note}`]),
        '',
      ].join('\n'),
    )
    .join('')
}

/** The table for docs/performance.md. */
export function asMarkdown(lines: readonly Line[]): string {
  const cells = lines.map((line) => [
    line.what + (line.note === undefined ? '' : `. ${line.note}`),
    line.ours,
    line.other,
    valueText(line),
    barText(line),
    verdict(line),
  ])
  const rows = [
    ['what', 'Keyward', 'against', 'result', 'bar', ''],
    ['---', '---', '---', '---', '---', '---'],
    ...cells.map((row) => row.map((cell) => cell.replaceAll('|', '\\|'))),
  ]
  return rows.map((row) => `| ${row.join(' | ')} |\n`).join('')
}
