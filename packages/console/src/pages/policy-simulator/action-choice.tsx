import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Multiselect from '@cloudscape-design/components/multiselect'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import TokenGroup from '@cloudscape-design/components/token-group'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { labels as partLabels } from '../../parts/labels.ts'
import { accessLevels } from '../../parts/policy/labels.ts'
import { labels } from './labels.ts'
import { useService, useServices } from './use-catalogue.ts'

export interface ActionChoiceProps {
  readonly actions: readonly string[]
  readonly errorText: string | undefined
  readonly onChange: (actions: readonly string[]) => void
}

/** As the server checks them. */
const actionPattern = /^[\w.-]+:[A-Za-z0-9]+$/

const levels = ['List', 'Read', 'Write', 'Tagging', 'Permissions management'] as const
const levelLabels = { ...accessLevels, 'Permissions management': accessLevels.Permissions }

/** The actions that are asked about: from what is known of a service, of several, or by name. */
export function ActionChoice({ actions, errorText, onChange }: ActionChoiceProps) {
  const t = useT()
  const services = useServices()
  const [prefix, setPrefix] = useState(actions[0]?.split(':')[0]?.toLowerCase() ?? '')
  const service = useService(prefix)
  const options = services.map(([value, name]) => ({ value, label: name, labelTag: value }))
  const grouped = levels.flatMap((level) => {
    const ofLevel = (service?.actions ?? []).filter(({ accessLevel }) => accessLevel === level)
    const named = ofLevel.map(({ name }) => ({ value: `${prefix}:${name}`, label: name }))
    return named.length === 0 ? [] : [{ label: t(levelLabels[level]), options: named }]
  })
  const known = grouped.flatMap((group) => group.options)
  return (
    <SpaceBetween size="s">
      <FormField label={t(labels.service)} stretch>
        <Select
          selectedOption={options.find(({ value }) => value === prefix) ?? null}
          options={options}
          filteringType="auto"
          filteringAriaLabel={t(labels.chooseService)}
          placeholder={t(labels.chooseService)}
          empty={t(labels.noneFound)}
          virtualScroll
          onChange={({ detail }) => setPrefix(detail.selectedOption.value ?? '')}
        />
      </FormField>
      <FormField label={t(labels.actions)} errorText={errorText} stretch>
        <Multiselect
          selectedOptions={known.filter(({ value }) => actions.includes(value))}
          options={grouped}
          filteringType="auto"
          filteringAriaLabel={t(labels.searchActions)}
          placeholder={t(prefix === '' ? labels.chooseServiceFirst : labels.chooseActions)}
          disabled={prefix === ''}
          empty={t(labels.noneFound)}
          hideTokens
          virtualScroll
          onChange={({ detail }) => {
            const chosen = detail.selectedOptions.flatMap(({ value }) => value ?? [])
            const others = actions.filter((action) => !known.some(({ value }) => value === action))
            onChange([...others, ...chosen])
          }}
        />
      </FormField>
      <OtherAction onAdd={(action) => onChange([...actions.filter((one) => one !== action), action])} />
      {actions.length > 0 && (
        <TokenGroup
          limit={12}
          i18nStrings={{ limitShowMore: t(partLabels.showMore), limitShowFewer: t(partLabels.showFewer) }}
          items={actions.map((label) => ({ label, dismissLabel: t(labels.removeNamed, { name: label }) }))}
          onDismiss={({ detail }) => onChange(actions.filter((_, at) => at !== detail.itemIndex))}
        />
      )}
    </SpaceBetween>
  )
}

function OtherAction({ onAdd }: { readonly onAdd: (action: string) => void }) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const [isBad, setIsBad] = useState(false)
  const add = () => {
    const action = typed.trim()
    setIsBad(!actionPattern.test(action))
    if (!actionPattern.test(action)) return
    setTyped('')
    onAdd(action)
  }
  return (
    <FormField
      label={t(labels.otherAction)}
      description={t(labels.otherActionText)}
      errorText={isBad ? t(labels.notAnAction) : undefined}
      stretch
    >
      <div className="kw-field-and-button">
        <Input
          value={typed}
          autoComplete={false}
          spellcheck={false}
          onChange={({ detail }) => setTyped(detail.value)}
          onKeyDown={(event) => {
            if (event.detail.key !== 'Enter') return
            event.preventDefault()
            add()
          }}
        />
        <Button formAction="none" disabled={typed.trim() === ''} onClick={add}>
          {t(labels.add)}
        </Button>
      </div>
    </FormField>
  )
}
