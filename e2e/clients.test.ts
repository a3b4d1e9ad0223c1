import { findClients } from './clients.ts'
import { testWalk } from './walk.ts'

for (const kind of findClients())
  testWalk(kind, kind.name === 'AWS CLI v2' ? ['manageRoot', 'replaceAdministrator'] : [])
