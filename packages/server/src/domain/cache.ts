interface Entry<Value> {
  readonly value: Value
  readonly weight: number
}

/** Keeps values of at most about `max` weight: when a half is full the older half is dropped, so what is in use survives. */
export class BoundedCache<Key, Value> {
  readonly #half: number
  #weight = 0
  #young = new Map<Key, Entry<Value>>()
  #old = new Map<Key, Entry<Value>>()

  constructor(max: number) {
    this.#half = Math.ceil(max / 2)
  }

  get(key: Key): Value | undefined {
    const young = this.#young.get(key)
    if (young !== undefined) return young.value
    const old = this.#old.get(key)
    if (old !== undefined) this.#add(key, old)
    return old?.value
  }

  /** `weight` is in the measure of `max`: entries, or characters. */
  set(key: Key, value: Value, weight = 1): void {
    this.#add(key, { value, weight })
  }

  #add(key: Key, entry: Entry<Value>): void {
    if (this.#weight + entry.weight > this.#half) {
      this.#old = this.#young
      this.#young = new Map()
      this.#weight = 0
    }
    this.#weight += entry.weight - (this.#young.get(key)?.weight ?? 0)
    this.#young.set(key, entry)
  }
}
