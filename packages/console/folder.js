import { fileURLToPath } from 'node:url'

/** Where the built files of the console are. */
export const folder = fileURLToPath(new URL('./dist/', import.meta.url))
