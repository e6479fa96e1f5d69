import type { Span } from 'labelwise';
import type { Frame, Walk } from './walk.ts';

/** A word as it is written: its text and its place. An item of a set that is left out has none. */
export interface WrittenWord {
  readonly text: string;
  readonly span: Span;
}

/** A requirement as it is written, with the places of its parts. */
export interface WrittenRequirement {
  readonly span: Span;
  readonly key: WrittenWord | undefined;
  /** As written; undefined where there is none, for a key alone. */
  readonly operator: WrittenWord | undefined;
  readonly values: readonly WrittenWord[];
  readonly frame: Frame;
}

const VALUES: ReadonlySet<string> = new Set(['value', 'bound']);

function within(frame: Frame, rules: ReadonlySet<string>): Frame[] {
  return frame.frames.flatMap((one) => (rules.has(one.rule) ? [one] : within(one, rules)));
}

function wordOf({ span, consumed }: Frame): WrittenWord {
  return { text: [...consumed.values()].flat()[0]?.text ?? '', span };
}

function requirementOf(frame: Frame): WrittenRequirement {
  const [key] = within(frame, new Set(['key']));
  const condition = frame.frames.find(({ rule }) => rule === 'condition');
  // A condition begins with its operator; the only symbol of a requirement is the "!" of an absent key.
  const sign = condition?.symbols[0] ?? frame.symbols[0];
  return {
    span: frame.span,
    key: key && wordOf(key),
    operator: sign && { text: sign.text, span: sign.span },
    values: within(frame, VALUES).map(wordOf),
    frame,
  };
}

/** The requirements of a text as far as a walk went, in the order written. */
export function writtenRequirements({ frame }: Walk): readonly WrittenRequirement[] {
  return within(frame, new Set(['requirement'])).map(requirementOf);
}
