import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import { parseMarkdown } from '../src/pages/protecting-keys/markdown.ts'

const files = {
  'virtual:protecting-keys/en': new URL('../../../docs/protecting-keys.md', import.meta.url),
  'virtual:protecting-keys/ja': new URL('../../../docs/protecting-keys.ja.md', import.meta.url),
} as const

/** docs/protecting-keys as data, read while building: the page has no parser, and what it shows is what the repository says. */
export function protectingKeys(): Plugin {
  return {
    name: 'keyward:protecting-keys',
    resolveId: (id) => (id in files ? `\0${id}` : null),
    load(id) {
      const file = Object.entries(files).find(([name]) => id === `\0${name}`)?.[1]
      return file ? `export default ${JSON.stringify(parseMarkdown(readFileSync(file, 'utf8')))}` : null
    },
  }
}
