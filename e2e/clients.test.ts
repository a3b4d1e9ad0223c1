import { findClients } from './clients.ts'
import { testWalk } from './walk.ts'

const leftOut = new Map<string, Parameters<typeof testWalk>[1]>([
  ['AWS CLI v2', ['manageRoot', 'replaceAdministrator', 'askTheSimulator', 'rollBackPolicy']],
  // What reads its answers knows no lists within lists.
  ['curl --aws-sigv4', ['askTheSimulator', 'workInAGroup']],
])

for (const kind of findClients()) testWalk(kind, leftOut.get(kind.name) ?? [])
