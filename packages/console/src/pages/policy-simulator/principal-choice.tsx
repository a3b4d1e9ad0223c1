import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Select, { type SelectProps } from '@cloudscape-design/components/select'
import { useGroups, useUsers } from '../../api/lists.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { principalOf } from './arn.ts'
import { labels } from './labels.ts'

export interface PrincipalChoiceProps {
  /** ARN; empty while nobody is chosen. */
  readonly principal: string
  readonly errorText: string | undefined
  readonly onChange: (arn: string) => void
}

/** Whose policies are asked: searched by name, or by the ARN where the lists may not be read. */
export function PrincipalChoice({ principal, errorText, onChange }: PrincipalChoiceProps) {
  const t = useT()
  const users = useUsers()
  const groups = useGroups()
  if (users.error && groups.error) {
    return (
      <FormField label={t(labels.principalArn)} errorText={errorText} stretch>
        <Input
          value={principal}
          autoComplete={false}
          spellcheck={false}
          placeholder="arn:aws:iam::123456789012:user/alice"
          onChange={({ detail }) => onChange(detail.value.trim())}
        />
      </FormField>
    )
  }
  const ofUsers = (users.data ?? []).map(({ UserName, Arn, Path }) => option(UserName, Arn, Path))
  const ofGroups = (groups.data ?? []).map(({ GroupName, Arn, Path }) => option(GroupName, Arn, Path))
  const listed = [...ofUsers, ...ofGroups].find(({ value }) => value === principal)
  return (
    <FormField label={t(labels.principal)} errorText={errorText} stretch>
      <Select
        selectedOption={
          principal === '' ? null : (listed ?? option(principalOf(principal)?.name ?? principal, principal, ''))
        }
        options={[
          ...(ofUsers.length > 0 ? [{ label: t(labels.users), options: ofUsers }] : []),
          ...(ofGroups.length > 0 ? [{ label: t(labels.groups), options: ofGroups }] : []),
        ]}
        filteringType="auto"
        filteringAriaLabel={t(labels.searchPrincipal)}
        filteringPlaceholder={t(labels.searchPrincipal)}
        placeholder={t(labels.choosePrincipal)}
        statusType={users.pending || groups.pending ? 'loading' : 'finished'}
        empty={t(labels.noneFound)}
        virtualScroll
        onChange={({ detail }) => onChange(detail.selectedOption.value ?? '')}
      />
    </FormField>
  )
}

const option = (label: string, value: string, path: string) =>
  ({ label, value, ...(path !== '' && path !== '/' && { labelTag: path }) }) satisfies SelectProps.Option
