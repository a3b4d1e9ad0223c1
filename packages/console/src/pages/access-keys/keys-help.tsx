import { useT } from '../../i18n/language-provider.tsx'
import type { Label } from '../../i18n/labels.ts'
import { Help } from '../../parts/help.tsx'
import { helpLabels, procedures, type Procedure } from './help-labels.ts'

/** The seed's procedure beside the screen that it is about, and where to read on. */
export function KeysHelp({ about }: { readonly about: Procedure }) {
  const t = useT()
  const { title, parts }: { readonly title: Label; readonly parts: readonly HelpPart[] } = procedures[about]
  return (
    <Help
      title={t(title)}
      footer={
        <>
          <h3>{t(helpLabels.readOn)}</h3>
          <p>{t(helpLabels.document)}</p>
        </>
      }
    >
      {parts.map(({ heading, steps }) => (
        <section key={heading.en}>
          <h3>{t(heading)}</h3>
          <ol>
            {steps.map((step) => (
              <li key={step.en}>{t(step)}</li>
            ))}
          </ol>
        </section>
      ))}
    </Help>
  )
}

interface HelpPart {
  readonly heading: Label & { readonly en: string }
  readonly steps: readonly (Label & { readonly en: string })[]
}
