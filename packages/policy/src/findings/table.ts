import { type Check } from './check.ts'
import { actionChecks } from './rows/actions.ts'
import { attachmentChecks } from './rows/attachment.ts'
import { broadChecks } from './rows/broad.ts'
import { conditionKeyChecks } from './rows/condition-keys.ts'
import { conditionTypeChecks } from './rows/condition-types.ts'
import { conditionValueChecks } from './rows/condition-values.ts'
import { controlPolicyChecks } from './rows/control-policies.ts'
import { elementChecks } from './rows/elements.ts'
import { emptyChecks } from './rows/empty.ts'
import { jsonChecks } from './rows/json.ts'
import { operatorChecks } from './rows/operators.ts'
import { principalChecks } from './rows/principals.ts'
import { redundancyChecks } from './rows/redundant.ts'
import { resourceTypeChecks } from './rows/resource-types.ts'
import { resourceChecks } from './rows/resources.ts'
import { roleActionChecks } from './rows/role-actions.ts'
import { sidChecks } from './rows/sid.ts'
import { sizeChecks } from './rows/sizes.ts'
import { sourceIpChecks } from './rows/source-ip.ts'
import { statementChecks } from './rows/statement.ts'
import { trustChecks } from './rows/trust.ts'
import { variableChecks } from './rows/variables.ts'
import { versionChecks } from './rows/version.ts'

/** Everything that is looked for in a policy. docs/policy-findings.md is made from it. */
export const checks: readonly Check[] = [
  ...jsonChecks,
  ...elementChecks,
  ...versionChecks,
  ...statementChecks,
  ...sidChecks,
  ...emptyChecks,
  ...principalChecks,
  ...attachmentChecks,
  ...actionChecks,
  ...resourceChecks,
  ...resourceTypeChecks,
  ...operatorChecks,
  ...conditionKeyChecks,
  ...conditionTypeChecks,
  ...conditionValueChecks,
  ...sourceIpChecks,
  ...variableChecks,
  ...roleActionChecks,
  ...trustChecks,
  ...controlPolicyChecks,
  ...redundancyChecks,
  ...broadChecks,
  ...sizeChecks,
]

/** Where AWS documents a code; undefined for codes of ours. */
export const findingSource = (code: string): string | undefined => checks.find((check) => check.code === code)?.source
