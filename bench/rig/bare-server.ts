import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

// What a call costs before anything is asked of it: the POST is read to its end and a fixed answer goes back.
const body = Buffer.alloc(Number(process.argv[2]), 'x')

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    response.writeHead(200, { 'Content-Type': 'text/xml', 'Content-Length': body.length })
    response.end(body)
  })
})
server.keepAliveTimeout = 75_000
server.listen(0, '127.0.0.1', () => {
  process.stdout.write(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}\n`)
})
process.on('SIGTERM', () => process.exit(0))
