import Container from '@cloudscape-design/components/container'
import Header from '@cloudscape-design/components/header'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { Copy } from '../../parts/copy.tsx'
import { DeniedLine } from '../../parts/denied-line.tsx'
import { Denied } from '../../parts/denied.tsx'
import { DocumentView } from '../../parts/policy/document-view.tsx'
import { PermissionsSummary } from '../../parts/policy/permissions-summary.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { labels } from './labels.ts'
import { usePolicyVersion, type KnownPolicy } from './use-policy.ts'

/** What a policy says: in a table, and in its own words. */
export function PolicyPermissions({ known: { arn, policy, pending, error } }: { readonly known: KnownPolicy }) {
  const t = useT()
  const version = policy?.DefaultVersionId
  const read = usePolicyVersion(arn, version)
  const document = read.data?.PolicyVersion?.Document
  // Who may not read the policy does not know which version to ask for.
  if (error) return <DeniedLine error={error} action="iam:GetPolicy" resource={arn} />
  if (read.error) return <Denied error={read.error} action="iam:GetPolicyVersion" resource={arn} />
  if (pending || document === undefined || version === undefined) return <Waiting />
  return (
    <SpaceBetween size="l">
      <PermissionsSummary document={document} />
      <Container
        header={
          <Header
            variant="h2"
            description={t(labels.documentText, { version })}
            actions={<Copy text={document}>{t(labels.copyDocument)}</Copy>}
          >
            {t(labels.documentTitle)}
          </Header>
        }
      >
        <DocumentView text={document} label={t(labels.documentTitle)} />
      </Container>
    </SpaceBetween>
  )
}
