interface Window {
  /** The first request, sent by start.ts; taken once by session/begin.ts. */
  keywardBegin?: Promise<Response> | undefined
}

declare module 'virtual:theme.css'
