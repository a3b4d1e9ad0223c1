import type { IncomingMessage } from 'node:http'

/** The whole body, `too large` beyond `max` bytes, `gone` where the client went away before its end. */
export function readBody(incoming: IncomingMessage, max: number): Promise<Buffer | 'too large' | 'gone'> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = []
    let size = 0
    if (Number(incoming.headers['content-length'] ?? 0) > max) {
      resolve('too large')
      return
    }
    incoming.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > max) {
        // Nothing more is kept; the answer closes the connection.
        incoming.pause()
        resolve('too large')
      } else chunks.push(chunk)
    })
    incoming.on('end', () =>
      resolve(chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)),
    )
    incoming.on('close', () => resolve('gone'))
    incoming.on('error', () => resolve('gone'))
  })
}
