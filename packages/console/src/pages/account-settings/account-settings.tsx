import { useSearchParams } from 'react-router'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Help } from '../../parts/help.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { labels } from './labels.ts'
import { PolicyForm } from './policy-form.tsx'
import { PolicySummary } from './policy-summary.tsx'

/** The account's password policy, to read and to edit. */
export function AccountSettings() {
  const t = useT()
  const [parameters, setParameters] = useSearchParams()
  const policy = useRead('iam', 'GetAccountPasswordPolicy', {}, { expects: ['NoSuchEntity'] })
  const none = policy.error?.code === 'NoSuchEntity'
  const help = (
    <Help title={t(labels.helpTitle)}>
      <p>{t(labels.help)}</p>
    </Help>
  )
  // An error may be newer than the answer that is still kept.
  const custom = none ? undefined : policy.data?.PasswordPolicy
  const edit = (open: boolean) => setParameters(open ? { edit: 'password_policy' } : {}, { replace: !open })
  return (
    <Page title={t(labels.title)} help={help}>
      {policy.error && !none ? (
        <Denied error={policy.error} action="iam:GetAccountPasswordPolicy" resource="*" />
      ) : policy.pending && !none ? (
        <Waiting />
      ) : parameters.get('edit') === 'password_policy' ? (
        <PolicyForm current={custom} onClose={() => edit(false)} />
      ) : (
        <PolicySummary current={custom} onEdit={() => edit(true)} />
      )}
    </Page>
  )
}
