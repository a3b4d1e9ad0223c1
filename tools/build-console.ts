import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

/** What the console is made of: its own files, the API's model it is generated from, and the libraries it bundles. */
const sources = [
  'packages/console',
  'packages/policy/src',
  'packages/policy/catalogue',
  'packages/server/model',
  'package-lock.json',
  'tools/build-console.ts',
]

/** Written by the build, or by npm: no sources. */
const made = new Set(['dist', 'node_modules'])

/** What gains by compression; fonts and pictures are compressed already. */
const compressible = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt'])

/** Was the console built after the last change of anything it is made of? The build ends by writing index.html.gz. */
export function isBuilt(root: string): boolean {
  const last = join(root, 'packages/console/dist/index.html.gz')
  return existsSync(last) && Math.max(...sources.map((path) => changedAt(join(root, path)))) < statSync(last).mtimeMs
}

/** Of a folder, the youngest of all in it: a file that was removed shows in the time of its folder. */
function changedAt(path: string): number {
  if (!existsSync(path)) return 0
  const { mtimeMs } = statSync(path)
  if (!statSync(path).isDirectory()) return mtimeMs
  const inside = readdirSync(path).filter((name) => !made.has(name))
  // The build makes and empties dist/ in the console's own folder: its time says nothing.
  const own = readdirSync(path).some((name) => made.has(name)) ? 0 : mtimeMs
  return Math.max(own, ...inside.map((name) => changedAt(join(path, name))))
}

/** Writes .br and .gz beside every file that gains by it: the server compresses nothing. */
export async function compress(folder: string): Promise<void> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    compressible.has(extname(name)),
  )
  await Promise.all(names.filter((name) => name !== 'index.html').map((name) => compressFile(join(folder, name))))
  await compressFile(join(folder, 'index.html'))
}

async function compressFile(file: string): Promise<void> {
  const bytes = readFileSync(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length }
  writeFileSync(`${file}.br`, await promisify(brotliCompress)(bytes, { params }))
  writeFileSync(`${file}.gz`, await promisify(gzip)(bytes, { level: 9 }))
}

/** Builds the console unless it is built. */
async function build(root: string): Promise<void> {
  if (isBuilt(root)) return
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: join(root, 'packages/console'),
    stdio: 'inherit',
  })
  if (status !== 0) throw new Error('vite could not build the console')
  await compress(join(root, 'packages/console/dist'))
}

if (process.argv[1] === import.meta.filename) await build(join(import.meta.dirname, '..'))
