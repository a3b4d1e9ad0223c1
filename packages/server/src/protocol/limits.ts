/** The bounds of what a request's form may hold. The size in bytes is the listener's to check. */
export const limits = {
  /** Ours: the largest honest call (SimulateCustomPolicy with every list long) stays well below. */
  parametersMax: 10_000,
  /** Ours: the longest name the model can spell has some 70 characters. */
  parameterNameCharactersMax: 512,
  /** Ours: the deepest name the model can spell has 7 parts (`ReplacementValues.entry.1.value.Values.member.1`). */
  parameterNamePartsMax: 10,
  /** AWS: one index may extend a list by this many members. */
  listMembersSkippedMax: 10,
  /** AWS: how many of the violations found are printed. */
  violationsPrintedMax: 10,
  /** Ours: text longer than this and than its own bound is not matched against its pattern. */
  overlongTextMatchedMax: 4_096,
  /** Ours: the deepest input of the model nests 5 levels (the `Values` of a delegation's parameters). */
  jsonDepthMax: 10,
  /** Ours: as many as a form may have parameters. */
  jsonValuesMax: 10_000,
  /** Ours: how much of a wrong name is repeated in the sentence that refuses it. */
  excerptCharactersMax: 64,
} as const
