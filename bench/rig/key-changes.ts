import { Connection } from './connection.ts'
import { signedRequest, type Credentials, type Form } from './requests.ts'

/** One user whose key is created, deactivated and deleted, again and again. */
interface Rotation {
  readonly connection: Connection
  readonly userName: string
  keyId: string | undefined
  active: boolean
}

/** Changes that an administrator makes at a steady rate, on keys that take no other part. */
export class KeyChanges {
  readonly #administrator: Credentials
  readonly #all: readonly Rotation[]
  readonly #idle: Rotation[]
  #failure: Error | undefined

  constructor(port: number, administrator: Credentials, userNames: readonly string[]) {
    this.#administrator = administrator
    this.#all = userNames.map((userName) => ({
      connection: new Connection(port),
      userName,
      keyId: undefined,
      active: false,
    }))
    this.#idle = [...this.#all]
  }

  /** Begins `rate` changes a second while the work goes on. Gives how many a second were answered; throws where one was refused. */
  async during<Value>(rate: number, work: () => Promise<Value>): Promise<{ value: Value; rate: number }> {
    const started = performance.now()
    let begun = 0
    let answered = 0
    const timer = setInterval(() => {
      const due = ((performance.now() - started) / 1000) * rate
      while (begun < due) {
        const rotation = this.#idle.shift()
        if (rotation === undefined) return
        begun++
        void this.#step(rotation).then(
          () => answered++,
          (error: Error) => (this.#failure ??= error),
        )
      }
    }, 1)
    const value = await work()
    const made = (answered / (performance.now() - started)) * 1000
    clearInterval(timer)
    if (this.#failure !== undefined) throw this.#failure
    return { value, rate: made }
  }

  close(): void {
    for (const { connection } of this.#all) connection.close()
  }

  async #step(rotation: Rotation): Promise<void> {
    const { userName, keyId, active } = rotation
    if (keyId === undefined) {
      const body = await this.#do(rotation, { service: 'iam', action: 'CreateAccessKey', UserName: userName })
      rotation.keyId = /<AccessKeyId>(\w+)</.exec(body)?.[1]
      rotation.active = true
    } else if (active) {
      const key = { UserName: userName, AccessKeyId: keyId, Status: 'Inactive' }
      await this.#do(rotation, { service: 'iam', action: 'UpdateAccessKey', ...key })
      rotation.active = false
    } else {
      await this.#do(rotation, { service: 'iam', action: 'DeleteAccessKey', UserName: userName, AccessKeyId: keyId })
      rotation.keyId = undefined
    }
    this.#idle.push(rotation)
  }

  async #do({ connection }: Rotation, form: Form): Promise<string> {
    const { status, body } = await connection.send(signedRequest(form, this.#administrator))
    if (status !== 200) throw new Error(`${form.action} was answered ${status}: ${body}`)
    return body
  }
}
