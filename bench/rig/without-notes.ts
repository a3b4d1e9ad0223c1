import { LastUsedNotes } from '../../packages/server/dist/audit/last-used.js'

// Imported before the server: its calls note nothing, so nothing is flushed either.
LastUsedNotes.prototype.note = () => undefined
