import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import SpaceBetween from '@cloudscape-design/components/space-between'
import './tag-rows.css'
import { useT } from '../../i18n/language-provider.tsx'
import { faultText } from '../../parts/field-fault.ts'
import { tagFaultAt, type Draft } from './draft.ts'
import { labels } from './labels.ts'

/** [AWS] IAM quotas. */
const tagsMax = 50

export interface TagRowsProps {
  readonly tags: Draft['tags']
  readonly tried: boolean
  readonly readOnly: boolean
  readonly onChange: (tags: Draft['tags']) => void
}

/** The tags of a new user, a row each. */
export function TagRows({ tags, tried, readOnly, onChange }: TagRowsProps) {
  const t = useT()
  const set = (at: number, change: { readonly Key?: string; readonly Value?: string }) =>
    onChange(tags.map((tag, other) => (other === at ? { ...tag, ...change } : tag)))
  return (
    <SpaceBetween size="s">
      {tags.map(({ Key, Value }, at) => {
        const own = tagFaultAt(tags, at)
        const keyError = own ? t(labels[own]) : tried ? faultText(t, 'iam:CreateUser', 'Tags.Key', Key) : undefined
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
            <FormField label={t(labels.tagValue)} errorText={faultText(t, 'iam:CreateUser', 'Tags.Value', Value)}>
              <Input
                value={Value}
                readOnly={readOnly}
                autoComplete={false}
                onChange={({ detail }) => set(at, { Value: detail.value })}
              />
            </FormField>
            <Button
              disabled={readOnly}
              ariaLabel={t(labels.removeTagNamed, { number: at + 1 })}
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
