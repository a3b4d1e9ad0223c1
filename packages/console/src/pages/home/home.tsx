import Grid from '@cloudscape-design/components/grid'
import SpaceBetween from '@cloudscape-design/components/space-between'
import { useT } from '../../i18n/language-provider.tsx'
import { Page } from '../../layout/page.tsx'
import { Help } from '../../parts/help.tsx'
import { Account } from './account.tsx'
import { labels } from './labels.ts'
import { Recommendations } from './recommendations.tsx'
import { Resources } from './resources.tsx'

/** What needs attention, and who this account is. */
export function Home() {
  const t = useT()
  const help = (
    <Help title={t(labels.helpTitle)}>
      <p>{t(labels.helpKeys)}</p>
      <p>{t(labels.helpCures)}</p>
    </Help>
  )
  return (
    <Page title={t(labels.title)} description={t(labels.description)} help={help}>
      <Grid gridDefinition={[{ colspan: { default: 12, m: 8 } }, { colspan: { default: 12, m: 4 } }]}>
        <Recommendations />
        <SpaceBetween size="l">
          <Account />
          <Resources />
        </SpaceBetween>
      </Grid>
    </Page>
  )
}
