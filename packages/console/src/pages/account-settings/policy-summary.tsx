import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs'
import type { Output } from '../../api/types.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import { classes, symbols } from './policy-rules.ts'

export type Policy = Output<'iam', 'GetAccountPasswordPolicy'>['PasswordPolicy']

interface Props {
  /** Undefined: the account has none of its own. */
  readonly current: Policy | undefined
  readonly onEdit: () => void
}

/** What holds now, rule by rule. */
export function PolicySummary({ current, onEdit }: Props) {
  const t = useT()
  return (
    <Container
      header={
        <Header
          variant="h2"
          description={t(labels.policyDescription)}
          actions={<Button onClick={onEdit}>{t(labels.edit)}</Button>}
        >
          {t(labels.policy)}
        </Header>
      }
    >
      {current === undefined ? <DefaultPolicy /> : <CustomPolicy policy={current} />}
    </Container>
  )
}

function DefaultPolicy() {
  const t = useT()
  return (
    <KeyValuePairs
      items={[
        {
          label: t(labels.kind),
          value: (
            <>
              {t(labels.isDefault)}
              <div className="kw-quiet">{t(labels.defaultText)}</div>
            </>
          ),
        },
      ]}
    />
  )
}

function CustomPolicy({ policy }: { readonly policy: Policy }) {
  const t = useT()
  const { MinimumPasswordLength = 6, MaxPasswordAge = 0, PasswordReusePrevention = 0 } = policy
  const required = classes.filter(({ member }) => policy[member] === true)
  const yesOrNo = (value: boolean | undefined) => t(value === true ? labels.yes : labels.no)
  return (
    <KeyValuePairs
      columns={3}
      items={[
        { label: t(labels.kind), value: t(labels.isCustom) },
        { label: t(labels.length), value: t(labels.characters, { count: MinimumPasswordLength }) },
        {
          label: t(labels.strength),
          value:
            required.length === 0 ? (
              t(labels.anyCharacters)
            ) : (
              <ul className="kw-plain-list">
                {required.map(({ member, label }) => (
                  <li key={member}>{t(label, { symbols })}</li>
                ))}
              </ul>
            ),
        },
        {
          label: t(labels.expiry),
          value: MaxPasswordAge === 0 ? t(labels.never) : t(labels.days, { count: MaxPasswordAge }),
        },
        { label: t(labels.hardExpiry), value: yesOrNo(policy.HardExpiry) },
        {
          label: t(labels.preventReuse),
          value:
            PasswordReusePrevention === 0 ? t(labels.no) : t(labels.lastPasswords, { count: PasswordReusePrevention }),
        },
        { label: t(labels.usersMayChange), value: yesOrNo(policy.AllowUsersToChangePassword) },
      ]}
    />
  )
}
