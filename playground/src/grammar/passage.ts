import type { Frame, Visit, Walk } from '../language/walk.ts';
import type { Visits } from './tracks.ts';

/** What a walk did in a rule. */
export interface Passage {
  readonly visits: Visits;
  /** What stands in the text for each part that is a word or another rule. */
  readonly texts: ReadonlyMap<number, readonly string[]>;
  /** The parts that could have taken the token at which the text is wrong, or that may come next at its end. */
  readonly expected: ReadonlySet<number>;
  /** Whether the text is wrong there. */
  readonly isStopped: boolean;
  /** Whether the rule was gone through to its end, each time. */
  readonly isComplete: boolean;
}

const NOTHING_EXPECTED: ReadonlySet<number> = new Set();

/** The uses of a rule within a frame, itself included. */
export function usesOf(frame: Frame, rule: string): readonly Frame[] {
  const own = frame.rule === rule ? [frame] : [];
  return [...own, ...frame.frames.flatMap((one) => usesOf(one, rule))];
}

function addVisits(into: Map<number, Visit>, visits: Visits): void {
  for (const [id, { entered, completed, skipped, rounds }] of visits) {
    const known = into.get(id);
    into.set(id, {
      entered: entered + (known?.entered ?? 0),
      completed: completed + (known?.completed ?? 0),
      skipped: skipped + (known?.skipped ?? 0),
      rounds: rounds + (known?.rounds ?? 0),
    });
  }
}

/**
 * What a walk did in some uses of one rule, together.
 *
 * @param text what is walked through
 * @param isAtEnd whether the end of the walk is to be told too: it is that of the whole text
 */
export function passageOf(
  { isComplete, expected, stop }: Walk,
  uses: readonly Frame[],
  text: string,
  isAtEnd: boolean,
): Passage {
  const visits = new Map<number, Visit>();
  const texts = new Map<number, string[]>();
  for (const use of uses) {
    addVisits(visits, use.visits);
    for (const { part = -1, span } of use.frames) {
      const known = texts.get(part);
      const own = text.slice(span.start, span.end);
      if (known === undefined) texts.set(part, [own]);
      else known.push(own);
    }
  }
  return {
    visits,
    texts,
    expected: isAtEnd ? new Set(expected.map(({ id }) => id)) : NOTHING_EXPECTED,
    isStopped: !isComplete && stop !== undefined,
    isComplete: uses.length > 0 && uses.every((use) => use.isComplete),
  };
}
