import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import type { Label } from '../../i18n/labels.ts'
import type { Language } from '../../i18n/language.ts'
import { Help } from '../../parts/help.tsx'
import { Link } from '../../parts/link.tsx'
import { helpLabels, procedures, type Procedure } from './help-labels.ts'

/** The seed's procedure beside the screen that it is about, and where to read on. */
export function KeysHelp({ about }: { readonly about: Procedure }) {
  const t = useT()
  const { title, parts, section }: HelpText = procedures[about]
  return (
    <Help title={t(title)} footer={<ReadOn section={section} />}>
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

type Section = { readonly [L in Language]: string }

/** The way to the section of the guide that says more. */
export function ReadOn({ section }: { readonly section: Section }) {
  const t = useT()
  const { language } = useLanguage()
  return (
    <>
      <h3>{t(helpLabels.readOn)}</h3>
      <p>
        <Link href={`/iam/protecting_keys#${section[language]}`}>{t(helpLabels.document)}</Link>
      </p>
    </>
  )
}

interface HelpText {
  readonly title: Label
  readonly section: Section
  readonly parts: readonly HelpPart[]
}

interface HelpPart {
  readonly heading: Label & { readonly en: string }
  readonly steps: readonly (Label & { readonly en: string })[]
}
