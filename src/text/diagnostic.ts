/** A half-open range of UTF-16 code units of a text: `start` inclusive, `end` exclusive. */
export interface Span {
  /** The first unit, counted from 0. */
  readonly start: number;
  /** Just behind the last unit; the same as `start` where the range is empty. */
  readonly end: number;
}

/** A replacement that mends a diagnostic: put `text` where `span` is. */
export interface Fix {
  /** What it does, for people: `drop the "/"`. */
  readonly title: string;
  /** What is replaced, in UTF-16 units of the text that the diagnostic is about; an empty one is where to insert. */
  readonly span: Span;
  /** What comes in its place; `""` where something is only taken out. */
  readonly text: string;
}

/**
 * Every code a diagnostic can carry, with what it means. Codes are stable names: tests, linters and
 * documents rely on them, messages may be reworded.
 */
export const DIAGNOSTIC_CODES = {
  // The text of a selector.
  'missing-requirement': 'a comma with no requirement before or after it',
  'missing-key': 'an operator with no key before it, or a "!" with none after it',
  'missing-value': 'a ">" or "<" without its integer',
  'missing-set': 'an "in" or "notin" that is not followed by a parenthesised set',
  'missing-comma': 'two requirements or two values without a comma between them',
  'unclosed-set': 'a set whose ")" is missing',
  'unexpected-text': 'something that cannot stand where it stands',
  'unknown-operator': 'an operator that the language does not have',
  'unsupported-or': 'an attempt to say OR; a selector is a conjunction',
  'unsupported-parentheses': 'parentheses that group requirements; they only enclose sets of values',
  'negated-requirement': 'a "!" before something other than a single key',
  'quoted-text': 'quotes around a key or a value; the language has none',
  'wildcard-value': 'a wildcard or regular expression where an exact value is needed',
  'null-character': 'a NUL character',
  'text-too-long': 'a text longer than the limit',
  'too-many-requirements': 'more requirements than the limit',
  'too-many-values': 'more values in sets than the limit',
  // Keys and values, wherever they come from.
  'key-empty': 'a key, or the name part of a key, that is empty',
  'key-too-long': 'the name part of a key over 63 bytes',
  'key-invalid': 'a key with a character or a shape that a key cannot have',
  'prefix-empty': 'a key that begins with "/"',
  'prefix-too-long': 'the prefix of a key over 253 bytes',
  'prefix-invalid': 'the prefix of a key that is no lower-case DNS subdomain',
  'value-too-long': 'a value over 63 bytes',
  'value-invalid': 'a value with a character or a shape that a value cannot have',
  'value-not-integer': 'a bound that is not a base-10 int64',
  // Selector objects.
  'wrong-type': 'a JSON value of another type than the field holds',
  'missing-field': 'a field that must be there is not',
  'unknown-field': 'a field that the object does not have',
  'unsupported-operator': 'an operator that this kind of object does not have',
  'values-required': 'an operator that needs values and has none',
  'values-forbidden': 'an operator that takes no values and has some',
  'values-count': 'an operator that takes exactly one value and has another number',
  'empty-selector': 'a selector that is empty where it must not be',
  'not-expressible': 'a selector that this kind of object or text cannot say',
  'unsupported-key': 'a key that this kind of expression cannot select by',
  'too-many-cases': 'a question about selectors that takes looking at more cases than the limit',
  'too-many-diagnostics': 'more mistakes than are worth listing; the rest is not told',
  // Well-formed, but probably not what was meant: warnings.
  'empty-set-value': 'a set with an empty item, which stands for the empty value',
  'duplicate-value': 'a value that stands twice in one set',
  'duplicate-requirement': 'the same requirement twice in an object',
} as const;

/** The code of a mistake: what {@link DIAGNOSTIC_CODES} lists. Codes stay, messages may change. */
export type DiagnosticCode = keyof typeof DIAGNOSTIC_CODES;

/** One mistake: what, where, and where it can be known, how to mend it. Plain data; frozen in results. */
export interface Diagnostic {
  /** Which kind of mistake it is: what programs may go by, and not the message. */
  readonly code: DiagnosticCode;
  /** For people: what was found and what could stand there. */
  readonly message: string;
  /** Where in the text, for diagnostics about text. */
  readonly span?: Span;
  /** Where in the object, for diagnostics about objects: `matchExpressions[0].values[1]`. */
  readonly path?: string;
  /** Mends, best first. Applying one to the text removes this diagnostic. */
  readonly fixes?: readonly Fix[];
}

/** Mistakes in order, of which there is at least one. */
export type Diagnostics = readonly [Diagnostic, ...Diagnostic[]];

/** What there is to say where nothing is wrong. */
export const NO_DIAGNOSTICS: readonly Diagnostic[] = Object.freeze([]);

/** Diagnostics that nobody can change any more, with their spans and fixes. */
export function frozenDiagnostics<List extends readonly Diagnostic[]>(diagnostics: List): List {
  for (const diagnostic of diagnostics) {
    Object.freeze(diagnostic.span);
    for (const fix of diagnostic.fixes ?? []) {
      Object.freeze(fix.span);
      Object.freeze(fix);
    }
    Object.freeze(diagnostic.fixes);
    Object.freeze(diagnostic);
  }
  return Object.freeze(diagnostics);
}

/** Diagnostics of a part of a text, as they stand in the whole: spans and fixes moved by `offset` UTF-16 units. */
export function movedBy(diagnostics: readonly Diagnostic[], offset: number): Diagnostic[] {
  const move = ({ start, end }: Span): Span => ({ start: start + offset, end: end + offset });
  return diagnostics.map(({ span, fixes, ...rest }) => ({
    ...rest,
    ...(span && { span: move(span) }),
    ...(fixes && { fixes: fixes.map((fix) => ({ ...fix, span: move(fix.span) })) }),
  }));
}
