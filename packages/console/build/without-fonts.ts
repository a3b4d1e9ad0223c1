import type { Plugin } from 'vite'

/** Leaves out the fonts that Cloudscape's global styles carry inline (183 KB): the theme names fonts that people have. */
export function withoutFonts(): Plugin {
  return {
    name: 'keyward:without-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/global-styles\/index\.css$/.test(id)) return null
      return { code: code.replaceAll(/@font-face\s*\{[^}]*\}/g, ''), map: null }
    },
  }
}
