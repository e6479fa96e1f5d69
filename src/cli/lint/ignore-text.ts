/** What a text says is to be ignored: rules, and why. */
export interface IgnoreText {
  readonly rules: readonly string[];
  /** `""` where it is not said. */
  readonly reason: string;
}

/** The word that makes a comment one about ignoring, and the annotation that is about it. */
export const IGNORE_WORD = 'labelwise-ignore';
export const IGNORE_ANNOTATION = 'labelwise.dev/ignore';

/** Reads `rule-a, rule-b: reason`. Without a colon there is no reason, and the first word of each item is a rule. */
export function readIgnore(text: string): IgnoreText {
  const colon = text.indexOf(':');
  const rules = (colon < 0 ? text : text.slice(0, colon)).split(',').flatMap((item) => {
    const [rule = ''] = item.trim().split(/\s+/);
    return rule === '' ? [] : [rule];
  });
  return { rules, reason: colon < 0 ? '' : text.slice(colon + 1).trim() };
}

const COMMENT = new RegExp(`^#+[ \\t]*${IGNORE_WORD}(?![\\w-])(.*)$`);

/** What a comment says is to be ignored; undefined for one that is about something else. */
export function readIgnoreComment(comment: string): IgnoreText | undefined {
  const rest = COMMENT.exec(comment)?.[1];
  return rest === undefined ? undefined : readIgnore(rest);
}

/** What an annotation says is to be ignored, line by line. */
export function readIgnoreAnnotation(value: string): readonly IgnoreText[] {
  return value
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(readIgnore);
}
