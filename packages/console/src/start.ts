// Runs before the first paint, as a classic script of its own (build/first-script.ts): it neither imports nor exports. What
// it stores on the document and the window is read by i18n/language.ts, layout/theme-choice.ts and session/begin.ts.

const page = document.documentElement
const stored = (name: string): string | null => {
  try {
    return localStorage.getItem(name)
  } catch {
    return null // Storage may be forbidden; then the browser's preferences decide.
  }
}

const preferred = stored('keyward-language') ?? navigator.languages.find((tag) => /^(en|ja)\b/i.test(tag)) ?? 'en'
page.lang = /^ja\b/i.test(preferred) ? 'ja' : 'en'

const chosen = stored('keyward-theme')
const dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
page.dataset['theme'] = dark ? 'dark' : 'light'
// Cloudscape looks for its class on the body, which is not there yet; an observer is called before anything is painted.
new MutationObserver((_, observer) => {
  if (!document.body) return
  document.body.classList.toggle('awsui-dark-mode', dark)
  observer.disconnect()
}).observe(page, { childList: true })

// Asked now, so that the answer is there when the application is.
window.keywardBegin = fetch('/api/signin/Begin', {
  method: 'POST',
  headers: { 'Content-Type': 'application/json', 'X-Keyward-Console': '-' },
  body: '{}',
})
// An answer that nobody awaits yet must not be an unhandled rejection.
window.keywardBegin.catch(() => undefined)
