import { runnerImport, type Plugin } from 'vite'
import { theme } from '../src/layout/theme.ts'

interface Theming {
  generateThemeStylesheet(options: { theme: unknown }): string
}

const name = 'virtual:theme.css'

/**
 * The theme as a stylesheet, made while building. Cloudscape can also apply a theme in the page, but only through a style
 * element, which the Content-Security-Policy forbids.
 */
export function themeSheet(): Plugin {
  return {
    name: 'keyward:theme-sheet',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    async load(id) {
      if (id !== `\0${name}`) return null
      // Through Vite: the package is written for bundlers, and Node does not resolve its imports.
      const { module } = await runnerImport<Theming>('@cloudscape-design/components/theming', {
        configFile: false,
        root: import.meta.dirname,
        logLevel: 'error',
        resolve: { noExternal: [/^@cloudscape-design\//] },
      })
      return module.generateThemeStylesheet({ theme })
    },
  }
}
