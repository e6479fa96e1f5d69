import type { JSX } from 'preact';
import { useEffect } from 'preact/hooks';
import { problemsOf, type TextProblem } from '../editor/problems.ts';
import { edit } from '../state/edit.ts';
import type { SelectorText } from '../state/selector.ts';

/** More than this nobody mends one by one. */
const MOST = 8;

interface ProblemProps {
  readonly selector: SelectorText;
  readonly problem: TextProblem;
  readonly number: number;
  /** Puts the cursor back into the field. */
  readonly focus: () => void;
}

function ProblemItem({ selector, problem, number, focus }: ProblemProps): JSX.Element {
  const { diagnostic, look } = problem;
  const enter = (): void => {
    selector.focused.value = number;
  };
  const leave = (): void => {
    selector.focused.value = undefined;
  };
  // The pointer does not leave what is gone.
  useEffect(
    () => () => {
      if (selector.focused.peek() === number) leave();
    },
    [number],
  );
  return (
    <li
      class={`problem ${look}`}
      onMouseEnter={enter}
      onMouseLeave={leave}
      onFocusIn={enter}
      onFocusOut={leave}
    >
      <span class="problem-sign" aria-hidden="true">
        {look === 'mistake' ? '✕' : '!'}
      </span>
      <span class="problem-text">
        <span class="unseen">{look === 'mistake' ? 'Mistake: ' : 'Warning: '}</span>
        {diagnostic.message}
        <code class="problem-code">{diagnostic.code}</code>
      </span>
      <span class="problem-fixes">
        {diagnostic.fixes?.map((fix) => (
          <button
            key={fix.title}
            type="button"
            class="fix-button"
            onClick={() => {
              edit(selector, fix);
              focus();
            }}
          >
            {fix.title}
          </button>
        ))}
      </span>
    </li>
  );
}

export interface ProblemListProps {
  readonly selector: SelectorText;
  readonly id: string;
  readonly focus: () => void;
}

/** Everything that is wrong with the text, or hardly meant, with what mends it. */
export function ProblemList({ selector, id, focus }: ProblemListProps): JSX.Element {
  const problems = problemsOf(selector.reading.value);
  const hasFix = problems.some(({ diagnostic: { fixes } }) => fixes !== undefined && fixes.length > 0);
  return (
    <div class="problems" id={id}>
      {problems.length > 0 && (
        <>
          <ol>
            {problems.slice(0, MOST).map((problem, number) => (
              <ProblemItem
                key={`${problem.diagnostic.code} ${problem.diagnostic.span?.start}`}
                selector={selector}
                problem={problem}
                number={number}
                focus={focus}
              />
            ))}
          </ol>
          {problems.length > MOST && <p class="aside">and {problems.length - MOST} more</p>}
          {hasFix && (
            <p class="aside keys">
              In the field: <kbd>Ctrl</kbd> <kbd>.</kbd> mends at the cursor, <kbd>F8</kbd> goes to the next.
            </p>
          )}
        </>
      )}
    </div>
  );
}
