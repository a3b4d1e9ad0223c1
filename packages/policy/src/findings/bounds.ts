/** How much is said of a document, whatever it holds. All ours. */
export const bounds = {
  /** Findings of one code: who mends a hundred asks again. */
  perCode: 100,
  /** Places that one finding names. */
  locations: 20,
  /** Faults of JSON: behind so many, a text is no policy. */
  jsonFaults: 100,
  /** Characters of a name or value that a sentence repeats. */
  excerpt: 80,
  /** Names of one document that are compared with all of a service's for a likely spelling. */
  spellings: 25,
  /** Pairs of patterns in one document that are compared, to find one inside another. */
  comparisons: 20_000,
} as const
