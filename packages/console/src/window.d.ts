interface Window {
  /** The first request, sent by start.ts; taken once by session/begin.ts. */
  keywardBegin?: Promise<Response> | undefined
}

declare module 'virtual:theme.css'

declare module 'virtual:protecting-keys/en' {
  // An ambient module cannot import by a relative name.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const blocks: readonly import('./pages/protecting-keys/markdown.ts').Block[]
  export default blocks
}

declare module 'virtual:protecting-keys/ja' {
  // An ambient module cannot import by a relative name.
  // eslint-disable-next-line @typescript-eslint/consistent-type-imports
  const blocks: readonly import('./pages/protecting-keys/markdown.ts').Block[]
  export default blocks
}
