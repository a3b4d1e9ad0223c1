/** What a spreadsheet would run as a formula. */
const formula = /^[=+\-@\t\r]/

/**
 * A table as CSV, first row its headings, for a spreadsheet: a cell that would be run as a formula gets an apostrophe before
 * it. `exact` leaves cells as they are, for files that programs read and whose values must arrive unchanged.
 */
export function csv(rows: readonly (readonly string[])[], { exact = false } = {}): string {
  return rows.map((row) => `${row.map((cell) => quote(exact ? cell : guard(cell))).join(',')}\r\n`).join('')
}

function guard(cell: string): string {
  return formula.test(cell) ? `'${cell}` : cell
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
