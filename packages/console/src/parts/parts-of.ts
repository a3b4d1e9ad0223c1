/** The parts of an ARN, an address or a path, each with the colon or slash at its end. A slash that begins a path is no part. */
export const partsOf = (text: string): readonly string[] => text.split(/(?<=[^:/][:/]+)(?=[^:/])/)
