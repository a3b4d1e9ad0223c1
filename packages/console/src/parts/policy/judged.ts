import { useEffect, useState } from 'react'

/** How long a pause in typing counts as its end, in milliseconds: for a text of this many characters, and for a longer one. */
const [pause, longPause, long] = [250, 700, 20_000]

/** The text as it was when typing last paused: what is judged, counted and drawn from it does not run at every key. */
export function useJudged(text: string): string {
  const [judged, setJudged] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setJudged(text), text.length > long ? longPause : pause)
    return () => clearTimeout(timer)
  }, [text])
  return judged
}
