import { I18nProvider, type I18nProviderProps } from '@cloudscape-design/components/i18n'
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import type { Label } from './labels.ts'
import { loadMessages, storeLanguage, type Language } from './language.ts'
import { translate, type ValueArguments } from './translate.ts'

interface Spoken {
  readonly language: Language
  readonly speak: (language: Language) => void
}

const LanguageContext = createContext<Spoken>({ language: 'en', speak: () => undefined })

export interface LanguageProviderProps {
  readonly language: Language
  readonly messages: I18nProviderProps.Messages
  readonly children: ReactNode
}

/** Holds the language of the page. Another one appears all at once, when its texts have arrived. */
export function LanguageProvider({ language, messages, children }: LanguageProviderProps) {
  const [spoken, setSpoken] = useState({ language, messages })
  const speak = useCallback((next: Language) => {
    void loadMessages(next).then((loaded) => {
      storeLanguage(next)
      setSpoken({ language: next, messages: loaded })
    })
  }, [])
  const value = useMemo(() => ({ language: spoken.language, speak }), [spoken.language, speak])
  return (
    <LanguageContext value={value}>
      <I18nProvider locale={spoken.language} messages={[spoken.messages]}>
        {children}
      </I18nProvider>
    </LanguageContext>
  )
}

/** The language in use, and how to change it. */
export function useLanguage(): Spoken {
  return useContext(LanguageContext)
}

export type Translate = <L extends Label>(label: L, ...values: ValueArguments<L>) => string

/** `t(labels.title)`, `t(labels.count, { count: 3 })`: what a label says in the language in use. */
export function useT(): Translate {
  const { language } = useLanguage()
  return useCallback((label, ...values) => translate(language, label, ...values), [language])
}
