import type { Command, EditorView } from '@codemirror/view';
import type { SelectorText } from '../state/selector.ts';
import { problemAt, problemsOf } from './problems.ts';

/** The command that mends the mistake at the cursor, or the next one, by its first fix. */
export function firstFix({ reading, caret }: SelectorText): Command {
  return function mendAtCursor(view: EditorView): boolean {
    const problems = problemsOf(reading.peek());
    const fix = problems[problemAt(problems, caret.peek()) ?? 0]?.diagnostic.fixes?.[0];
    if (fix === undefined) return false;
    view.dispatch({
      changes: { from: fix.span.start, to: fix.span.end, insert: fix.text },
      selection: { anchor: fix.span.start + fix.text.length },
      userEvent: 'input.complete',
    });
    return true;
  };
}

/** The command that selects the next mistake of the text, or the one before. */
export function nextMistake({ reading, caret }: SelectorText, step: 1 | -1): Command {
  return function goToMistake(view: EditorView): boolean {
    const spans = problemsOf(reading.peek()).flatMap(({ diagnostic: { span } }) => span ?? []);
    const isBeyond = ({ end }: { end: number }): boolean => end > caret.peek();
    const next = step === 1 ? spans.find(isBeyond) : spans.findLast(({ end }) => end < caret.peek());
    const span = next ?? spans.at(step === 1 ? 0 : -1);
    if (span === undefined) return false;
    view.dispatch({ selection: { anchor: span.start, head: span.end }, scrollIntoView: true });
    return true;
  };
}
