/** Hands a file to the browser's downloads. Its address is gone right after the click. */
export function saveFile(name: string, content: Blob | string, type = 'text/csv'): void {
  const address = URL.createObjectURL(typeof content === 'string' ? new Blob([content], { type }) : content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
