import { awsCliV1 } from './clients.ts'
import { testWalk } from './walk.ts'

testWalk(awsCliV1(), ['beRefused', 'askAboutKeys', 'workInAGroup'])
