import { parsePolicy, type Statement } from '@keyward/policy'
import { policiesOfGroup, policiesOfUser, type PolicySource } from '../../../authz/policies.ts'
import { policyText } from '../../../authz/policy-text.ts'
import type { View } from '../../../directory/view.ts'
import type { PolicyGrantingServiceAccess } from '../../../protocol/types/iam.ts'
import { operation } from '../../operation.ts'
import { page } from '../../paging.ts'
import { onPolicySource, type PolicySourceEntity } from '../simulation/policy-source.ts'

/** @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListPoliciesGrantingServiceAccess.html */
export const ListPoliciesGrantingServiceAccess = operation('iam', 'ListPoliciesGrantingServiceAccess', {
  access: 'List',
  missing: 'roles come with roles',
  requires: ({ input, caller, view }) =>
    onPolicySource('iam:ListPoliciesGrantingServiceAccess', input.Arn, caller, view),

  answer({ input, target, caller, view, means }) {
    const namespaces = input.ServiceNamespaces
    const { rows, rest } = page(
      {
        operation: 'ListPoliciesGrantingServiceAccess',
        account: caller.principal.account,
        filters: [input.Arn, ...namespaces],
        input: { Marker: input.Marker },
        view,
        means,
      },
      {
        read: ([after] = ['-1'], limit) =>
          namespaces
            .map((namespace, index) => ({ namespace, index }))
            .slice(Number(after) + 1, Number(after) + 1 + limit),
        positionOf: ({ index }) => [String(index)],
      },
    )
    const policies = policiesOf(target, view)
    return {
      PoliciesGrantingServiceAccess: rows.map(({ namespace }) => ({
        ServiceNamespace: namespace,
        Policies: policies.filter(({ grants }) => grants(namespace.toLowerCase())).map(({ shown }) => shown),
      })),
      ...rest,
    }
  },
})

interface GrantingPolicy {
  readonly shown: PolicyGrantingServiceAccess
  /** Does it allow anything of a service, by its prefix in lower case? */
  grants(service: string): boolean
}

/** What gives an entity permissions, its groups' policies among them: each managed one once. Boundaries give none. */
function policiesOf(entity: PolicySourceEntity, view: View): readonly GrantingPolicy[] {
  const { sources } =
    entity.type === 'User' ? view.derive(policiesOfUser, entity.user.id) : view.derive(policiesOfGroup, entity.group.id)
  const identity = sources.identity ?? []
  const once = identity.filter(
    ({ arn }, index) => arn === undefined || identity.findIndex((one) => one.arn === arn) === index,
  )
  const name = entity.type === 'User' ? entity.user.name : entity.group.name
  return once.map((source) => {
    const kind = source.kind === 'inline' ? 'identity-inline' : 'identity-managed'
    const { statements } = parsePolicy(policyText(source, view), kind)
    const allowing = statements.filter(({ effect }) => effect === 'Allow').map(servicesOf)
    return { shown: describe(source, name), grants: (service) => allowing.some((speaksOf) => speaksOf(service)) }
  })
}

const describe = ({ kind, name, arn, owner }: PolicySource, entityName: string): PolicyGrantingServiceAccess =>
  kind === 'managed'
    ? { PolicyName: name, PolicyType: 'MANAGED', ...(arn === undefined ? {} : { PolicyArn: arn }) }
    : {
        PolicyName: name,
        PolicyType: 'INLINE',
        EntityType: owner.type === 'User' ? 'USER' : 'GROUP',
        EntityName: owner.name ?? entityName,
      }

/**
 * Is any action of a service among those of a statement? A service's name in an action is literal, or the action is a star. Read once, and
 * asked for as many services as a call names.
 */
function servicesOf({ action: { negated, values } }: Statement): (service: string) => boolean {
  const actions = values.map((value) => value.toLowerCase())
  if (negated) {
    // What is left out of NotAction is allowed: none of a service's are left over only where they are named by a star.
    const whole = new Set(actions.filter((action) => /^(\*|[^:]*:\*+)$/.test(action)).map(serviceOf))
    return (service) => !whole.has('*') && !whole.has(service)
  }
  const services = new Set(actions.map(serviceOf))
  return (service) => services.has('*') || services.has(service)
}

/** `s3` of `s3:getobject`, `*` of `*` */
const serviceOf = (action: string): string => action.split(':', 1)[0] ?? action
