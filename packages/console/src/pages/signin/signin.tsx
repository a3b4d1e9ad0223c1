import { useTitle } from '../../layout/page.tsx'

export function SignInPage() {
  useTitle('Sign in')
  return <main>Sign in</main>
}
