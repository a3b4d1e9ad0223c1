import { EditorState } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import type { DocumentViewProps } from './document-view.tsx'
import { jsonLook, named, readOnly, shadowOf } from './editor-look.ts'

const highlight = Decoration.mark({ class: 'cm-highlight' })
const noHighlights: NonNullable<DocumentViewProps['highlights']> = []

/** CodeMirror without a cursor: the text can be selected and scrolled, by the keyboard too. */
export default function Reader({ text, label, highlights = noHighlights }: DocumentViewProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) return undefined
    const shadow = shadowOf(host.current)
    const parts = highlights
      .filter(({ from, to }) => from < to && to <= text.length)
      .map(({ from, to }) => highlight.range(from, to))
    const editor = new EditorView({
      root: shadow,
      parent: shadow,
      state: EditorState.create({
        doc: text,
        extensions: [
          named(label),
          jsonLook,
          readOnly,
          EditorView.decorations.of(Decoration.set(parts, true)),
          EditorView.theme({ '.cm-highlight': { backgroundColor: 'var(--kw-json-highlight)' } }),
        ],
      }),
    })
    return () => editor.destroy()
  }, [text, label, highlights])
  return <div ref={host} className="kw-editor kw-reader" />
}
