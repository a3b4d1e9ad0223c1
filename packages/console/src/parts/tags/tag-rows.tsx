import './tag-rows.css'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { labels } from './labels.ts'
import { tagFaults } from './tag-faults.ts'
import { tagFaultAt, tagsMax, type TypedTag } from './tag-keys.ts'

export interface TagRowsProps {
  readonly tags: readonly TypedTag[]
  /** Somebody has tried to go on: a key that is missing is told then. */
  readonly tried: boolean
  readonly readOnly?: boolean
  readonly onChange: (tags: readonly TypedTag[]) => void
}

/** The tags of what is being created, a row each. */
export function TagRows({ tags, tried, readOnly = false, onChange }: TagRowsProps) {
  const t = useT()
  const set = (at: number, change: Partial<TypedTag>) =>
    onChange(tags.map((tag, other) => (other === at ? { ...tag, ...change } : tag)))
  return (
    <SpaceBetween size="s">
      {tags.map(({ Key, Value }, at) => {
        const faults = tagFaults(t, tags, at)
        const keyError = tried || tagFaultAt(tags, at) ? faults.key : undefined
        return (
          <div key={at} className="kw-tag-row">
            <FormField label={t(labels.tagKey)} errorText={keyError}>
              <Input
                value={Key}
                readOnly={readOnly}
                autoComplete={false}
                onChange={({ detail }) => set(at, { Key: detail.value })}
              />
            </FormField>
            <FormField label={t(labels.tagValue)} errorText={faults.value}>
              <Input
                value={Value}
                readOnly={readOnly}
                autoComplete={false}
                onChange={({ detail }) => set(at, { Value: detail.value })}
              />
            </FormField>
            <Button
              disabled={readOnly}
              ariaLabel={t(labels.removeNumbered, { number: at + 1 })}
              onClick={() => onChange(tags.filter((_, other) => other !== at))}
            >
              {t(labels.removeTag)}
            </Button>
          </div>
        )
      })}
      <Button disabled={readOnly || tags.length >= tagsMax} onClick={() => onChange([...tags, { Key: '', Value: '' }])}>
        {t(labels.addTag)}
      </Button>
    </SpaceBetween>
  )
}
