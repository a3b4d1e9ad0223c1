import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { call } from './connection.ts'
import { startNode, type Server } from './process.ts'

const here = import.meta.dirname
export const keywardProgram = join(here, '../../packages/cli/bin/keyward.js')

/** Node's own flags of the command, from its first line: `#!/usr/bin/env -S node FLAG…`. */
const flagsOfCommand = (readFileSync(keywardProgram, 'utf8').split('\n', 1)[0] ?? '').split(' ').slice(3)

/** A Keyward over a data folder. `node` are flags of Node itself, such as `--import FILE`, `serve` those of the command. */
export function startKeyward(
  folder: string,
  options: { node?: readonly string[]; serve?: readonly string[] } = {},
): Promise<Server> {
  return startServe(['--data', folder], options)
}

/** A Keyward over a PostgreSQL database. */
export function startKeywardOn(url: string, masterKeyFile: string): Promise<Server> {
  return startServe(['--database', url, '--master-key', masterKeyFile])
}

function startServe(
  place: readonly string[],
  { node = [], serve = [] }: { node?: readonly string[]; serve?: readonly string[] } = {},
): Promise<Server> {
  const flags = ['--listen', '127.0.0.1:0', '--log-level', 'warn']
  return startNode([...flagsOfCommand, ...node, keywardProgram, 'serve', ...place, ...flags, ...serve])
}

/** A bare `node:http` server whose whole answer has as many bytes as this server's answer to this request. */
export async function startBareLike(server: Server, request: Buffer): Promise<Server> {
  const wanted = (await call(server.port, request)).bytes
  const probe = await startBare(0)
  const empty = (await call(probe.port, request)).bytes
  await probe.stop()
  // The length of the body is itself written in the head: 0 has one digit, the body's length has three.
  const bare = await startBare(wanted - empty - (String(wanted - empty).length - 1))
  const { bytes } = await call(bare.port, request)
  if (Math.abs(bytes - wanted) > 1) throw new Error(`the bare server answers ${bytes} bytes, not ${wanted}`)
  return bare
}

export const startBare = (bodyBytes: number) => startNode([join(here, 'bare-server.ts'), String(bodyBytes)])
