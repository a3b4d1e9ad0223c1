import { EditorState, Text } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'
import { useEffect, useRef } from 'react'
import { jsonLook, named, readOnly, shadowOf } from './editor-look.ts'

export interface ReaderProps {
  readonly text: string
  readonly label: string
  /** Parts that the page speaks of, such as a statement that decided: the same list until they change. */
  readonly highlights?: readonly { readonly from: number; readonly to: number }[]
}

const highlight = Decoration.mark({ class: 'cm-highlight' })
const highlightLine = Decoration.line({ class: 'cm-highlight' })
const noHighlights: NonNullable<ReaderProps['highlights']> = []

/** CodeMirror without a cursor: the text can be selected and scrolled, by the keyboard too. */
export default function Reader({ text, label, highlights = noHighlights }: ReaderProps) {
  const host = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (!host.current) return undefined
    const shadow = shadowOf(host.current)
    const doc = Text.of(text.split('\n'))
    const parts = highlights.filter(({ from, to }) => from < to && to <= text.length)
    const marks = parts.flatMap(({ from, to }) => marksOf(doc, from, to))
    const editor = new EditorView({
      root: shadow,
      parent: shadow,
      state: EditorState.create({
        doc,
        extensions: [
          named(label),
          jsonLook,
          readOnly,
          EditorView.decorations.of(Decoration.set(marks, true)),
          EditorView.theme({ '.cm-highlight': { backgroundColor: 'var(--kw-json-highlight)' } }),
          // What is marked in a long document is to be seen without a search.
          ...(marks.length > 0 ? [EditorView.theme({ '.cm-scroller': { maxHeight: '480px' } })] : []),
        ],
      }),
    })
    const first = parts.toSorted((a, b) => a.from - b.from)[0]
    // Not by the editor's own scrolling, which would move the page too.
    if (first) editor.scrollDOM.scrollTop = editor.lineBlockAt(first.from).top - 60
    return () => editor.destroy()
  }, [text, label, highlights])
  return <div ref={host} className="kw-editor kw-reader" />
}

/** A part of one line, or all the lines of a part that has several: half of a line would look like a mistake. */
function marksOf(doc: Text, from: number, to: number) {
  const [first, last] = [doc.lineAt(from).number, doc.lineAt(to).number]
  if (first === last) return [highlight.range(from, to)]
  return Array.from({ length: last - first + 1 }, (_, at) => highlightLine.range(doc.line(first + at).from))
}
