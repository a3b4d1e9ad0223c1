import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Ends a run with so many errors outside of tests, in a process that something else would end with 0. */
function end(failed: number): { status: number | null; output: string } {
  const script = `
    import ClosingLine from './closing-line.ts'
    process.once('beforeExit', () => process.exit(0))
    const test = (state) => ({ result: () => ({ state }), parent: { type: 'module' } })
    const module = { state: () => 'passed', errors: () => [], children: { allTests: () => [test('passed')] }, moduleId: 'm' }
    new ClosingLine().onTestRunEnd([module], Array.from({ length: ${failed} }))`
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: join(import.meta.dirname),
    encoding: 'utf8',
  })
  return { status, output: stdout }
}

it('ends with success where nothing failed', () => {
  expect(end(0)).toEqual({ status: 0, output: '1 passed, 0 failed\n' })
})

it('ends with failure where something failed, whoever else ends the process', () => {
  expect(end(2)).toEqual({ status: 1, output: '1 passed, 2 failed\n' })
})
