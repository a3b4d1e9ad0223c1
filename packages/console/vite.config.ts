import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { firstScript } from './build/first-script.ts'
import { routesFile } from './build/routes-file.ts'
import { themeSheet } from './build/theme-sheet.ts'
import { withoutFonts } from './build/without-fonts.ts'

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [react(), firstScript('./src/start.ts'), themeSheet(), withoutFonts(), routesFile()],
  build: {
    outDir: 'dist',
    assetsDir: 'assets',
    emptyOutDir: true,
    // The page's Content-Security-Policy knows neither data: scripts nor inline ones.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
    // The pages of signing in come as one file: they are small, and whoever needs one needs the next.
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [{ name: 'signin', test: /src\/pages\/signin\//, includeDependenciesRecursively: false }],
        },
      },
    },
    // The budget is the compressed one (README.md), and it is measured.
    chunkSizeWarningLimit: 2000,
    reportCompressedSize: false,
  },
})
