import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { templateDocument, templates } from '../../parts/policy/templates.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { useSession } from '../../session/session-state.ts'
import { userOf, type Owner } from '../access-keys/owner.ts'
import { labels } from './labels.ts'
import { PolicyForm } from './policy-form.tsx'

/** A new inline policy for the user of the address: empty, or from the template that the address names. */
export function CreateUserPolicy() {
  const owner = useOwner()
  const [parameters] = useSearchParams()
  const template = templates.find(({ name }) => name === parameters.get('template'))
  return (
    <PolicyForm
      owner={owner}
      opened={undefined}
      name={template?.name ?? ''}
      document={template ? templateDocument(template, { withPaths: false }) : blank}
    />
  )
}

const blank = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [], Resource: '*' }] },
  null,
  2,
)

/** An inline policy that exists. */
export function EditUserPolicy() {
  const t = useT()
  const owner = useOwner()
  const [parameters] = useSearchParams()
  const name = parameters.get('policy') ?? ''
  const asked = { UserName: owner.userName ?? '', PolicyName: name }
  const policy = useRead('iam', 'GetUserPolicy', asked, { expects: ['NoSuchEntity'] })
  // Read once, and not from what is kept: a document is not replaced under the hand, and is compared when it is saved.
  const [first, setFirst] = useState<typeof policy.data>()
  if (!first && policy.data && !policy.loading) setFirst(policy.data)
  if (first) {
    const { PolicyName, PolicyDocument } = first
    return (
      <PolicyForm key={PolicyName} owner={owner} opened={PolicyDocument} name={PolicyName} document={PolicyDocument} />
    )
  }
  const crumbs = [
    { text: t(labels.users), href: '/iam/users' },
    { text: owner.userName ?? '', href: `${owner.base}?section=permissions` },
  ]
  if (policy.error?.code === 'NoSuchEntity') {
    return (
      <Page title={t(labels.noPolicyTitle, { name })} crumbs={crumbs} description={t(labels.noPolicyText)}>
        <LinkButton href={`${owner.base}?section=permissions`}>
          {t(labels.toUser, { user: owner.userName ?? '' })}
        </LinkButton>
      </Page>
    )
  }
  return (
    <Page title={t(labels.editTitle, { name })} crumbs={crumbs}>
      {policy.error ? <Denied error={policy.error} action="iam:GetUserPolicy" resource={owner.arn} /> : <Waiting />}
    </Page>
  )
}

function useOwner(): Owner {
  const { name = '' } = useParams()
  return userOf(useSession(), name)
}
