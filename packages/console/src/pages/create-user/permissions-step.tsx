import Alert from '@cloudscape-design/components/alert'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Tiles from '@cloudscape-design/components/tiles'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels as policyLabels } from '../../parts/policy/labels.ts'
import { PolicyEditor } from '../../parts/policy/policy-editor.tsx'
import { oneselfUnderAnyPath, templates } from '../../parts/policy/templates.ts'
import { Quoted } from '../../parts/quoted.tsx'
import { GroupChoice } from '../../parts/membership/group-choice.tsx'
import { labels as permissionLabels } from '../../parts/permissions/labels.ts'
import { PolicyChoice } from '../../parts/permissions/policy-choice.tsx'
import { CopiedPolicies } from './copied-policies.tsx'
import { CopyPermissions } from './copy-permissions.tsx'
import { inlineOf, type Draft } from './draft.ts'
import { labels } from './labels.ts'

export interface PermissionsStepProps {
  readonly draft: Draft
  /** The user exists: what CreateUser takes is not to be changed here any more. */
  readonly created: boolean
  readonly errors: {
    readonly policyName: string | undefined
    readonly refusal: string | undefined
    readonly boundary: string | undefined
  }
  readonly onChange: (change: Partial<Draft>) => void
}

/** What the user may do: by groups, by policies, like another user; and what she may not go beyond. */
export function PermissionsStep({ draft, created, errors, onChange }: PermissionsStepProps) {
  const t = useT()
  const [copying, setCopying] = useState(false)
  const path = draft.path === '' ? '/' : draft.path
  const choices = [
    { value: 'none' as const, label: t(labels.nothing), description: t(labels.nothingText) },
    ...templates.map(({ name }) => ({
      value: name,
      label: t(labels.template, { name }),
      description: t(policyLabels[name]),
    })),
    { value: 'json' as const, label: t(labels.ownJson), description: t(labels.ownJsonText) },
  ]
  const isTemplate = draft.inline !== 'none' && draft.inline !== 'json'
  return (
    <SpaceBetween size="l">
      <Container
        disableContentPaddings
        header={
          <Header
            variant="h2"
            description={t(labels.copyText)}
            actions={<Button onClick={() => setCopying(true)}>{t(labels.chooseUser)}</Button>}
          >
            {t(labels.copy)}
          </Header>
        }
      />
      <Container
        header={
          <Header variant="h2" description={t(labels.groupsText)}>
            {t(labels.groups)}
          </Header>
        }
      >
        <GroupChoice chosen={draft.groups} onChange={(groups) => onChange({ groups })} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={t(labels.managedText)}>
            {t(labels.managed)}
          </Header>
        }
      >
        <PolicyChoice chosen={draft.managed} onChange={(managed) => onChange({ managed })} />
      </Container>
      <Container
        header={
          <Header variant="h2" description={t(labels.inlineText)}>
            {t(labels.inline)}
          </Header>
        }
      >
        <SpaceBetween size="l">
          <Tiles
            ariaLabel={t(labels.inline)}
            columns={1}
            value={draft.inline}
            items={choices}
            onChange={({ detail }) => {
              const chosen = choices.find(({ value }) => value === detail.value)
              if (chosen) onChange({ inline: chosen.value })
            }}
          />
          {isTemplate && (
            <SpaceBetween size="m">
              {path !== '/' && !draft.withPaths && <Alert type="warning">{t(labels.withPathsNeeded, { path })}</Alert>}
              <Checkbox checked={draft.withPaths} onChange={({ detail }) => onChange({ withPaths: detail.checked })}>
                {t(labels.withPaths, { resource: oneselfUnderAnyPath })}
              </Checkbox>
              <Quoted text={inlineOf(draft)?.document ?? ''} what={t(labels.policyDocument)} />
            </SpaceBetween>
          )}
          {draft.inline === 'json' && (
            <SpaceBetween size="m">
              <FormField label={t(labels.policyName)} errorText={errors.policyName}>
                <Input
                  value={draft.policyName}
                  autoComplete={false}
                  spellcheck={false}
                  onChange={({ detail }) => onChange({ policyName: detail.value })}
                />
              </FormField>
              <PolicyEditor
                value={draft.document}
                home="user"
                path={path}
                refusal={errors.refusal}
                onChange={(document) => onChange({ document })}
                onTemplate={(name) => draft.policyName === '' && onChange({ policyName: name })}
              />
            </SpaceBetween>
          )}
          {draft.copied.length > 0 && (
            <CopiedPolicies policies={draft.copied} onChange={(copied) => onChange({ copied })} />
          )}
        </SpaceBetween>
      </Container>
      <Container
        header={
          <Header variant="h2" description={t(permissionLabels.boundaryText)}>
            {t(permissionLabels.boundary)}
          </Header>
        }
      >
        <SpaceBetween size="m">
          {created ? (
            <Alert type="info">{t(labels.boundaryKept)}</Alert>
          ) : (
            <Checkbox
              checked={draft.boundary !== undefined}
              onChange={({ detail }) => onChange({ boundary: detail.checked ? '' : undefined })}
            >
              {t(labels.setBoundary)}
            </Checkbox>
          )}
          {!created && draft.boundary !== undefined && (
            <FormField stretch errorText={errors.boundary}>
              <PolicyChoice
                single
                chosen={draft.boundary === '' ? [] : [draft.boundary]}
                onChange={([boundary = '']) => onChange({ boundary })}
              />
            </FormField>
          )}
        </SpaceBetween>
      </Container>
      {copying && <CopyPermissions draft={draft} onChange={onChange} onClose={() => setCopying(false)} />}
    </SpaceBetween>
  )
}
