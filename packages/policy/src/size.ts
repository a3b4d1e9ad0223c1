const uncounted = /[\t\n\r ]/g

/** Characters of a policy document that count against its quota: all but tab, line feed, carriage return and space. */
export function policySize(text: string): number {
  return text.replace(uncounted, '').length
}
