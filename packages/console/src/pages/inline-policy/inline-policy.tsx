import { useState } from 'react'
import { useParams, useSearchParams } from 'react-router'
import { useRead } from '../../api/use-read.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Denied } from '../../parts/denied.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { calls, named, type Identity } from '../../parts/permissions/identity.ts'
import { useKnown } from '../../parts/permissions/use-known.ts'
import { addStatement, policyWith, suggestionIn } from '../../parts/policy/add-statement.ts'
import { templateDocument, templates } from '../../parts/policy/templates.ts'
import { Waiting } from '../../parts/waiting.tsx'
import { crumbsOf } from './crumbs.ts'
import { labels } from './labels.ts'
import { PolicyForm } from './policy-form.tsx'

export const CreateUserPolicy = () => <CreatePolicy kind="user" />
export const CreateGroupPolicy = () => <CreatePolicy kind="group" />
export const EditUserPolicy = () => <EditPolicy kind="user" />
export const EditGroupPolicy = () => <EditPolicy kind="group" />

interface PolicyProps {
  readonly kind: Identity['kind']
}

/** A new inline policy for the user or group of the address: empty, or from the template that the address names. */
function CreatePolicy({ kind }: PolicyProps) {
  const { name = '' } = useParams()
  const known = useKnown(kind, name)
  const [parameters] = useSearchParams()
  const template = templates.find((one) => one.name === parameters.get('template'))
  const suggested = suggestionIn(parameters)
  const first = suggested ? policyWith(suggested) : blank
  return (
    <PolicyForm
      {...known}
      opened={undefined}
      name={template?.name ?? ''}
      document={template ? templateDocument(template, { withPaths: false }) : first}
      suggested={suggested}
    />
  )
}

const blank = JSON.stringify(
  { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: [], Resource: '*' }] },
  null,
  2,
)

/** An inline policy that exists. */
function EditPolicy({ kind }: PolicyProps) {
  const t = useT()
  const { name: owner = '' } = useParams()
  const known = useKnown(kind, owner)
  const { identity } = known
  const [parameters] = useSearchParams()
  const name = parameters.get('policy') ?? ''
  const { getInline } = calls[kind]
  const asked = { ...named(identity), PolicyName: name }
  const policy = useRead('iam', getInline, asked, { expects: ['NoSuchEntity'] })
  // Read once, and not from what is kept: a document is not replaced under the hand, and is compared when it is saved.
  const [first, setFirst] = useState<typeof policy.data>()
  if (!first && policy.data && !policy.loading) setFirst(policy.data)
  if (first) {
    const { PolicyName, PolicyDocument } = first
    const suggested = suggestionIn(parameters)
    return (
      <PolicyForm
        key={PolicyName}
        {...known}
        opened={PolicyDocument}
        name={PolicyName}
        document={suggested ? addStatement(PolicyDocument, suggested) : PolicyDocument}
        suggested={suggested}
      />
    )
  }
  const crumbs = crumbsOf(t, identity)
  if (policy.error?.code === 'NoSuchEntity') {
    return (
      <Page title={t(labels.noPolicyTitle, { name })} crumbs={crumbs} description={t(labels.noPolicyText)}>
        <LinkButton href={`${identity.base}?section=permissions`}>{t(labels.back, { name: owner })}</LinkButton>
      </Page>
    )
  }
  return (
    <Page title={t(labels.editTitle, { name })} crumbs={crumbs}>
      {policy.error ? <Denied error={policy.error} action={`iam:${getInline}`} resource={identity.arn} /> : <Waiting />}
    </Page>
  )
}
