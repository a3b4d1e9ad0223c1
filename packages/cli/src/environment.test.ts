import { describe, expect, it } from 'vitest'
import { settleSwitches, unknownVariables } from './environment.ts'
import { program } from './program.ts'

describe('the environment', () => {
  it('may set what an option of any command reads, and nothing else under our name', () => {
    const environment = { KEYWARD_DATA: 'x', KEYWARD_LISTEN: 'y', KEYWARD_ACCOUNT_ID: '1', PATH: 'z' }
    expect(unknownVariables(program(), environment)).toEqual([])
    expect(unknownVariables(program(), { ...environment, KEYWARD_: '', KEYWARD_DATE: '', keyward_data: '' })).toEqual([
      'KEYWARD_',
      'KEYWARD_DATE',
    ])
  })

  it('turns a switch on only where it says so', () => {
    for (const on of ['true', '1']) {
      const environment = { KEYWARD_INSECURE_HTTP: on }
      settleSwitches(program(), environment)
      expect(environment).toEqual({ KEYWARD_INSECURE_HTTP: on })
    }
    for (const off of ['false', '0', '']) {
      const environment = { KEYWARD_INSECURE_HTTP: off, KEYWARD_DATA: off }
      settleSwitches(program(), environment)
      expect(environment).toEqual({ KEYWARD_DATA: off })
    }
    for (const neither of ['yes', 'TRUE', ' true', 'off']) {
      expect(() => settleSwitches(program(), { KEYWARD_INSECURE_HTTP: neither })).toThrow('must be true or false')
    }
  })
})
