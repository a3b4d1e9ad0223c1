export type ThemeChoice = 'light' | 'dark' | 'system'

const dark = matchMedia('(prefers-color-scheme: dark)')

/** What start.ts has found before the first paint. */
export function themeChoice(): ThemeChoice {
  try {
    const stored = localStorage.getItem('keyward-theme')
    return stored === 'light' || stored === 'dark' ? stored : 'system'
  } catch {
    return 'system'
  }
}

export function chooseTheme(choice: ThemeChoice): void {
  try {
    if (choice === 'system') localStorage.removeItem('keyward-theme')
    else localStorage.setItem('keyward-theme', choice)
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the page.
  }
  show(choice)
}

function show(choice: ThemeChoice): void {
  const isDark = choice === 'dark' || (choice === 'system' && dark.matches)
  document.documentElement.dataset['theme'] = isDark ? 'dark' : 'light'
  document.body.classList.toggle('awsui-dark-mode', isDark)
}

/** The system may turn dark in the evening, with the page open. */
dark.addEventListener('change', () => show(themeChoice()))
