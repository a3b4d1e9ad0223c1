import { Connection, type Answer } from './connection.ts'
import { signedRequest, type Credentials, type Form } from './requests.ts'

/** Makes signed calls, one after the other, over connections that it keeps, one a server. */
export class Client {
  readonly #connections = new Map<number, Connection>()

  async call(port: number, form: Form, credentials: Credentials): Promise<Answer> {
    return this.send(port, signedRequest(form, credentials))
  }

  async send(port: number, request: Buffer): Promise<Answer> {
    let connection = this.#connections.get(port)
    if (connection === undefined) this.#connections.set(port, (connection = new Connection(port)))
    return connection.send(request)
  }

  /** The body of a call that has to succeed. */
  async done(port: number, form: Form, credentials: Credentials): Promise<string> {
    const { status, body } = await this.call(port, form, credentials)
    if (status !== 200) throw new Error(`${form.action} was answered ${status}: ${body}`)
    return body
  }

  close(): void {
    for (const connection of this.#connections.values()) connection.close()
  }
}

/** The text of the first element of this name. */
export function textOf(body: string, element: string): string {
  const text = new RegExp(`<${element}>([^<]*)</${element}>`).exec(body)?.[1]
  if (text === undefined) throw new Error(`no ${element} in ${body}`)
  return text
}
