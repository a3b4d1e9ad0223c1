import { spawn } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { text as readText } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { cleanEnvironment, keyward, temporaryFolder } from './server.ts'

const document = (statement: object) => JSON.stringify({ Version: '2012-10-17', Statement: statement }, undefined, 2)
const sound = document({ Effect: 'Allow', Action: 's3:GetObject', Resource: 'arn:aws:s3:::bucket/*' })
const clumsy = document({ Effect: 'Allow', Action: ['s3:GetObject', 's3:Get*'], Resource: 'arn:aws:s3:::bucket/*' })
const risky = document({ Effect: 'Allow', Action: '*', Resource: '*' })
const broken = sound.replace('"Allow",', '"allow"')

function files(texts: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = temporaryFolder()
  for (const [name, text] of Object.entries(texts)) writeFileSync(join(folder, name), text)
  return folder
}

const check = (cwd: string, ...args: string[]) => keyward(['policy', 'check', ...args], { cwd })

describe('keyward policy check', () => {
  it('says nothing of a sound policy and ends with 0', async () => {
    expect(await check(files({ 'a.json': sound }), 'a.json')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  it('tells each finding with its place, and ends with 1 for an error', async () => {
    const { code, stdout } = await check(files({ 'a.json': broken, 'b.json': sound }), 'a.json', 'b.json')
    expect(code).toBe(1)
    expect(stdout.trimEnd().split('\n')).toEqual([
      'a.json:4:15: ERROR INVALID_EFFECT The effect "allow" is not valid. Write "Allow".',
      'a.json:5:5: ERROR JSON_SYNTAX_ERROR A comma is missing before this.',
    ])
  })

  it('ends with 1 for a security warning', async () => {
    const { code, stdout } = await check(files({ 'a.json': risky }), 'a.json')
    expect([code, stdout]).toEqual([1, expect.stringContaining('SECURITY_WARNING KEYWARD_ALLOWS_EVERYTHING')])
  })

  it('ends with 0 for suggestions, and with 1 where it is strict', async () => {
    const folder = files({ 'a.json': clumsy })
    expect(await check(folder, 'a.json')).toMatchObject({
      code: 0,
      stdout: expect.stringContaining('SUGGESTION REDUNDANT_ACTION'),
    })
    expect(await check(folder, '--strict', 'a.json')).toMatchObject({ code: 1 })
  })

  it('judges a policy as what it is said to be', async () => {
    const folder = files({ 'a.json': sound })
    const codes = { resource: 'MISSING_PRINCIPAL', trust: 'MISSING_PRINCIPAL', rcp: 'RCP_SYNTAX_ERROR_ALLOW' }
    for (const [type, code] of Object.entries(codes)) {
      expect(await check(folder, '--type', type, 'a.json')).toMatchObject({
        code: 1,
        stdout: expect.stringContaining(code),
      })
    }
    for (const type of ['identity', 'managed', 'session', 'scp']) {
      expect(await check(folder, '--type', type, 'a.json')).toMatchObject({ code: 0 })
    }
  })

  it('prints one JSON object with all places', async () => {
    const { code, stdout } = await check(files({ 'a.json': clumsy }), '--json', 'a.json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toEqual({
      findings: [
        expect.objectContaining({
          file: 'a.json',
          type: 'SUGGESTION',
          code: 'REDUNDANT_ACTION',
          locations: [
            {
              path: ['Statement', 'Action', 0],
              line: 6,
              column: 7,
              offset: clumsy.indexOf('"s3:GetObject"'),
              length: 14,
            },
          ],
        }),
      ],
    })
  })

  it('reads what is piped in', async () => {
    const bin = fileURLToPath(new URL('../packages/cli/bin/keyward.js', import.meta.url))
    const child = spawn(process.execPath, [bin, 'policy', 'check', '-'], { env: cleanEnvironment() })
    child.stdin.end(broken)
    const [stdout, code] = await Promise.all([readText(child.stdout), new Promise((end) => child.on('close', end))])
    expect([code, stdout]).toEqual([1, expect.stringContaining('(stdin):4:15: ERROR INVALID_EFFECT')])
  })

  it('ends with 2 where nothing could be checked', async () => {
    const folder = files({
      'latin.json': Uint8Array.of(0x22, 0xe9, 0x22),
      'long.json': ' '.repeat(1_048_577),
      'a.json': sound,
    })
    for (const [name, reason] of [
      ['none.json', 'no such file'],
      ['.', 'directory'],
      ['latin.json', 'it is not UTF-8'],
      ['long.json', 'it is longer than 1048576 bytes'],
    ] as const) {
      expect(await check(folder, 'a.json', name)).toEqual({
        code: 2,
        stdout: '',
        stderr: expect.stringMatching(new RegExp(`^keyward: ${name} could not be read: .*${reason}`)),
      })
    }
    expect(await check(folder, '--type', 'group', 'a.json')).toMatchObject({ code: 2 })
    expect(await check(folder)).toMatchObject({ code: 2 })
  })
})
