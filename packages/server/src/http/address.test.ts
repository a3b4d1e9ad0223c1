import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { listen, parseAddress } from './address.ts'

const folder = mkdtempSync(join(tmpdir(), 'keyward-address-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an address', () => {
  it.each([
    ['127.0.0.1:8750', true],
    ['127.9.9.9:1', true],
    ['[::1]:0', true],
    ['localhost:65535', true],
    ['0.0.0.0:80', false],
    ['[::]:80', false],
    ['192.0.2.1:80', false],
    ['example.com:80', false],
    // Whoever answers for that name decides where it points.
    ['localhost.example.com:80', false],
    ['[::ffff:127.0.0.1]:80', true],
    ['/run/keyward.sock', true],
  ])('%s is loopback: %s', (text, loopback) => {
    expect(parseAddress(text)).toMatchObject({ loopback, text })
  })

  it.each([
    '',
    ':80',
    '127.0.0.1',
    '127.0.0.1:65536',
    '::1:80',
    '[localhost]:80',
    'a b:80',
    'a:-1',
    'http://a:80',
    'a:1x',
  ])('is not %j', (text) => {
    expect(parseAddress(text)).toBeUndefined()
  })
})

describe('a UNIX socket', () => {
  const at = (path: string) => ({ kind: 'socket', path, loopback: true, text: path }) as const

  it('that a killed server left behind is taken over', async () => {
    const path = join(folder, 'left.sock')
    const script = `require('node:net').createServer().listen(${JSON.stringify(path)}, () => console.log('up'))`
    const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(child.stdout, 'data')
    child.kill('SIGKILL')
    await once(child, 'exit')
    expect(existsSync(path)).toBe(true)
    const door = await listen(createServer(), at(path))
    expect(door.authority).toBe(path)
    await door.close()
  })

  it('on which somebody listens is not', async () => {
    const path = join(folder, 'held.sock')
    const door = await listen(createServer(), at(path))
    await expect(listen(createServer(), at(path))).rejects.toThrow('EADDRINUSE')
    await door.close()
  })

  it('does not replace a file of another kind', async () => {
    const path = join(folder, 'file')
    writeFileSync(path, 'kept')
    await expect(listen(createServer(), at(path))).rejects.toThrow('EADDRINUSE')
    expect(existsSync(path)).toBe(true)
  })
})
