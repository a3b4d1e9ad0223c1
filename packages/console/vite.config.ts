import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { chunksOf } from './build/chunks.ts'
import { firstScript } from './build/first-script.ts'
import { protectingKeys } from './build/protecting-keys.ts'
import { routesFile } from './build/routes-file.ts'
import { themeSheet } from './build/theme-sheet.ts'
import { withoutFonts } from './build/without-fonts.ts'

const noParser = '@formatjs/icu-messageformat-parser/lib/no-parser.js'

/** What arrives first, and what every page behind sign-in needs. */
const sets = {
  first: ['src/main.tsx', ...signIn('frame', 'signin', 'account', 'root', 'password-change')],
  shell: ['src/layout/shell.tsx'],
}

function signIn(...pages: string[]): string[] {
  return pages.map((page) => `src/pages/signin/${page}.tsx`)
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  resolve: {
    // Cloudscape's texts come parsed; the parser (a tenth of what sign-in needs) would never run.
    alias: [{ find: /^@formatjs\/icu-messageformat-parser$/, replacement: noParser }],
  },
  plugins: [react(), firstScript('./src/start.ts'), themeSheet(), withoutFonts(), protectingKeys(), routesFile()],
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    emptyOutDir: true,
    // The page's Content-Security-Policy knows neither data: scripts nor inline ones.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    rolldownOptions: { output: { codeSplitting: { groups: chunksOf(import.meta.dirname, sets) } } },
    // The budget is the compressed one (README.md), and it is measured.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
})
