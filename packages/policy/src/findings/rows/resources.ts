import { iamPaths, partitions } from '../../checks/resources.ts'
import { type Check, documented, ofStatements } from '../check.ts'
import { type Outline, type StatementOutline, type Word } from '../outline.ts'
import { didYouMean, quoted } from '../quoted.ts'
import { nearest } from '../spelling.ts'

const resourcesOf = ({ resource }: StatementOutline): readonly Word[] => resource?.words ?? []

export interface Arn {
  readonly partition: string
  readonly vendor: string
  readonly region: string
  readonly account: string
  readonly resource: string
}

/** The parts of a text that begins as an ARN and has all of them. */
export function splitArn(text: string): Arn | undefined {
  const [prefix, partition = '', vendor = '', region = '', account = '', ...rest] = text.split(':')
  return prefix !== 'arn' || rest.length === 0
    ? undefined
    : { partition, vendor, region, account, resource: rest.join(':') }
}

/** Trust policies have no resources: what stands there is refused whole. */
function ofResources(
  row: Omit<Check, 'find'>,
  find: (word: Word, report: (message: string) => void, policy: Outline) => void,
): Check {
  return ofStatements(row, (statement, report, policy) => {
    if (policy.kind === 'trust') return
    for (const word of resourcesOf(statement))
      if (word.text !== '*')
        find(
          word,
          (message) => {
            report(message, word.place)
          },
          policy,
        )
  })
}

function ofArns(
  row: Omit<Check, 'find'>,
  find: (arn: Arn, report: (message: string) => void, word: Word, policy: Outline) => void,
): Check {
  return ofResources(row, (word, report, policy) => {
    const arn = splitArn(word.text)
    if (arn !== undefined) find(arn, report, word, policy)
  })
}

