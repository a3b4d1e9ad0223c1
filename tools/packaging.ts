import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { isBuilt } from './build-console.ts'
import { runAsCommand, type Finding } from './sources.ts'

interface Manifest {
  readonly private?: boolean
  readonly scripts?: Record<string, string>
}

/** Asks publint about every package that is published, and refuses scripts that npm would run on a user's machine. */
export async function check(root: string): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const name of readdirSync(join(root, 'packages')).sort()) {
    const file = `packages/${name}/package.json`
    if (!existsSync(join(root, file))) continue
    const manifest = JSON.parse(readFileSync(join(root, file), 'utf8')) as Manifest
    for (const script of ['preinstall', 'install', 'postinstall', 'prepare']) {
      if (manifest.scripts?.[script]) findings.push({ file, line: 1, message: `has the install script ${script}` })
    }
    if (manifest.private) continue
    if (!existsSync(join(root, 'packages', name, 'LICENSE')))
      findings.push({ file, line: 1, message: 'has no LICENSE' })
    // publint would say of each entry that it is missing; one sentence is enough.
    if (!existsSync(join(root, 'packages', name, 'dist'))) {
      findings.push({ file, line: 1, message: 'is not built: npm run build' })
      continue
    }
    if (name === 'console' && !isBuilt(root)) {
      findings.push({ file, line: 1, message: 'was changed since it was built: npm run build' })
    }
    // No packing: it starts npm once a package, and the files lists are two lines long.
    const { messages, pkg } = await publint({ pkgDir: join(root, 'packages', name), strict: true, pack: false })
    for (const message of messages) {
      findings.push({ file, line: 1, message: formatMessage(message, pkg, { color: false }) ?? message.code })
    }
  }
  return findings
}

runAsCommand(import.meta, check)
