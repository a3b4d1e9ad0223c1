import { describe, expect, it } from 'vitest'
import { readSearch } from './typed-key.ts'

const id = 'AKIAIOSFODNN7EXAMPLE'
const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'

describe('readSearch', () => {
  it('takes a whole key id, whatever its case and the spaces around and inside it', () => {
    for (const typed of [id, ` ${id}\n`, id.toLowerCase(), 'AKIA IOSF ODNN 7EXA MPLE']) {
      expect(readSearch(typed)).toEqual({ kind: 'keyId', id })
    }
  })

  it('asks for the rest of a key id that was cut', () => {
    expect(readSearch('AKIA')).toEqual({ kind: 'partOfKeyId' })
    expect(readSearch('akiaiosfodnn7')).toEqual({ kind: 'partOfKeyId' })
    expect(readSearch('ASIA123')).toEqual({ kind: 'partOfKeyId' })
  })

  it('tells the id of temporary credentials', () => {
    expect(readSearch('ASIAIOSFODNN7EXAMPLE')).toEqual({ kind: 'temporaryKeyId', id: 'ASIAIOSFODNN7EXAMPLE' })
  })

  it('never searches for a secret access key, alone or pasted with more', () => {
    for (const typed of [secret, ` ${secret} `, `${secret.slice(0, 20)}\n${secret.slice(20)}`, `${id},${secret}`]) {
      expect(readSearch(typed)).toEqual({ kind: 'secret' })
    }
  })

  it('searches names and paths for everything else', () => {
    for (const text of ['ali', '/engineering/', 'akia-reader', 'a'.repeat(40), `${id}X`]) {
      expect(readSearch(text)).toEqual({ kind: 'text', text })
    }
    expect(readSearch('  alice ')).toEqual({ kind: 'text', text: 'alice' })
    expect(readSearch('   ')).toEqual({ kind: 'none' })
  })
})
