// Plain JavaScript, run before anything is compiled: says in one line what is missing.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 12)) {
  console.error(
    `keyward needs Node.js 22.12 or later to build and run; this is ${process.versions.node}. Run "npm ci" first: it brings its own Node 24 for this checkout.`,
  )
  process.exit(1)
}
