import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import Checkbox from '@cloudscape-design/components/checkbox'
import Container from '@cloudscape-design/components/container'
import FormField from '@cloudscape-design/components/form-field'
import CloudscapeForm from '@cloudscape-design/components/form'
import Header from '@cloudscape-design/components/header'
import Input from '@cloudscape-design/components/input'
import RadioGroup from '@cloudscape-design/components/radio-group'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useState, type ReactNode } from 'react'
import { useChange } from '../../api/use-change.ts'
import { useT } from '../../i18n/language-provider.tsx'
import { flash } from '../../layout/flashes.tsx'
import { ConfirmModal } from '../../parts/confirm-modal.tsx'
import { Failure } from '../../parts/failure.tsx'
import { useFieldFaults } from '../../parts/field-fault.ts'
import { Form } from '../../parts/form.tsx'
import { LeaveGuard } from '../../parts/leave-guard.tsx'
import { labels } from './labels.ts'
import { draftOf, inputOf, type Draft } from './policy-draft.ts'
import { classes, symbols } from './policy-rules.ts'
import type { Policy } from './policy-summary.tsx'

interface Props {
  readonly current: Policy | undefined
  readonly onClose: () => void
}

/** The policy to edit: the built-in one, or rules of the account's own. Nothing is sent before it was confirmed. */
export function PolicyForm({ current, onClose }: Props) {
  const t = useT()
  const [draft, setDraft] = useState<Draft>(() => draftOf(current))
  const [touched, setTouched] = useState(false)
  const [asking, setAsking] = useState(false)
  const update = useChange('iam', 'UpdateAccountPasswordPolicy')
  const remove = useChange('iam', 'DeleteAccountPasswordPolicy')
  const faults = useFieldFaults('iam:UpdateAccountPasswordPolicy', update.error, true)
  const set = (change: Partial<Draft>) => {
    setTouched(true)
    setDraft((before) => ({ ...before, ...change }))
  }
  const custom = draft.kind === 'custom'
  const fault = {
    length: faults.of('MinimumPasswordLength', draft.length),
    days: draft.expires ? faults.of('MaxPasswordAge', draft.days) : undefined,
    reuse: draft.remembers ? faults.of('PasswordReusePrevention', draft.reuse) : undefined,
  }
  const wrong = custom && Object.values(fault).some((text) => text !== undefined)

  const send = async () => {
    const { error } = custom ? await update.run(inputOf(draft)) : await remove.run({})
    setAsking(false)
    // There is none to delete: that is what was wanted.
    if (error && !(error.code === 'NoSuchEntity' && !custom)) return
    setTouched(false)
    flash({ name: 'password-policy', type: 'success', content: t(labels.saved) })
    onClose()
  }
  const failed = custom ? update : remove
  const action = custom ? 'iam:UpdateAccountPasswordPolicy' : 'iam:DeleteAccountPasswordPolicy'

  return (
    <Form onSubmit={() => (wrong ? undefined : setAsking(true))}>
      <LeaveGuard when={touched} />
      <CloudscapeForm
        actions={
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" formAction="none" onClick={onClose}>
              {t(labels.cancel)}
            </Button>
            <Button variant="primary" disabled={wrong}>
              {t(labels.save)}
            </Button>
          </SpaceBetween>
        }
      >
        <Container header={<Header variant="h2">{t(labels.policy)}</Header>}>
          <SpaceBetween size="l">
            <Failure error={failed.error} action={action} resource="*" />
            <RadioGroup
              ariaLabel={t(labels.kind)}
              value={draft.kind}
              onChange={({ detail }) => set({ kind: detail.value === 'custom' ? 'custom' : 'default' })}
              items={[
                { value: 'default', label: t(labels.isDefault), description: t(labels.defaultText) },
                { value: 'custom', label: t(labels.isCustom), description: t(labels.customText) },
              ]}
            />
            {custom && <Rules draft={draft} set={set} fault={fault} />}
          </SpaceBetween>
        </Container>
      </CloudscapeForm>
      {asking && (
        <ConfirmModal
          title={t(custom ? labels.setCustomTitle : labels.setDefaultTitle)}
          confirm={t(custom ? labels.setCustom : labels.setDefault)}
          pending={failed.pending}
          onConfirm={send}
          onCancel={() => setAsking(false)}
        >
          <p>{t(custom ? labels.setCustomText : labels.setDefaultText)}</p>
        </ConfirmModal>
      )}
    </Form>
  )
}

interface RulesProps {
  readonly draft: Draft
  readonly set: (change: Partial<Draft>) => void
  readonly fault: { readonly [Field in 'length' | 'days' | 'reuse']: string | undefined }
}

function Rules({ draft, set, fault }: RulesProps) {
  const t = useT()
  const number = (value: string, change: (value: string) => void) => (
    <Box>
      <Input type="number" inputMode="numeric" value={value} onChange={({ detail }) => change(detail.value)} />
    </Box>
  )
  return (
    <SpaceBetween size="l">
      <FormField label={t(labels.length)} description={t(labels.lengthHint)} errorText={fault.length}>
        {number(draft.length, (length) => set({ length }))}
      </FormField>
      <Checkboxes label={t(labels.strength)}>
        {classes.map(({ member, label }) => (
          <Checkbox
            key={member}
            checked={draft.required.includes(member)}
            onChange={({ detail }) =>
              set({
                required: detail.checked
                  ? [...draft.required, member]
                  : draft.required.filter((other) => other !== member),
              })
            }
          >
            {t(label, { symbols })}
          </Checkbox>
        ))}
      </Checkboxes>
      <Checkboxes label={t(labels.others)}>
        <Checkbox checked={draft.expires} onChange={({ detail }) => set({ expires: detail.checked })}>
          {t(labels.turnOnExpiry)}
        </Checkbox>
        {draft.expires && (
          <Box padding={{ left: 'xl' }}>
            <SpaceBetween size="s">
              <FormField label={t(labels.expireAfter)} description={t(labels.expireHint)} errorText={fault.days}>
                {number(draft.days, (days) => set({ days }))}
              </FormField>
              <Checkbox
                checked={draft.hard}
                description={t(labels.hardExpiryHint)}
                onChange={({ detail }) => set({ hard: detail.checked })}
              >
                {t(labels.hardExpiry)}
              </Checkbox>
            </SpaceBetween>
          </Box>
        )}
        <Checkbox checked={draft.usersMayChange} onChange={({ detail }) => set({ usersMayChange: detail.checked })}>
          {t(labels.usersMayChange)}
        </Checkbox>
        <Checkbox checked={draft.remembers} onChange={({ detail }) => set({ remembers: detail.checked })}>
          {t(labels.preventReuse)}
        </Checkbox>
        {draft.remembers && (
          <Box padding={{ left: 'xl' }}>
            <FormField label={t(labels.remember)} description={t(labels.rememberHint)} errorText={fault.reuse}>
              {number(draft.reuse, (reuse) => set({ reuse }))}
            </FormField>
          </Box>
        )}
      </Checkboxes>
    </SpaceBetween>
  )
}

/** No form field: its label would be a part of the name of every check box in it. */
function Checkboxes({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div role="group" aria-label={label}>
      <SpaceBetween size="xs">
        <Box variant="awsui-key-label">{label}</Box>
        {children}
      </SpaceBetween>
    </div>
  )
}
