import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium, type Browser } from 'playwright-core'

const path = '/usr/bin/chromium'

/** What the browser must not do on a machine without a network, and what it cannot do as root. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Debian's browser, and letters for Japanese: brought once, where this is Debian and we are root. */
function install(): void {
  if (existsSync(path) || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const patiently = ['-q', '-o', 'Acquire::Retries=1', '-o', 'DPkg::Lock::Timeout=120']
  spawnSync('apt-get', [...patiently, 'update'], { env, timeout: 120_000 })
  const packages = ['chromium', 'fonts-noto-cjk']
  spawnSync('apt-get', [...patiently, 'install', '-y', '--no-install-recommends', ...packages], {
    env,
    timeout: 480_000,
  })
}

/** Undefined: there is a browser. Else what to do about it, in one line. */
export function missingChromium(): string | undefined {
  install()
  return existsSync(path) ? undefined : 'install it by "apt-get install chromium fonts-noto-cjk"'
}

/** `remembers`: as people's browsers do, it keeps a page that was left, to show it again at once. */
export const launchChromium = ({ remembers = false } = {}): Promise<Browser> =>
  chromium.launch({
    executablePath: path,
    args: flags,
    ...(remembers && { ignoreDefaultArgs: ['--disable-back-forward-cache'] }),
  })
