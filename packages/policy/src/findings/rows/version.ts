import { type Check, documented } from '../check.ts'
import { type PolicyKind } from '../../parse.ts'
import { kindNames } from '../kind.ts'
import { quoted } from '../quoted.ts'

const mustBe2012 = (kind: PolicyKind) =>
  kind === 'identity-managed' || kind === 'service-control' || kind === 'resource-control'

const versions = new Set(['2008-10-17', '2012-10-17'])

export const versionChecks: readonly Check[] = [
  {
    code: 'INVALID_VERSION',
    type: 'ERROR',
    source: documented('error-invalid-version'),
    refused: true,
    about: 'Version is not one of the two versions of the policy language.',
    find({ version }, report) {
      if (version === undefined || versions.has(version.text)) return
      const message = `${quoted(version.text)} is no version of the policy language. Write "2012-10-17"; it is not the date of the policy.`
      report(message, version.place)
    },
  },
  {
    code: 'KEYWARD_VERSION_2012_REQUIRED',
    type: 'ERROR',
    refused: true,
    about: 'A managed, service control or resource control policy states version 2012-10-17.',
    find({ kind, version, hasVersion, damaged, place }, report) {
      if (!mustBe2012(kind)) return
      const message = `${kindNames[kind]} must have "Version": "2012-10-17".`
      if (version?.text === '2008-10-17') report(message, version.place)
      if (!hasVersion && !damaged) report(`${message} Add it.`, place)
    },
  },
  {
    code: 'MISSING_VERSION',
    type: 'WARNING',
    source: documented('general-warning-missing-version'),
    about: 'Without Version a document counts as 2008-10-17, in which variables are plain text.',
    find({ kind, hasVersion, damaged, place }, report) {
      if (hasVersion || damaged || mustBe2012(kind)) return
      report(
        'Without Version the policy counts as 2008-10-17, which has no variables. Add "Version": "2012-10-17".',
        place,
      )
    },
  },
  {
    code: 'KEYWARD_OLD_VERSION',
    type: 'SUGGESTION',
    about: 'Version 2008-10-17 has no variables and nothing that 2012-10-17 lacks.',
    find({ kind, version }, report) {
      if (version?.text !== '2008-10-17' || mustBe2012(kind)) return
      report('Version 2008-10-17 has no variables. "2012-10-17" has all that it has, and them.', version.place)
    },
  },
]
