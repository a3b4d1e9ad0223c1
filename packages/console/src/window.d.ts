interface Window {
  /** The first request, sent by start.ts; taken once by session/begin.ts. */
  keywardBegin?: Promise<Response> | undefined
}

declare module 'virtual:theme.css'

declare module 'virtual:protecting-keys/en' {
  const blocks: readonly import('./pages/protecting-keys/markdown.ts').Block[]
  export default blocks
}

declare module 'virtual:protecting-keys/ja' {
  const blocks: readonly import('./pages/protecting-keys/markdown.ts').Block[]
  export default blocks
}