const isWild = (text: string) => /[*?]|\$\{/.test(text)

export const resourceChecks: readonly Check[] = [
  ofResources(
    {
      code: 'INVALID_ARN_PREFIX',
      type: 'ERROR',
      source: documented('error-invalid-arn-prefix'),
      refused: true,
      about: 'A resource is neither * nor an ARN.',
    },
    ({ text }, report) => {
      if (!text.startsWith('arn:')) report(`${quoted(text)} is no resource: it must be "*" or begin with "arn:".`)
    },
  ),
  ofResources(
    {
      code: 'MISSING_ARN_FIELD',
      type: 'ERROR',
      source: documented('error-missing-arn-field'),
      refused: true,
      about: 'An ARN has fewer than six parts.',
    },
    ({ text }, report) => {
      const parts = text.split(':').length
      if (!text.startsWith('arn:') || parts >= 6) return
      report(`An ARN has six parts: arn:partition:service:region:account:resource. ${quoted(text)} has ${parts}.`)
    },
  ),
  ofArns(
    {
      code: 'INVALID_PARTITION',
      type: 'ERROR',
      source: documented('error-invalid-partition'),
      refused: true,
      about: 'There is no partition of this name.',
    },
    ({ partition }, report) => {
      if (partitions.has(partition)) return
      report(`There is no partition ${quoted(partition)}.${didYouMean(nearest(partition, partitions) ?? 'aws')}`)
    },
  ),
  ofArns(
    {
      code: 'KEYWARD_ARN_SERVICE_FORM',
      type: 'ERROR',
      refused: true,
      about: 'The service of an ARN is left out or holds a wildcard.',
    },
    ({ vendor }, report) => {
      if (vendor === '') report('The ARN names no service.')
      else if (/[*?]/.test(vendor)) report(`The service of an ARN is written out: ${quoted(vendor)} holds a wildcard.`)
    },
  ),
  ofArns(
    {
      code: 'WILDCARD_IN_SERVICE_NAME',
      type: 'SUGGESTION',
      source: documented('suggestion-wildcard-in-service-name'),
      about: 'A wildcard in the service of an ARN also stands for services that are still to come.',
    },
    ({ vendor }, report) => {
      if (/[*?]/.test(vendor)) report(`${quoted(vendor)} may match services that you do not think of.`)
    },
  ),
  ofArns(
    {
      code: 'KEYWARD_VARIABLE_BEFORE_RESOURCE',
      type: 'ERROR',
      refused: true,
      about: 'A variable stands before the sixth part of an ARN, where none is replaced.',
    },
    ({ partition, vendor, region, account }, report) => {
      if (![partition, vendor, region, account].some((part) => part.includes('${'))) return
      report('Variables are replaced in the last part of an ARN only, behind the fifth colon.')
    },
  ),
  ofArns(
    {
      code: 'ARN_REGION_NOT_ALLOWED',
      type: 'ERROR',
      source: documented('error-arn-region-not-allowed'),
      refused: true,
      about: 'The ARNs of IAM, and those of S3 buckets, have no region.',
    },
    ({ vendor, region, resource }, report) => {
      if (region === '' || (vendor !== 'iam' && (vendor !== 's3' || resource.startsWith('accesspoint/')))) return
      report(`ARNs of ${vendor} have no region. Remove ${quoted(region)}.`)
    },
  ),
  ofArns(
    {
      code: 'KEYWARD_IAM_RESOURCE_PATH',
      type: 'ERROR',
      refused: true,
      about: 'The last part of an IAM ARN is neither * nor a kind of resource and a slash.',
    },
    ({ vendor, region, account, resource }, report) => {
      // The colon of a variable in the account's place shifts what is behind it.
      if (vendor !== 'iam' || region !== '' || resource === '*' || account.includes('${')) return
      if (iamPaths.some((path) => resource.startsWith(path))) return
      const [kind = ''] = resource.split('/')
      const meant = resource.includes('/')
        ? nearest(`${kind}/`, iamPaths)
        : iamPaths.find((path) => path === `${kind}/`)
      report(
        `${quoted(resource)} is no resource of IAM: it begins with one of ${iamPaths.join(', ')}.${didYouMean(meant)}`,
      )
    },
  ),
  ofArns(
    {
      code: 'INVALID_ARN_ACCOUNT',
      type: 'ERROR',
      source: documented('error-invalid-arn-account'),
      about: 'The account of an ARN is not twelve digits.',
    },
    ({ account }, report) => {
      if (account === '' || account === 'aws' || isWild(account) || /^[0-9]{12}$/.test(account)) return
      report(`An account is twelve digits; ${quoted(account)} is not.`)
    },
  ),
  ofArns(
    {
      code: 'INVALID_ARN_SERVICE_CASE',
      type: 'ERROR',
      source: documented('error-invalid-arn-service-case'),
      about: 'The service of an ARN holds capital letters, and so is no service: ARNs are compared letter by letter.',
    },
    ({ vendor }, report) => {
      if (/[A-Z]/.test(vendor)) report(`Services are written in lower case in ARNs: ${vendor.toLowerCase()}.`)
    },
  ),
  ofArns(
    {
      code: 'INVALID_SERVICE',
      type: 'ERROR',
      source: documented('error-invalid-service'),
      about: 'No service of this name has resources.',
    },
    ({ vendor }, report, _word, { knowledge }) => {
      if (
        vendor === '' ||
        /[*?A-Z]|\$\{/.test(vendor) ||
        knowledge.isPrefix(vendor) !== false ||
        arnVendors.has(vendor)
      )
        return
      report(`There is no service ${quoted(vendor)}.${didYouMean(nearest(vendor, knowledge.prefixes()))}`)
    },
  ),
  ofArns(
    {
      code: 'ARN_ACCOUNT_NOT_ALLOWED',
      type: 'ERROR',
      source: documented('error-arn-account-not-allowed'),
      about: 'The ARNs of S3 buckets and objects have no account.',
    },
    ({ vendor, account, region, resource }, report) => {
      // All that S3 has in an account has its kind before a slash; a bucket's name stands alone.
      if (vendor !== 's3' || account === '' || account === '*' || region !== '') return
      if (
        /^(?:accesspoint|storage-lens|storage-lens-group|job|access-grants|async-request|multiregionaccesspoint)\//.test(
          resource,
        )
      )
        return
      report('ARNs of buckets and objects have no account: arn:aws:s3:::bucket/key.')
    },
  ),
  ofArns(
    {
      code: 'MISSING_ARN_ACCOUNT',
      type: 'ERROR',
      source: documented('error-missing-arn-account'),
      about: 'Every resource of the service has an account in its ARN, and this one has none.',
    },
    ({ vendor, account }, report, _word, { knowledge }) => {
      const types = knowledge.service(vendor)?.resourceTypes.filter(({ parts }) => parts[2] === vendor) ?? []
      if (account !== '' || types.length === 0 || types.some(({ parts }) => parts[4] !== '*')) return
      report(`ARNs of ${vendor} have an account: twelve digits, or *. Without it nothing matches.`)
    },
  ),
  ofArns(
    {
      code: 'MISSING_ARN_REGION',
      type: 'ERROR',
      source: documented('error-missing-arn-region'),
      about: 'Every resource of the service has a region in its ARN, and this one has none.',
    },
    ({ vendor, region }, report, _word, { knowledge }) => {
      const types = knowledge.service(vendor)?.resourceTypes.filter(({ parts }) => parts[2] === vendor) ?? []
      if (region !== '' || types.length === 0 || types.some(({ parts }) => parts[3] !== '*')) return
      report(`ARNs of ${vendor} have a region, or *. Without it nothing matches.`)
    },
  ),
]

/** Services by the names that their ARNs have, where their actions have another. */
const arnVendors = new Set([
  'elasticloadbalancing',
  'cloudwatch',
  'catalog',
  'marketplace',
  'wafregional',
  'apigateway',
])
