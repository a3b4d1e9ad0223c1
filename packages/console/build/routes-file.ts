import type { Plugin } from 'vite'
import { paths } from '../src/paths.ts'

/** Writes the console's routes beside the page: the server answers with the page for these and for nothing else. */
export function routesFile(): Plugin {
  return {
    name: 'keyward:routes-file',
    generateBundle() {
      this.emitFile({ type: 'asset', fileName: 'routes.json', source: `${JSON.stringify(paths, null, 2)}\n` })
    },
  }
}
