import * as iam from '@aws-sdk/client-iam'
import * as sts from '@aws-sdk/client-sts'
import { HttpResponse, type HttpRequest } from '@smithy/protocol-http'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { ServiceError, type ErrorCode } from '../../src/errors.ts'
import { modelledStatus, operationModel, services, type ServiceName, type Shape } from '../../src/protocol/model.ts'
import { query } from '../../src/protocol/query/index.ts'
import { valueOf } from './arbitraries.ts'
import { request, requestId } from './requests.ts'

// The AWS SDK serialises the calls and reads the answers here: it knows the protocol from elsewhere than we do.

interface Exchange {
  /** What the codec read out of the SDK's request. */
  input: unknown
  /** What the codec is to answer with. */
  output: unknown
}

type Send = (command: unknown) => Promise<Record<string, unknown>>

function clientOf(service: ServiceName, exchange: Exchange): Send {
  const settings = {
    region: 'us-east-1',
    credentials: { accessKeyId: 'AKIAIOSFODNN7EXAMPLE', secretAccessKey: 'secret' },
    endpoint: 'http://localhost',
    maxAttempts: 1,
    requestHandler: {
      handle: (sent: HttpRequest) => Promise.resolve({ response: respond(service, sent, exchange) }),
    },
  }
  const client = service === 'iam' ? new iam.IAMClient(settings) : new sts.STSClient(settings)
  return client.send.bind(client) as unknown as Send
}

function respond(service: ServiceName, sent: HttpRequest, exchange: Exchange): HttpResponse {
  const raw = request({
    method: sent.method,
    target: sent.path,
    rawHeaders: Object.entries(sent.headers).flat(),
    body: Buffer.from(sent.body),
  })
  try {
    const call = query.readCall(raw, service)
    exchange.input = call.input
    if (exchange.output instanceof ServiceError) throw exchange.output
    return toHttp(query.renderResult(call.operation, exchange.output, requestId))
  } catch (error) {
    if (error instanceof ServiceError) return toHttp(query.renderError(error, raw, service, requestId))
    throw error
  }
}

function toHttp({ status, headers, body }: ReturnType<typeof query.renderResult>): HttpResponse {
  const named: Record<string, string> = {}
  for (let i = 0; i < headers.length; i += 2) named[headers[i]!.toLowerCase()] = headers[i + 1]!
  return new HttpResponse({ statusCode: status, headers: named, body: Buffer.from(String(body)) })
}

function command(service: ServiceName, name: string, input: unknown): unknown {
  const library = (service === 'iam' ? iam : sts) as unknown as Record<string, new (input: unknown) => unknown>
  return new library[`${name}Command`]!(input)
}

function readText(shapeName: string, text: string): string {
  if (shapeName === 'policyDocumentType') {
    const escape = (each: string) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`
    return encodeURIComponent(text).replace(/[!'()*]/g, escape)
  }
  // This SDK takes white space with a line feed in it for indentation, however it is written.
  return text.trim() === '' && text.includes('\n') ? '' : text
}

/** An output as the SDK hands it over: dates as Date, policy documents still encoded, as AWS sends them. */
function asRead(shape: Shape, value: unknown): unknown {
  switch (shape.type) {
    case 'structure':
      return Object.fromEntries(
        shape.members
          .map((member) => [member.name, member.shape, (value as Record<string, unknown>)[member.name]] as const)
          .filter(([, , part]) => part !== undefined)
          .map(([name, memberShape, part]) => [name, asRead(memberShape, part)]),
      )
    case 'list':
      return (value as unknown[]).map((each) => asRead(shape.member, each))
    case 'map':
      return Object.fromEntries(Object.entries(value as object).map(([key, each]) => [key, asRead(shape.value, each)]))
    case 'timestamp':
      return new Date(value as number)
    case 'string':
      return readText(shape.name, value as string)
    default:
      return value
  }
}

for (const service of ['iam', 'sts'] as const satisfies ServiceName[]) {
  describe(`the AWS SDK understands every operation of ${service}`, () => {
    test.each(services[service].operationNames)('%s', async (name) => {
      const operation = operationModel(service, name)!
      const exchange: Exchange = { input: undefined, output: undefined }
      const send = clientOf(service, exchange)
      const input = operation.input ? valueOf(operation.input, 'input') : fc.constant({})
      const output = operation.output ? valueOf(operation.output, 'output') : fc.constant(undefined)
      await fc.assert(
        fc.asyncProperty(input, output, async (sent, returned) => {
          exchange.output = returned
          const answer = await send(command(service, name, sent))
          expect(exchange.input).toEqual(sent)
          expect(answer.$metadata).toMatchObject({ httpStatusCode: 200, requestId })
          const read = operation.output ? asRead(operation.output, returned) : {}
          expect(answer).toEqual({ ...(read as object), $metadata: answer.$metadata })
        }),
        { numRuns: 8 },
      )
    })
  })
}

describe('the AWS SDK recognises every declared error', () => {
  const declared = (['iam', 'sts'] as const).flatMap((service) =>
    services[service].operationNames.flatMap((name) =>
      operationModel(service, name)!.errors.map((code) => [service, name, code] as const),
    ),
  )
  const once = [...new Map(declared.map((each) => [`${each[0]} ${each[2]}`, each])).values()]
  test.each<readonly [ServiceName, string, ErrorCode]>(once)('%s %s: %s', async (service, name, code) => {
    const { input } = operationModel(service, name)!
    const exchange: Exchange = { input: undefined, output: new ServiceError(code, 'a <reason> & more') }
    const [sent] = input ? fc.sample(valueOf(input, 'input'), 1) : [{}]
    const caught = await clientOf(service, exchange)(command(service, name, sent)).catch((error: unknown) => error)
    expect(caught).toMatchObject({ $metadata: { httpStatusCode: modelledStatus(code), requestId } })
    expect((caught as Error).constructor.name).not.toMatch(/ServiceException$/)
    if (!code.startsWith('Report')) expect(caught).toMatchObject({ message: 'a <reason> & more' })
  })
})
