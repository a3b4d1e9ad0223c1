import type { Plugin } from 'vite'

/**
 * Puts one small script, hashed like every other, before all else in the page's head, as a classic script: it runs before
 * the first paint, which a module never does, and it is a file, which the Content-Security-Policy asks for.
 */
export function firstScript(entry: string): Plugin {
  let reference = ''
  return {
    name: 'keyward:first-script',
    buildStart() {
      if (this.environment.mode === 'build') reference = this.emitFile({ type: 'chunk', id: entry, name: 'start' })
    },
    generateBundle(_options, bundle) {
      const chunk = bundle[this.getFileName(reference)]
      if (chunk?.type !== 'chunk') throw new Error(`${entry} made no chunk`)
      if (chunk.imports.length > 0 || chunk.exports.length > 0) {
        throw new Error(`${entry} must stand alone: as a classic script it can neither import nor export`)
      }
      // Its names must not become names of the page.
      chunk.code = `{${chunk.code}}`
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const src = bundle
          ? `/${Object.values(bundle).find((file) => file.type === 'chunk' && file.name === 'start')?.fileName}`
          : entry.slice(1)
        return [{ tag: 'script', attrs: bundle ? { src } : { src, type: 'module' }, injectTo: 'head-prepend' }]
      },
    },
  }
}
