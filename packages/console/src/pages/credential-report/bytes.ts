/** Browsers are getting it; the library of TypeScript here does not know it. */
interface WithFromBase64 {
  fromBase64?(text: string): Uint8Array<ArrayBuffer>
}

/** A multiple of four characters. */
const sliceCharacters = 1_048_576

/** The bytes of base64, in pieces. Without the browser's own reader the page goes on between them: 30 MB at once would hold it up for seconds. */
export async function bytesOfBase64(text: string): Promise<Uint8Array<ArrayBuffer>[]> {
  const { fromBase64 } = Uint8Array as WithFromBase64
  if (fromBase64 !== undefined) return [fromBase64.call(Uint8Array, text)]
  const pieces: Uint8Array<ArrayBuffer>[] = []
  for (let from = 0; from < text.length; from += sliceCharacters) {
    pieces.push(Uint8Array.from(atob(text.slice(from, from + sliceCharacters)), (character) => character.charCodeAt(0)))
    await new Promise((resolve) => setTimeout(resolve))
  }
  return pieces
}
