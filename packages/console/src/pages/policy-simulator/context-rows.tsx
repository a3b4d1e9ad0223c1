import './context-rows.css'
import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select from '@cloudscape-design/components/select'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import type { ContextValue } from '../../parts/simulator/simulation-query.ts'
import { labels } from './labels.ts'
import { contextTypes } from './simulate.ts'
import { useKeyTypes } from './use-catalogue.ts'

export interface ContextRowsProps {
  /** Keys that the policies ask for. */
  readonly asked: readonly string[]
  /** Whether those are all. */
  readonly known: boolean
  readonly context: readonly ContextValue[]
  /** The principal decides some keys where nothing is said of them. */
  readonly isUser: boolean
  readonly onChange: (context: readonly ContextValue[]) => void
}

/** Keys that a user always has. */
const ofUser = /^aws:(?:principalaccount|principalarn|principaltype|username|userid|principaltag\/.*)$/i

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

/** What a simulated call brings: a row for each key that the policies ask for, and for each that was added. */
export function ContextRows({ asked, known, context, isUser, onChange }: ContextRowsProps) {
  const t = useT()
  const [typed, setTyped] = useState('')
  const added = context.map(({ key }) => key).filter((key) => !asked.some((one) => same(one, key)))
  const keys = [...asked, ...added]
  const types = useKeyTypes(keys)
  const entryOf = (key: string) => context.find((one) => same(one.key, key))
  const typeOf = (key: string) => entryOf(key)?.type ?? types.get(key.toLowerCase()) ?? 'string'
  const put = (entry: ContextValue) => onChange([...context.filter(({ key }) => !same(key, entry.key)), entry])
  const remove = (key: string) => onChange(context.filter((one) => !same(one.key, key)))
  const add = () => {
    const key = typed.trim()
    setTyped('')
    if (key !== '' && !keys.some((one) => same(one, key))) put({ key, type: typeOf(key), values: [] })
  }
  return (
    <SpaceBetween size="s">
      {keys.length === 0 && known && <Box color="text-body-secondary">{t(labels.noKeys)}</Box>}
      {keys.length > 0 && (
        <ul className="kw-context">
          {keys.map((key) => {
            const type = typeOf(key)
            const isAdded = added.includes(key)
            return (
              <li key={key}>
                <code translate="no">{key}</code>
                <Select
                  ariaLabel={t(labels.typeOf, { key })}
                  selectedOption={{ value: type }}
                  options={contextTypes.map((value) => ({ value }))}
                  onChange={({ detail }) =>
                    put({ key, type: detail.selectedOption.value ?? 'string', values: entryOf(key)?.values ?? [] })
                  }
                />
                <Values
                  name={key}
                  type={type}
                  values={entryOf(key)?.values ?? []}
                  absent={t(isUser && ofUser.test(key) ? labels.fromUser : labels.absent)}
                  onChange={(values) => (values.length === 0 && !isAdded ? remove(key) : put({ key, type, values }))}
                />
                {isAdded && (
                  <Button
                    formAction="none"
                    variant="icon"
                    iconName="close"
                    ariaLabel={t(labels.removeNamed, { name: key })}
                    onClick={() => remove(key)}
                  />
                )}
              </li>
            )
          })}
        </ul>
      )}
      <FormField label={t(labels.newKey)} stretch>
        <div className="kw-field-and-button">
          <Input
            value={typed}
            autoComplete={false}
            spellcheck={false}
            placeholder="aws:SourceIp"
            onChange={({ detail }) => setTyped(detail.value)}
            onKeyDown={(event) => {
              if (event.detail.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
          />
          <Button formAction="none" disabled={typed.trim() === ''} onClick={add}>
            {t(labels.addKey)}
          </Button>
        </div>
      </FormField>
    </SpaceBetween>
  )
}

interface ValuesProps {
  readonly name: string
  readonly type: string
  readonly values: readonly string[]
  /** What an empty field stands for. */
  readonly absent: string
  readonly onChange: (values: readonly string[]) => void
}

function Values({ name, type, values, absent, onChange }: ValuesProps) {
  const t = useT()
  const isList = type.endsWith('List')
  // A list is its own text while it is typed: a comma at the end is not taken away.
  const [text, setText] = useState(values.join(', '))
  const ariaLabel = t(labels.valueOf, { key: name })
  if (type === 'boolean') {
    const options = ['', 'true', 'false'].map((value) => ({ value, label: value === '' ? absent : value }))
    return (
      <Select
        ariaLabel={ariaLabel}
        selectedOption={options.find(({ value }) => value === (values[0] ?? '')) ?? null}
        options={options}
        onChange={({ detail }) => onChange(detail.selectedOption.value ? [detail.selectedOption.value] : [])}
      />
    )
  }
  return (
    <Input
      ariaLabel={ariaLabel}
      value={isList ? text : (values[0] ?? '')}
      placeholder={isList ? `${absent} (${t(labels.listHint)})` : absent}
      autoComplete={false}
      spellcheck={false}
      onChange={({ detail }) => {
        setText(detail.value)
        const parts = isList ? detail.value.split(',').map((part) => part.trim()) : [detail.value]
        onChange(parts.filter((part) => part !== ''))
      }}
    />
  )
}
