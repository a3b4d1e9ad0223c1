import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import ColumnLayout from '@cloudscape-design/components/column-layout'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import Textarea from '@cloudscape-design/components/textarea'
import Tiles from '@cloudscape-design/components/tiles'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Form } from '../../parts/form.tsx'
import { OpeningSection } from '../../parts/opening-section.tsx'
import { PolicyEditor } from '../../parts/policy/policy-editor.tsx'
import type { SimulationQuery } from '../../parts/simulator/simulation-query.ts'
import { ActionChoice } from './action-choice.tsx'
import { principalOf } from './arn.ts'
import { BoundaryChoice } from './boundary-choice.tsx'
import { ContextRows } from './context-rows.tsx'
import { labels } from './labels.ts'
import { PrincipalChoice } from './principal-choice.tsx'
import { ResourcePolicy } from './resource-policy.tsx'
import { useAskedKeys } from './use-asked-keys.ts'
import { useFaults } from './use-faults.ts'

export interface QuestionProps {
  readonly first: SimulationQuery
  readonly onAsk: (query: SimulationQuery) => void
}

/** Everything that a simulation is asked. */
export function Question({ first, onAsk }: QuestionProps) {
  const t = useT()
  const [query, setQuery] = useState(first)
  const [resources, setResources] = useState(first.resources.join('\n'))
  const [tried, setTried] = useState(false)
  const change = (part: Partial<SimulationQuery>) => setQuery({ ...query, ...part })
  const whole = {
    ...query,
    resources: linesOf(resources),
    context: query.context.filter((one) => one.values.length > 0),
  }
  const faults = useFaults(whole)
  const shown = tried ? faults : {}
  const asked = useAskedKeys(query)
  const isUser = query.of === 'principal' && principalOf(query.principal)?.kind === 'user'
  const submit = () => {
    setTried(true)
    if (Object.keys(faults).length === 0) onAsk(whole)
  }
  return (
    <Form onSubmit={submit}>
      <SpaceBetween size="l">
        <Container header={<Header variant="h2">{t(labels.who)}</Header>}>
          <SpaceBetween size="m">
            <Tiles
              ariaLabel={t(labels.who)}
              value={query.of}
              items={[
                { value: 'principal', label: t(labels.ofPrincipal), description: t(labels.ofPrincipalText) },
                { value: 'policy', label: t(labels.ofPolicy), description: t(labels.ofPolicyText) },
              ]}
              onChange={({ detail }) => change({ of: detail.value === 'policy' ? 'policy' : 'principal' })}
            />
            {query.of === 'principal' ? (
              <PrincipalChoice
                principal={query.principal}
                errorText={shown.principal}
                onChange={(principal) => change({ principal })}
              />
            ) : (
              <FormField label={t(labels.policy)} errorText={shown.policy} stretch>
                <PolicyEditor
                  value={query.policy}
                  home="managed"
                  refusal={undefined}
                  onChange={(policy) => change({ policy, from: '' })}
                />
              </FormField>
            )}
          </SpaceBetween>
        </Container>
        <Container header={<Header variant="h2">{t(labels.what)}</Header>}>
          <ColumnLayout columns={2}>
            <ActionChoice
              actions={query.actions}
              errorText={shown.actions}
              onChange={(actions) => change({ actions })}
            />
            <FormField label={t(labels.resources)} description={t(labels.resourcesText)} stretch>
              <Textarea
                value={resources}
                rows={5}
                placeholder="*"
                spellcheck={false}
                autoComplete={false}
                onChange={({ detail }) => setResources(detail.value)}
              />
            </FormField>
          </ColumnLayout>
        </Container>
        <Container
          header={
            <Header variant="h2" description={t(labels.contextText)}>
              {t(labels.context)}
            </Header>
          }
        >
          <SpaceBetween size="s">
            {asked.error?.isDenied === true && (
              <Box color="text-body-secondary">
                {t(labels.keysHidden, { action: 'iam:GetContextKeysForPrincipalPolicy' })}
              </Box>
            )}
            <ContextRows
              key={query.principal}
              asked={asked.keys}
              known={asked.known}
              context={query.context}
              isUser={isUser}
              onChange={(context) => change({ context })}
            />
          </SpaceBetween>
        </Container>
        <OpeningSection
          variant="container"
          headerText={t(labels.more)}
          defaultExpanded={first.boundary !== '' || first.resourcePolicy !== ''}
        >
          <SpaceBetween size="m">
            <BoundaryChoice
              boundary={query.boundary}
              isPrincipal={query.of === 'principal'}
              onChange={(boundary) => change({ boundary })}
            />
            <ResourcePolicy value={query.resourcePolicy} onChange={(resourcePolicy) => change({ resourcePolicy })} />
            {!isUser && query.resourcePolicy.trim() !== '' && (
              <FormField label={t(labels.caller)} description={t(labels.callerText)} errorText={shown.caller} stretch>
                <Input
                  value={query.caller}
                  autoComplete={false}
                  spellcheck={false}
                  placeholder="arn:aws:iam::123456789012:user/alice"
                  onChange={({ detail }) => change({ caller: detail.value.trim() })}
                />
              </FormField>
            )}
          </SpaceBetween>
        </OpeningSection>
        <Box textAlign="right">
          <Button variant="primary">{t(labels.run)}</Button>
        </Box>
      </SpaceBetween>
    </Form>
  )
}

/** One to a line, each once. */
const linesOf = (text: string): readonly string[] => [
  ...new Set(
    text
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
  ),
]
