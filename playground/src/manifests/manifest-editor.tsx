import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { yaml } from '@codemirror/lang-yaml';
import { bracketMatching, HighlightStyle, indentOnInput, syntaxHighlighting } from '@codemirror/language';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';
import { effect, type ReadonlySignal } from '@preact/signals';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { changeBetween } from '../editor/change-between.ts';
import { type Squiggle, setSquiggles, squiggles } from '../editor/squiggles.ts';

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], class: 'is-key' },
  { tag: [tags.string, tags.content, tags.number, tags.bool], class: 'is-value' },
  { tag: [tags.separator, tags.punctuation, tags.squareBracket, tags.brace], class: 'is-punctuation' },
  { tag: tags.comment, class: 'is-comment' },
  { tag: tags.meta, class: 'is-operator' },
]);

export interface ManifestEditorProps {
  /** What the editor has; asked whenever it changes, so that what is typed meanwhile is not taken back. */
  readonly text: ReadonlySignal<string>;
  /** Undefined while they are not known: those that there are move along with what is typed. */
  readonly squiggles: readonly Squiggle[] | undefined;
  readonly label: string;
  /** The offset to go to, or undefined; a new object each time somebody wants to go there. */
  readonly goTo: { readonly offset: number } | undefined;
  /** Called when the cursor is there: other texts that are shown later have no such place. */
  readonly onGone: () => void;
  readonly onChange: (text: string) => void;
}

function extensions(label: string, onChange: (text: string) => void): Extension {
  return [
    lineNumbers(),
    history(),
    yaml(),
    indentOnInput(),
    bracketMatching(),
    highlightActiveLine(),
    syntaxHighlighting(COLOURS),
    squiggles,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({ 'aria-label': label, spellcheck: 'false', tabindex: '0' }),
    // The Tab key is left alone, so that it leads out of the editor.
    keymap.of([...historyKeymap, ...defaultKeymap]),
    EditorView.updateListener.of(({ docChanged, state }) => {
      if (docChanged) onChange(state.doc.toString());
    }),
  ];
}

/** An editor of manifests, with what was found in them underlined. It is made once for a text. */
export function ManifestEditor(props: ManifestEditorProps): JSX.Element {
  const { text, goTo } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | undefined>(undefined);
  const change = useRef(props.onChange);
  change.current = props.onChange;
  useEffect(() => {
    if (host.current === null) return undefined;
    const state = EditorState.create({
      doc: text.peek(),
      extensions: extensions(props.label, (written) => change.current(written)),
    });
    const made = new EditorView({ state, parent: host.current });
    view.current = made;
    // Fonts that come later are of another height.
    void document.fonts.ready.then(() => made.requestMeasure());
    const end = effect(() => {
      const changes = changeBetween(made.state.doc.toString(), text.value);
      if (changes !== undefined) made.dispatch({ changes });
    });
    return () => {
      end();
      made.destroy();
    };
  }, []);
  useEffect(() => {
    if (props.squiggles !== undefined) view.current?.dispatch({ effects: setSquiggles.of(props.squiggles) });
  }, [props.squiggles]);
  useEffect(() => {
    if (goTo === undefined || view.current === undefined) return;
    const anchor = Math.min(goTo.offset, view.current.state.doc.length);
    view.current.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: 'center' }),
    });
    view.current.focus();
    props.onGone();
  }, [goTo]);
  return <div class="manifest-editor" ref={host} />;
}
