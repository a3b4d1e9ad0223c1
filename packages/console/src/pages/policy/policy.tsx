import Button from '@cloudscape-design/components/button'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tabs from '@cloudscape-design/components/tabs'
import { useState } from 'react'
import { useNavigate, useParams, useSearchParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { Help } from '../../parts/help.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { editPolicyAddress, type PolicySection } from '../../parts/policy/policy-address.ts'
import { SimulateButton } from '../../parts/simulator/simulate-button.tsx'
import { DeletePolicy } from './delete-policy.tsx'
import { Entities } from './entities-tab.tsx'
import { labels } from './labels.ts'
import { NoPolicy } from './no-policy.tsx'
import { PolicyPermissions } from './policy-permissions.tsx'
import { PolicyTags } from './policy-tags.tsx'
import { Summary } from './summary.tsx'
import { usePolicy } from './use-policy.ts'
import { Versions } from './versions.tsx'

const sections: readonly PolicySection[] = ['permissions', 'entities', 'versions', 'tags']

/** The page of the policy that the address names. */
export function Policy() {
  const { arn = '' } = useParams()
  return <PolicyPage key={arn} arn={arn} />
}

function PolicyPage({ arn }: { readonly arn: string }) {
  const t = useT()
  const navigate = useNavigate()
  const [parameters, setParameters] = useSearchParams()
  const [deleting, setDeleting] = useState(false)
  const known = usePolicy(arn)
  const { policy, error, name, isAws } = known
  if (error && !error.isDenied) return <NoPolicy name={name} />
  const section = sections.find((one) => one === parameters.get('section')) ?? 'permissions'
  return (
    <Page
      title={name}
      crumbs={[{ text: t(labels.policies), href: '/iam/policies' }]}
      help={<PolicyHelp />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <SimulateButton query={{ of: 'policy', from: arn }} />
          {!isAws && <Button onClick={() => setDeleting(true)}>{t(labels.delete)}</Button>}
          {!isAws && (
            <LinkButton variant="primary" href={editPolicyAddress(arn)}>
              {t(labels.edit)}
            </LinkButton>
          )}
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {error && <Denied error={error} action="iam:GetPolicy" resource={arn} />}
        <Summary known={known} />
        <Tabs
          ariaLabel={t(labels.tabs)}
          activeTabId={section}
          onChange={({ detail }) => setParameters({ section: detail.activeTabId }, { replace: true })}
          tabs={[
            { id: 'permissions', label: t(labels.permissions), content: <PolicyPermissions known={known} /> },
            { id: 'entities', label: t(labels.entities), content: <Entities arn={arn} name={name} /> },
            { id: 'versions', label: t(labels.versions), content: <Versions arn={arn} isAws={isAws} /> },
            { id: 'tags', label: t(labels.tags), content: <PolicyTags arn={arn} policy={policy} error={error} /> },
          ]}
        />
      </SpaceBetween>
      {deleting && (
        <DeletePolicy arn={arn} onClose={() => setDeleting(false)} onDeleted={() => void navigate('/iam/policies')} />
      )}
    </Page>
  )
}

function PolicyHelp() {
  const t = useT()
  return (
    <Help title={t(labels.helpTitle)}>
      <p>{t(labels.helpVersions)}</p>
      <p>{t(labels.helpEntities)}</p>
    </Help>
  )
}
