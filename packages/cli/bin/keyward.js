#!/usr/bin/env -S node --max-semi-space-size=16
// V8's young generation would grow to half of the memory a busy server takes, and gain nothing: it holds what one call makes.
// Plain JavaScript that imports nothing before it has looked: on an older Node the database library would crash without a word.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  process.stderr.write(`keyward needs Node.js 22.12 or later; this is ${process.versions.node}.\n`)
  process.exit(1)
}
const { run } = await import('../dist/index.js')
await run(process.argv)
