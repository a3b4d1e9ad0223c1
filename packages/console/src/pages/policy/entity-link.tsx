import { Link } from '../../parts/link.tsx'
import { groupIdentity, userIdentity } from '../../parts/permissions/identity.ts'
import type { Entity } from './entities.ts'

/** A user or a group by name, which leads to its page. */
export function EntityLink({ kind, name }: Entity) {
  const { base } = (kind === 'user' ? userIdentity : groupIdentity)('', name)
  return <Link href={base}>{name}</Link>
}
