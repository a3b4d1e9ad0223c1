import { createListener } from '../packages/server/dist/http/listener.js'
import { TrustedProxies } from '../packages/server/dist/http/trusted-proxies.js'
import { randomUUID } from 'node:crypto'
const body = 'x'.repeat(412)
const s = createListener({
  tls: undefined,
  trustedProxies: new TrustedProxies([]),
  basePath: '',
  answer: async () => {
    const id = randomUUID()
    return {
      status: 200,
      headers: [
        'Content-Type',
        'text/xml',
        'x-amzn-RequestId',
        id,
        'x-amz-sts-extended-request-id',
        Buffer.from(id).toString('base64'),
      ],
      body,
    }
  },
  refused: () => {},
  fault: console.log,
} as never)
s.listen(0, '127.0.0.1', () =>
  process.stdout.write(`ready http://127.0.0.1:${(s.address() as never as { port: number }).port}\n`),
)
process.on('SIGTERM', () => process.exit(0))
