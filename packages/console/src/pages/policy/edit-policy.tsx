import { useState } from 'react'
import { useParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { policyAddress } from '../../parts/policy/policy-address.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { EditForm, type Opened } from './edit-form.tsx'
import { labels } from './labels.ts'
import { NoPolicy } from './no-policy.tsx'
import { usePolicy, usePolicyVersion } from './use-policy.ts'

/** A new version of the policy that the address names, begun from the default one. */
export function EditPolicy() {
  const { arn = '' } = useParams()
  return <EditPolicyPage key={arn} arn={arn} />
}

function EditPolicyPage({ arn }: { readonly arn: string }) {
  const t = useT()
  const { name, policy, isAws, error } = usePolicy(arn)
  const read = usePolicyVersion(arn, policy?.DefaultVersionId)
  // Read once: a document is not replaced under the hand, and is compared when it is saved.
  const [opened, setOpened] = useState<Opened>()
  const { VersionId, Document } = read.data?.PolicyVersion ?? {}
  if (!opened && !read.loading && VersionId !== undefined && Document !== undefined) {
    setOpened({ version: VersionId, document: Document })
  }
  if (opened && !isAws) return <EditForm arn={arn} name={name} opened={opened} />
  if (error && !error.isDenied) return <NoPolicy name={name} />
  return (
    <Page
      title={t(labels.editTitle, { name })}
      crumbs={[
        { text: t(labels.policies), href: '/iam/policies' },
        { text: name, href: policyAddress(arn) },
      ]}
      description={isAws ? t(labels.notYours) : undefined}
    >
      {isAws ? (
        <LinkButton href={policyAddress(arn)}>{t(labels.toPolicy, { name })}</LinkButton>
      ) : error ? (
        <Denied error={error} action="iam:GetPolicy" resource={arn} />
      ) : read.error ? (
        <Denied error={read.error} action="iam:GetPolicyVersion" resource={arn} />
      ) : (
        <Waiting />
      )}
    </Page>
  )
}
