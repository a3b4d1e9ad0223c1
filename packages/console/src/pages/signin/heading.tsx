import Alert from '@cloudscape-design/components/alert'
import { useSearchParams } from 'react-router'
import { useT } from '../../i18n/language-provider.tsx'
import { useTitle } from '../../layout/page.tsx'
import { LinkButton } from '../../parts/link.tsx'
import { returnAddress } from '../../session/return-address.ts'
import { useSessionState } from '../../session/session-state.ts'
import { labels } from './labels.ts'

/** The heading of a page of signing in, and under it, unless it is plain, why somebody is here. */
export function Heading({ children, plain = false }: { readonly children: string; readonly plain?: boolean }) {
  const t = useT()
  useTitle(children)
  const [params] = useSearchParams()
  const { session } = useSessionState()
  const wanted = params.get('return')
  if (plain) return <h1>{children}</h1>
  return (
    <>
      <h1>{children}</h1>
      {session ? (
        <div className="kw-signin-note">
          <Alert
            type="info"
            action={
              <LinkButton href={returnAddress(wanted, location.origin)} variant="normal">
                {t(labels.continue)}
              </LinkButton>
            }
          >
            {t(labels.signedInAs, { who: session.UserName ?? session.Email ?? session.AccountId })}
          </Alert>
        </div>
      ) : (
        wanted !== null && <p className="kw-signin-note">{t(labels.returning)}</p>
      )}
    </>
  )
}
