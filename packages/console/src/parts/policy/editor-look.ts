import { bracketMatching, HighlightStyle, syntaxHighlighting } from '@codemirror/language'
import { json } from '@codemirror/lang-json'
import { EditorState, type Extension } from '@codemirror/state'
import { drawSelection, EditorView, lineNumbers } from '@codemirror/view'
import { tags } from '@lezer/highlight'

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
  '.cm-scroller': { fontFamily: 'var(--kw-mono)', lineHeight: '20px' },
  '.cm-gutters': { backgroundColor: 'var(--kw-code)', color: 'var(--kw-quiet)', border: 'none' },
  '.cm-cursor': { borderLeftColor: 'var(--kw-ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'var(--kw-json-selection)',
  },
  '&.cm-focused .cm-matchingBracket': { backgroundColor: 'var(--kw-json-selection)' },
  '.cm-tooltip': {
    backgroundColor: 'var(--kw-json-ground)',
    color: 'var(--kw-ink)',
    border: '1px solid var(--kw-line)',
    borderRadius: '8px',
    overflow: 'hidden',
    boxShadow: '0 4px 16px rgb(0 0 0 / 20%)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--kw-mono)',
    maxWidth: 'min(640px, 90vw)',
    maxHeight: '240px',
  },
  '.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: '20px' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    backgroundColor: 'var(--kw-brand)',
    color: 'var(--kw-json-ground)',
  },
  '.cm-completionMatchedText': { textDecoration: 'none', fontWeight: '700' },
  '.cm-completionDetail': { fontFamily: 'var(--kw-font)', fontStyle: 'normal', marginLeft: '12px' },
  '.cm-snippetField': { backgroundColor: 'var(--kw-json-selection)' },
  '.cm-diagnostic': { padding: '6px 10px', maxWidth: '520px', fontFamily: 'var(--kw-font)' },
})

/** How JSON looks here, whether it is written, read or compared. */
export const jsonLook: Extension = [
  lineNumbers(),
  drawSelection(),
  bracketMatching(),
  json(),
  syntaxHighlighting(colours),
  EditorView.lineWrapping,
  EditorState.tabSize.of(2),
  theme,
]

/** To be read, selected and scrolled by the keyboard, and not to be typed in. */
export const readOnly: Extension = [
  EditorState.readOnly.of(true),
  EditorView.editable.of(false),
  EditorView.contentAttributes.of({ tabindex: '0', 'aria-readonly': 'true' }),
]

/** What a screen reader is told of the text. */
export const named = (label: string): Extension =>
  EditorView.contentAttributes.of({ 'aria-label': label, translate: 'no', spellcheck: 'false' })

/** Its style sheets are adopted by the root around it: the page's policy allows no others. */
export function shadowOf(host: HTMLElement): ShadowRoot {
  return host.shadowRoot ?? host.attachShadow({ mode: 'open' })
}
