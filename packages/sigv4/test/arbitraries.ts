import fc from 'fast-check'

/** Any text that can be sent, some of it chosen to be awkward for a signer. */
export const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: fc.constantFrom(..."aZ09-._~ /%+&=?#:;,@!$'()*é漢😀"), maxLength: 12 }),
)

export const method = fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'HEAD', 'PATCH')

/** A path as a client sends it: segments percent-encoded, some empty or a dot, never above the root. */
export const path = fc
  .array(fc.oneof(text.map(encodeURIComponent), fc.constantFrom('', '.', 'a%2Fb', '%2e%2E', '~tilde', "it's(*)!")), {
    maxLength: 6,
  })
  .map((segments) => `/${segments.filter((segment) => segment !== '..').join('/')}`)

/** Parameters of a query, names repeated now and then. */
export const query = fc.array(
  fc.record({
    name: fc.oneof(text, fc.constantFrom('Tag', 'Tag-1', 'tag')).filter((name) => name !== '' && name !== '__proto__'),
    value: text,
  }),
  { maxLength: 8 },
)

// Blanks stand inside, at the ends and in runs; no line ends, which no header can hold.
const headerText = fc.string({
  unit: fc.constantFrom(...'abcXYZ019 \t,;:="/%', '  '),
  maxLength: 20,
})

/** Headers beyond the host, each name once. */
export const headers = fc
  .uniqueArray(
    fc.record({
      name: fc.constantFrom(
        'Content-Type',
        'X-Amz-Target',
        'x-k8s-aws-id',
        'X-NOTE',
        'x-a',
        'x-a-b',
        'accept',
        "x!#$&'*+.^_`|~",
      ),
      value: headerText,
    }),
    { selector: ({ name }) => name.toLowerCase(), maxLength: 6 },
  )
  .map((list) => list.map(({ name, value }): [string, string] => [name, value]))

export const body = fc.oneof(fc.constant(new Uint8Array()), fc.uint8Array({ maxLength: 200 }))

/** Whole seconds, within years of four digits that a calendar of this century has. */
export const now = fc.integer({ min: 0, max: 4_102_444_799 }).map((seconds) => seconds * 1000)

export const region = fc.constantFrom('us-east-1', 'eu-west-3', 'local', 'cn-north-1')
export const service = fc.constantFrom('iam', 'sts', 'keyward')

export const credentials = fc.record(
  {
    accessKeyId: fc.stringMatching(/^[A-Z0-9]{16,20}$/),
    secretAccessKey: fc.oneof(fc.stringMatching(/^[A-Za-z0-9+/]{40}$/), fc.string({ minLength: 1, maxLength: 100 })),
    sessionToken: fc.stringMatching(/^[A-Za-z0-9+/]{1,60}={0,2}$/),
  },
  { requiredKeys: ['accessKeyId', 'secretAccessKey'] },
)
