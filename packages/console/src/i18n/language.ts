import type { I18nProviderProps } from '@cloudscape-design/components/i18n'

export type Language = 'en' | 'ja'

/** The name each language has for itself. */
export const languages: { readonly [L in Language]: string } = { en: 'English', ja: '日本語' }

/** The language start.ts found: stored, or the browser's, or English. */
export function firstLanguage(): Language {
  return document.documentElement.lang === 'ja' ? 'ja' : 'en'
}

/** Remembers a choice for the next visit, and tells the document, for readers aloud and for hyphenation. */
export function storeLanguage(language: Language): void {
  document.documentElement.lang = language
  try {
    localStorage.setItem('keyward-language', language)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
}

/** Cloudscape's own texts, only those of the language in use. */
export async function loadMessages(language: Language): Promise<I18nProviderProps.Messages> {
  const { default: messages } =
    language === 'ja'
      ? await import('@cloudscape-design/components/i18n/messages/all.ja')
      : await import('@cloudscape-design/components/i18n/messages/all.en')
  return messages
}
