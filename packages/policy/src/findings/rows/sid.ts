import { type Check, documented, ofStatements } from '../check.ts'
import { type Outline, type Word } from '../outline.ts'
import { quoted } from '../quoted.ts'

/** Resource policies belong to their services, whose statement ids may hold spaces; those of trust policies may, too. */
const anySid = ({ kind }: Outline): boolean => kind === 'resource' || kind === 'trust'

export const sidChecks: readonly Check[] = [
  ofStatements(
    {
      code: 'UNSUPPORTED_SID',
      type: 'ERROR',
      source: documented('error-unsupported-sid'),
      refused: true,
      about: 'A Sid holds anything but letters and digits.',
    },
    ({ sid }, report, policy) => {
      if (sid === undefined || anySid(policy) || /^[A-Za-z0-9]*$/.test(sid.text)) return
      report(`The Sid ${quoted(sid.text)} may hold letters and digits only.`, sid.place)
    },
  ),
  {
    code: 'UNIQUE_SIDS_REQUIRED',
    type: 'ERROR',
    source: documented('error-unique-sids-required'),
    refused: true,
    about: 'Two statements of a policy have one Sid.',
    find(policy, report) {
      for (const [first, sid] of repeated(policy)) {
        report(`Two statements have the Sid ${quoted(sid.text)}. Give one of them another.`, sid.place, first.place)
      }
    },
  },
  ofStatements(
    {
      code: 'EMPTY_SID_VALUE',
      type: 'SUGGESTION',
      source: documented('suggestion-empty-sid-value'),
      about: 'A Sid is empty.',
    },
    ({ sid }, report) => {
      if (sid?.text === '') report('The Sid is empty. Give the statement a name, or remove the Sid.', sid.place)
    },
  ),
]

function* repeated({ statements }: Outline): Generator<[first: Word, sid: Word]> {
  const seen = new Map<string, Word>()
  for (const { sid } of statements) {
    if (sid === undefined || sid.text === '') continue
    const first = seen.get(sid.text)
    if (first === undefined) seen.set(sid.text, sid)
    else yield [first, sid]
  }
}
