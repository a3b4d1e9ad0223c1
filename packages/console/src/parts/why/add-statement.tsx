import ButtonDropdown from '@cloudscape-design/components/button-dropdown'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { useFollow } from '../link.tsx'
import { groupIdentity, userIdentity, type Identity } from '../permissions/identity.ts'
import { suggestionParameters, type SuggestedStatement } from '../policy/add-statement.ts'
import { labels } from './labels.ts'

export interface AddStatementProps {
  readonly userName: string
  readonly suggested: SuggestedStatement
}

/** The editors in which a statement would allow it: the user's own policies, a new one, and those of the user's groups. */
export function AddStatement({ userName, suggested }: AddStatementProps) {
  const t = useT()
  const follow = useFollow()
  const asked = { UserName: userName }
  const expects = ['NoSuchEntity'] as const
  // Who may not list them is offered a new policy alone.
  const own = useRead('iam', 'ListUserPolicies', asked, { expects }).data?.PolicyNames ?? []
  const groups = useRead('iam', 'ListGroupsForUser', asked, { expects }).data?.Groups ?? []
  const parameters = suggestionParameters(suggested)
  const itemsFor = ({ base }: Identity, policies: readonly string[]) => [
    ...policies.map((policy) => ({
      id: `${base} ${policy}`,
      text: t(labels.toPolicy, { name: policy }),
      href: `${base}/edit-policy?policy=${encodeURIComponent(policy)}&${parameters}`,
    })),
    { id: base, text: t(labels.toNewPolicy), href: `${base}/create-policy?${parameters}` },
  ]
  return (
    <ButtonDropdown
      items={[
        { text: t(labels.toUser, { name: userName }), items: itemsFor(userIdentity('', userName), own) },
        ...groups.map(({ GroupName }) => ({
          text: t(labels.toGroup, { name: GroupName }),
          items: itemsFor(groupIdentity('', GroupName), []),
        })),
      ]}
      onItemFollow={follow}
    >
      {t(labels.addStatement)}
    </ButtonDropdown>
  )
}
