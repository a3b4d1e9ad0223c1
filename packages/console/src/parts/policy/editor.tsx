import { defaultKeymap, history, historyKeymap } from '@codemirror/commands'
import { json } from '@codemirror/lang-json'
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language'
import { lintGutter, setDiagnostics } from '@codemirror/lint'
import { EditorState } from '@codemirror/state'
import { drawSelection, EditorView, keymap, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'
import { useEffect, useRef } from 'react'
import type { PolicyFault } from './find-fault.ts'

export interface EditorProps {
  readonly value: string
  readonly label: string
  /** Another number sets the text to `value` anew: a template was chosen, a document was read. */
  readonly generation: number
  readonly fault: PolicyFault | undefined
  readonly onChange: (value: string) => void
}

/**
 * CodeMirror, in a shadow root: its style sheets are adopted there, which the page's policy allows. Tab leaves it, as it
 * leaves every other field; indentation is by Enter and by Ctrl and a square bracket.
 */
export default function Editor({ value, label, generation, fault, onChange }: EditorProps) {
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<EditorView>(undefined)
  const changed = useRef(onChange)
  useEffect(() => {
    changed.current = onChange
  })

  useEffect(() => {
    if (!host.current) return undefined
    const shadow = host.current.shadowRoot ?? host.current.attachShadow({ mode: 'open' })
    const editor = new EditorView({
      root: shadow,
      parent: shadow,
      state: EditorState.create({ doc: value, extensions: extensionsFor(label, (text) => changed.current(text)) }),
    })
    view.current = editor
    return () => {
      view.current = undefined
      editor.destroy()
    }
    // `value` is what it begins with; from then on the text is the editor's own.
  }, [label, generation])

  useEffect(() => {
    const editor = view.current
    if (!editor) return
    const length = editor.state.doc.length
    const found = fault && fault.from <= length ? [fault] : []
    const diagnostics = found.map(({ message, from, to }) => ({
      from,
      to: Math.min(to, length),
      severity: 'error' as const,
      message,
    }))
    editor.dispatch(setDiagnostics(editor.state, diagnostics))
  }, [fault, generation])

  return <div ref={host} className="kw-editor" />
}

function extensionsFor(label: string, onChange: (text: string) => void) {
  return [
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    indentOnInput(),
    bracketMatching(),
    json(),
    syntaxHighlighting(colours),
    keymap.of([...defaultKeymap, ...historyKeymap]),
    EditorView.lineWrapping,
    EditorState.tabSize.of(2),
    EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no', spellcheck: 'false' }),
    EditorView.updateListener.of((update) => {
      if (update.docChanged) onChange(update.state.doc.toString())
    }),
    theme,
  ]
}

/** The page's own colours, which a shadow root inherits: they follow the theme, and axe finds them readable in both. */
const colours = HighlightStyle.define([
  { tag: tags.propertyName, color: 'var(--kw-json-name)' },
  { tag: tags.string, color: 'var(--kw-json-string)' },
  { tag: [tags.number, tags.bool, tags.null], color: 'var(--kw-json-atom)' },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: 'var(--kw-ink)' },
])

const theme = EditorView.theme({
  '&': { color: 'var(--kw-ink)', backgroundColor: 'var(--kw-json-ground)', fontSize: '13px' },
  '&.cm-focused': { outline: '2px solid var(--kw-brand)', outlineOffset: '1px' },
  '.cm-content': { caretColor: 'var(--kw-ink)', padding: '8px 0' },
  '.cm-scroller': {
    minHeight: '300px',
    fontFamily: 'var(--kw-mono)',
    lineHeight: '20px',
  },
  '.cm-gutters': { backgroundColor: 'var(--kw-code)', color: 'var(--kw-quiet)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--kw-ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--kw-json-selection)',
  },
  '.cm-tooltip': { backgroundColor: 'var(--kw-json-ground)', color: 'var(--kw-ink)', borderColor: 'var(--kw-line)' },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--kw-json-selection)' },
})
