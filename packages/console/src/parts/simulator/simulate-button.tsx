import { useT } from '../../i18n/language-provider.tsx'
import { LinkButton } from '../link.tsx'
import { labels } from './labels.ts'
import { simulatorAddress, type SimulationQuery } from './simulation-query.ts'

/** Leads to the simulator, with what is known already. */
export function SimulateButton({ query }: { readonly query: Partial<SimulationQuery> }) {
  return <LinkButton href={simulatorAddress(query)}>{useT()(labels.simulate)}</LinkButton>
}
