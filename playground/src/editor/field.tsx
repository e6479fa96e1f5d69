import { closeBrackets, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { EditorState, type Extension } from '@codemirror/state';
import { EditorView, keymap, placeholder, type ViewUpdate } from '@codemirror/view';
import { batch, effect } from '@preact/signals';
import type { Vocabulary } from 'labelwise';
import type { JSX } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import type { SelectorText } from '../state/selector.ts';
import { changeBetween } from './change-between.ts';
import { colours } from './colours.ts';
import { menu } from './menu.ts';
import { firstFix, nextMistake } from './mistake-keys.ts';
import { asOneLine, oneLine } from './one-line.ts';
import { problemsOf, squigglesOf } from './problems.ts';
import { setSquiggles, squiggles } from './squiggles.ts';

export interface FieldProps {
  readonly selector: SelectorText;
  /** Ids of what names the field, and of what says more about it. */
  readonly labelledBy: string;
  readonly describedBy: string;
  readonly vocabulary: () => Vocabulary;
  readonly hint: string;
  /** Takes the editor when it is there, for those who put the cursor into it. */
  readonly onReady?: (view: EditorView) => void;
}

/** Keys of an editor that make no sense on one line, or would be a trap. */
const ELSEWHERE: ReadonlySet<string> = new Set(['Enter', 'Mod-Enter', 'Tab', 'Shift-Tab']);

function attributes({ labelledBy, describedBy, selector }: FieldProps): Extension {
  return EditorView.contentAttributes.of(() => ({
    'aria-labelledby': labelledBy,
    'aria-describedby': describedBy,
    'aria-multiline': 'false',
    'aria-invalid': String(!selector.reading.peek().ok),
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'done',
  }));
}

function extensions(props: FieldProps): Extension {
  const { selector } = props;
  return [
    oneLine,
    history(),
    closeBrackets(),
    EditorView.lineWrapping,
    colours,
    squiggles,
    menu(props.vocabulary),
    placeholder(props.hint),
    attributes(props),
    keymap.of([
      ...completionKeymap,
      { key: 'Mod-.', run: firstFix(selector) },
      { key: 'Alt-Enter', run: firstFix(selector) },
      { key: 'F8', run: nextMistake(selector, 1), shift: nextMistake(selector, -1) },
      { key: 'Enter', run: () => true },
      ...closeBracketsKeymap,
      ...historyKeymap,
      ...defaultKeymap.filter(({ key }) => !ELSEWHERE.has(key ?? '')),
    ]),
    EditorView.updateListener.of(({ docChanged, selectionSet, state }: ViewUpdate) => {
      if (!docChanged && !selectionSet) return;
      batch(() => {
        selector.text.value = state.doc.toString();
        selector.caret.value = state.selection.main.head;
      });
    }),
  ];
}

/** Brings what was changed elsewhere into the editor, as one step that can be undone, and the cursor to its place. */
function followText(view: EditorView, { text, caret }: SelectorText): () => void {
  return effect(() => {
    const wanted = text.value;
    const changes = changeBetween(view.state.doc.toString(), wanted);
    const anchor = Math.min(caret.value, wanted.length);
    if (changes !== undefined) view.dispatch({ changes, selection: { anchor }, userEvent: 'input' });
    else if (anchor !== view.state.selection.main.head) view.dispatch({ selection: { anchor } });
  });
}

/** Underlines what is wrong with the text. */
function followProblems(view: EditorView, selector: SelectorText): () => void {
  return effect(() => {
    const problems = problemsOf(selector.reading.value);
    view.dispatch({ effects: setSquiggles.of(squigglesOf(problems, selector.focused.value)) });
  });
}

/** A field for a selector: one line that wraps, with colours, squiggles and a menu. */
export function Field(props: FieldProps): JSX.Element {
  const host = useRef<HTMLDivElement>(null);
  // The editor is made once; what it reads later, it reads from signals.
  useEffect(() => {
    if (host.current === null) return undefined;
    const { selector, onReady } = props;
    const state = EditorState.create({ doc: asOneLine(selector.text.peek()), extensions: extensions(props) });
    const view = new EditorView({ state, parent: host.current });
    const ends = [followText(view, selector), followProblems(view, selector)];
    // Fonts that come later are of another width.
    void document.fonts.ready.then(() => view.requestMeasure());
    onReady?.(view);
    return () => {
      for (const end of ends) end();
      view.destroy();
    };
  }, []);
  return <div class="field" ref={host} />;
}
