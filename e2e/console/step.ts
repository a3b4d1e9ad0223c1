/** A step of the seed, or of a journey: its words stand before whatever fails in it. */
export async function step<T>(name: string, walk: () => Promise<T>): Promise<T> {
  try {
    return await walk()
  } catch (error) {
    if (error instanceof Error) error.message = `${name}: ${error.message}`
    throw error
  }
}
