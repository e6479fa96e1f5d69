/** What a parameter of a statement may be: a text, a list of texts (where the dialect has arrays), a whole number. */
export type SqlValue = string | number | readonly string[];

/** A value that stands outside of the text, in whose place the text has a placeholder. */
export interface Parameter {
  readonly kind: 'parameter';
  readonly value: SqlValue;
  /** Its type, for dialects whose placeholders name it. */
  readonly type: string;
}

/** A part of a statement: text that this library wrote, and parameters in between. */
export interface Fragment {
  readonly kind: 'fragment';
  readonly parts: readonly (string | Parameter)[];
}

/**
 * A fragment of SQL, written as a template. What is put in is a fragment or a parameter, never a string, so nothing of
 * a selector can come into the text of a statement: the types refuse it.
 */
export function sql(texts: TemplateStringsArray, ...inner: readonly (Fragment | Parameter)[]): Fragment {
  const parts: (string | Parameter)[] = [];
  texts.forEach((text, i) => {
    parts.push(text);
    const next = inner[i];
    if (next !== undefined) parts.push(...(next.kind === 'fragment' ? next.parts : [next]));
  });
  return { kind: 'fragment', parts };
}

/** A parameter. Put into a statement twice, it is the same one where placeholders have numbers or names. */
export function parameter(value: SqlValue, type = 'String'): Parameter {
  return { kind: 'parameter', value, type };
}

/** Fragments with a separator between them. */
function joined(fragments: readonly Fragment[], separator: string): Fragment {
  const parts = fragments.flatMap((fragment, i) =>
    i === 0 ? fragment.parts : [separator, ...fragment.parts],
  );
  return { kind: 'fragment', parts };
}

/** Fragments as a list: `a, b, c`. */
export function list(fragments: readonly Fragment[]): Fragment {
  return joined(fragments, ', ');
}

/** Operands that must all hold, as one operand; of one, itself. There must be one. */
export function allHold(operands: readonly Fragment[]): Fragment {
  return operands.length === 1 ? (operands[0] as Fragment) : sql`(${joined(operands, ' AND ')})`;
}

/** How many operands stand in one bracket of {@link oneHolds}. */
const BREADTH = 64;

/**
 * Operands of which one must hold, as one operand; of one, itself. There must be one. Thousands of them are nested, a few
 * levels deep: databases read `a OR b OR c` as a tree that is as deep as the list is long, and refuse deep trees
 * (SQLite beyond 1,000 levels).
 */
export function oneHolds(operands: readonly Fragment[]): Fragment {
  if (operands.length === 1) return operands[0] as Fragment;
  if (operands.length <= BREADTH) return sql`(${joined(operands, ' OR ')})`;
  const share = Math.ceil(operands.length / BREADTH);
  const groups: Fragment[] = [];
  for (let from = 0; from < operands.length; from += share) {
    groups.push(oneHolds(operands.slice(from, from + share)));
  }
  return oneHolds(groups);
}
