import type { ReactNode } from 'react'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Steps, useStepFocus } from '../../parts/steps.tsx'
import { KeysHelp } from '../access-keys/keys-help.tsx'
import { crumbsOf } from '../access-keys/crumbs.ts'
import type { Owner } from '../access-keys/owner.ts'
import { labels } from './labels.ts'

export type Step = 'use-case' | 'description' | 'retrieve'

export interface FrameProps {
  readonly owner: Owner
  readonly step: Step
  readonly description?: string
  readonly children: ReactNode
}

const titles = {
  'use-case': labels.bestPractices,
  description: labels.descriptionStep,
  retrieve: labels.retrieve,
} as const

/** A step of the wizard, with all of them beside it. Root has one step before the secret, a user two. */
export function Frame({ owner, step, description, children }: FrameProps) {
  const t = useT()
  const isRoot = owner.userName === undefined
  const first = isRoot ? labels.rootTitle : titles['use-case']
  const steps = [
    { id: 'use-case' as const, title: t(first) },
    ...(isRoot ? [] : [{ id: 'description' as const, title: t(titles.description) }]),
    { id: 'retrieve' as const, title: t(titles.retrieve) },
  ]
  useStepFocus(step)
  return (
    <Page
      title={step === 'use-case' ? t(first) : t(titles[step])}
      crumbs={crumbsOf(t, owner)}
      kind="wizard"
      help={<KeysHelp about="create" />}
      {...(description !== undefined && { description })}
    >
      <Steps label={t(labels.steps)} steps={steps} current={step}>
        {children}
      </Steps>
    </Page>
  )
}
