import { useEffect, useState } from 'react'

/** SHA-256 of a text, in hex; undefined until it is known. */
export function useHash(text: string | undefined): string | undefined {
  const [hashed, setHashed] = useState<{ readonly of: string; readonly hash: string }>()
  useEffect(() => {
    if (text === undefined) return undefined
    let isCurrent = true
    void crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)).then((digest) => {
      if (isCurrent) setHashed({ of: text, hash: hexOf(new Uint8Array(digest)) })
    })
    return () => {
      isCurrent = false
    }
  }, [text])
  return hashed?.of === text ? hashed?.hash : undefined
}

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
