import './protecting-keys.css'
import Container from '@cloudscape-design/components/container'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { useLanguage, useT } from '../../i18n/language-provider.tsx'
import type { Language } from '../../i18n/language.ts'
import { Page } from '../../layout/page.tsx'
import { Quoted } from '../../parts/quoted.tsx'
import { Waiting } from '../../parts/waiting.tsx'
import { apiServer } from '../../session/session-state.ts'
import { labels } from './labels.ts'
import type { Block, Span } from './markdown.ts'

/** The address that the document's commands name: here they name this server's. */
const writtenFor = 'http://127.0.0.1:8750'

/** docs/protecting-keys, as it was when this console was built: it needs no other server, and no network. */
export function ProtectingKeys() {
  const t = useT()
  const { language } = useLanguage()
  const blocks = useDocument(language)
  const { hash } = useLocation()

  useEffect(() => {
    if (blocks && hash !== '') document.getElementById(decodeURIComponent(hash.slice(1)))?.scrollIntoView()
  }, [blocks, hash])

  return (
    <Page title={t(labels.title)}>
      <Container>
        {blocks ? (
          <div className="kw-document">
            <Blocks of={blocks} />
          </div>
        ) : (
          <Waiting />
        )}
      </Container>
    </Page>
  )
}

function useDocument(language: Language): readonly Block[] | undefined {
  const [read, setRead] = useState<{ readonly language: Language; readonly blocks: readonly Block[] }>()
  useEffect(() => {
    let current = true
    const loading = language === 'ja' ? import('virtual:protecting-keys/ja') : import('virtual:protecting-keys/en')
    void loading.then(({ default: blocks }) => {
      if (current) setRead({ language, blocks })
    })
    return () => {
      current = false
    }
  }, [language])
  return read?.language === language ? read.blocks : undefined
}

// The document is made once, so its places do not move: an index tells its parts apart.
function Blocks({ of: blocks }: { readonly of: readonly Block[] }) {
  return blocks.map((block, at) => <One key={at} of={block} />)
}

function One({ of: block }: { readonly of: Block }): ReactNode {
  const t = useT()
  switch (block.kind) {
    case 'heading':
      // The page's title says the first one.
      if (block.level === 1) return null
      return block.level === 2 ? <h2 id={block.id}>{block.text}</h2> : <h3 id={block.id}>{block.text}</h3>
    case 'paragraph':
      return (
        <p>
          {block.spans.map((span, at) => (
            <Run key={at} of={span} />
          ))}
        </p>
      )
    case 'code':
      return <Quoted text={block.text.replaceAll(writtenFor, apiServer().ApiUrl)} what={t(labels.example)} />
    case 'list': {
      const items = block.items.map((blocks, at) => (
        <li key={at}>
          <Blocks of={blocks} />
        </li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    default:
      return block satisfies never
  }
}

function Run({ of: span }: { readonly of: Span }) {
  switch (span.kind) {
    case 'text':
      return span.text
    case 'strong':
      return <strong>{span.text}</strong>
    case 'code':
      return <code translate="no">{span.text}</code>
    case 'link':
      return <a href={span.href}>{span.text}</a>
    default:
      return span satisfies never
  }
}
