import { ServiceError } from '../../../errors.ts'

const withNetwork = ['instance', 'image', 'security-group', 'network-interface']

/**
 * The kinds of EC2 resources that a scenario needs among the simulated ones.
 * @see https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulateCustomPolicy.html
 */
const scenarios = new Map<string, readonly string[]>([
  ['EC2-Classic-InstanceStore', ['instance', 'image', 'security-group']],
  ['EC2-Classic-EBS', ['instance', 'image', 'security-group', 'volume']],
  ['EC2-VPC-InstanceStore', withNetwork],
  ['EC2-VPC-InstanceStore-Subnet', [...withNetwork, 'subnet']],
  ['EC2-VPC-EBS', [...withNetwork, 'volume']],
  ['EC2-VPC-EBS-Subnet', [...withNetwork, 'subnet', 'volume']],
])

/** Throws InvalidInput for a scenario that there is not, and for one whose resources are not all there. */
export function checkResourceHandling(option: string | undefined, resources: readonly string[]): void {
  if (option === undefined) return
  const needed = scenarios.get(option)
  if (needed === undefined) {
    const message = `Invalid ResourceHandlingOption: ${option}. It must be one of ${[...scenarios.keys()].join(', ')}.`
    throw new ServiceError('InvalidInput', message)
  }
  const missing = needed.filter((kind) => !resources.some((arn) => kindOf(arn) === kind))
  if (missing.length > 0) {
    const message = `Missing resources for the ResourceHandlingOption ${option}: ${missing.join(', ')}.`
    throw new ServiceError('InvalidInput', message)
  }
}

/** `instance` of `arn:aws:ec2:us-east-1:123456789012:instance/i-0abc` */
const kindOf = (arn: string): string | undefined => /^arn:[^:]*:ec2:[^:]*:[^:]*:([^/]+)\//.exec(arn)?.[1]
