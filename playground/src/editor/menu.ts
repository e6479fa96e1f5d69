import {
  autocompletion,
  type CompletionContext,
  type CompletionResult,
  type Completion as MenuItem,
  pickedCompletion,
} from '@codemirror/autocomplete';
import type { Extension } from '@codemirror/state';
import type { EditorView } from '@codemirror/view';
import { type Completion, completeSelector, type Vocabulary } from 'labelwise';

/** More than this nobody looks through; whoever types on gets others. */
const MOST = 60;

function itemOf(completion: Completion): MenuItem {
  const { kind, label, text, span, detail } = completion;
  const item: MenuItem = {
    label,
    type: kind,
    // Every completion has its own place: some replace the word under the cursor, others go behind it.
    apply(view: EditorView, picked: MenuItem): void {
      view.dispatch({
        changes: { from: span.start, to: span.end, insert: text },
        selection: { anchor: span.start + text.length },
        scrollIntoView: true,
        userEvent: 'input.complete',
        annotations: pickedCompletion.of(picked),
      });
    },
  };
  return detail === undefined ? item : { ...item, detail };
}

/**
 * What opens by itself: commas and parentheses are typed faster than picked. Behind the beginning of a word, how it may go
 * on; operators there only where the word is one that is known, since they come first then.
 */
function opensAlone(completions: readonly Completion[]): readonly Completion[] {
  const wanted = completions.filter(({ kind }) => kind !== 'punctuation');
  const isOperator = ({ kind }: Completion): boolean => kind === 'operator';
  const [first] = wanted;
  return first === undefined || isOperator(first) || first.span.start === first.span.end
    ? wanted
    : wanted.filter((one) => !isOperator(one));
}

/**
 * A menu of what may be typed next, with the words of a vocabulary.
 *
 * @param vocabulary asked whenever the menu opens
 */
export function menu(vocabulary: () => Vocabulary): Extension {
  const source = ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const text = state.doc.toString();
    const all = completeSelector(text, pos, vocabulary());
    const offered = explicit ? all : opensAlone(all);
    if (offered.length === 0) return null;
    const from = Math.min(...offered.map(({ span }) => span.start));
    return { from: Math.min(from, pos), options: offered.slice(0, MOST).map(itemOf), filter: false };
  };
  return autocompletion({
    override: [source],
    icons: false,
    activateOnCompletion: () => true,
    maxRenderedOptions: MOST,
    optionClass: ({ type }) => `is-${type ?? 'other'}`,
  });
}
