import Button from '@cloudscape-design/components/button'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import { useT } from '../../i18n/language-provider.tsx'
import { DocumentView } from '../../parts/policy/document-view.tsx'
import { PermissionsSummary } from '../../parts/policy/permissions-summary.tsx'
import { labels as tagLabels } from '../../parts/tags/labels.ts'
import { TagRows } from '../../parts/tags/tag-rows.tsx'
import type { Draft } from './draft.ts'
import { labels } from './labels.ts'

export interface ReviewStepProps {
  readonly draft: Draft
  readonly tried: boolean
  readonly errors: {
    readonly name: string | undefined
    readonly description: string | undefined
    readonly path: string | undefined
  }
  readonly onChange: (change: Partial<Draft>) => void
  readonly onEdit: () => void
}

/** What the policy is called, and once more what it says. */
export function ReviewStep({ draft, tried, errors, onChange, onEdit }: ReviewStepProps) {
  const t = useT()
  return (
    <SpaceBetween size="l">
      <Container header={<Header variant="h2">{t(labels.details)}</Header>}>
        <SpaceBetween size="l">
          <FormField label={t(labels.name)} constraintText={t(labels.nameText)} errorText={errors.name}>
            <Input
              value={draft.name}
              autoFocus
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) => onChange({ name: detail.value })}
            />
          </FormField>
          <FormField
            label={t(labels.description)}
            constraintText={t(labels.descriptionText)}
            errorText={errors.description}
          >
            <Textarea
              value={draft.description}
              rows={2}
              onChange={({ detail }) => onChange({ description: detail.value })}
            />
          </FormField>
          <FormField label={t(labels.path)} constraintText={t(labels.pathText)} errorText={errors.path}>
            <Input
              value={draft.path}
              placeholder="/"
              autoComplete={false}
              spellcheck={false}
              onChange={({ detail }) => onChange({ path: detail.value })}
            />
          </FormField>
        </SpaceBetween>
      </Container>
      <PermissionsSummary document={draft.document} />
      <Container
        header={
          <Header
            variant="h2"
            actions={
              <Button ariaLabel={`${t(labels.edit)}: ${t(labels.document)}`} onClick={onEdit}>
                {t(labels.edit)}
              </Button>
            }
          >
            {t(labels.document)}
          </Header>
        }
      >
        <DocumentView text={draft.document} label={t(labels.document)} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={t(tagLabels.optionalText)}>
            {t(tagLabels.optional)}
          </Header>
        }
      >
        <TagRows tags={draft.tags} tried={tried} onChange={(tags) => onChange({ tags })} />
      </Container>
    </SpaceBetween>
  )
}
