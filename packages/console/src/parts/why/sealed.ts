/** Characters of a sealed reason. */
const alphabet = /^[\w+/=-]+$/

/** [AWS] what DecodeAuthorizationMessage takes at most. */
const sealedMax = 10_240

/** Shorter than this is a word of the text around it. */
const sealedMin = 100

/** The sealed reason in what somebody pasted: by itself, broken into lines, or with the rest of a message around it. */
export function sealedIn(pasted: string): string {
  const joined = pasted.replaceAll(/\s+/g, '')
  if (alphabet.test(joined)) return joined.slice(0, sealedMax)
  const words = pasted.split(/\s+/).filter((word) => word.length >= sealedMin && alphabet.test(word))
  return words.toSorted((a, b) => b.length - a.length)[0]?.slice(0, sealedMax) ?? joined.slice(0, sealedMax)
}
