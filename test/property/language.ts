import fc, { type Arbitrary } from 'fast-check';
import { byByte, type NaiveOperator, type NaiveRequirement } from '../oracle/naive-requirement.ts';

const LETTERS = [...'abcxyzABZ0129'];
const WITHIN = [...LETTERS, '-', '_', '.'];

function name(most: number): Arbitrary<string> {
  return fc
    .tuple(
      fc.constantFrom(...LETTERS),
      fc.string({ unit: fc.constantFrom(...WITHIN), maxLength: most - 2 }),
      fc.constantFrom(...LETTERS),
    )
    .map(([first, within, last]) => first + within + last);
}

/** Valid keys, often such as a careless lookup or a careless tokenizer would trip over. */
export const keys: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('a', 'b', 'c') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      'in',
      'notin',
      'constructor',
      'toString',
      'hasOwnProperty',
      'valueOf',
      'length',
    ),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom('x/a', 'example.com/a', 'app.kubernetes.io/name', '1', '10', 'in/notin'),
  },
  { weight: 1, arbitrary: name(12) },
  { weight: 1, arbitrary: name(63) },
);

/** int64 values that are label values too: the bounds `>` and `<` may have. */
export const bounds: Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '0',
    '1',
    '2',
    '3',
    '007',
    '5',
    '9007199254740992',
    '9223372036854775806',
    '9223372036854775807',
  ),
  fc.bigInt({ min: 0n, max: 2n ** 63n - 1n }).map(String),
);

/** Valid values. */
export const values: Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom('', 'b', 'c', '1', '2', '02') },
  { weight: 2, arbitrary: fc.constantFrom('in', 'notin', 'true', 'v1.2.3', 'constructor', '1e3', '0x10') },
  { weight: 2, arbitrary: bounds },
  { weight: 1, arbitrary: name(12) },
  { weight: 1, arbitrary: name(63) },
);

function requirement(
  operators: readonly NaiveOperator[],
  valuesOf: (operator: NaiveOperator) => Arbitrary<string[]>,
): Arbitrary<NaiveRequirement> {
  return fc
    .constantFrom(...operators)
    .chain((operator) =>
      fc.record({ key: keys, operator: fc.constant(operator), values: valuesOf(operator) }),
    );
}

function valuesOf(operator: NaiveOperator): Arbitrary<string[]> {
  switch (operator) {
    case 'exists':
    case '!':
      return fc.constant([]);
    case 'gt':
    case 'lt':
      return bounds.map((bound) => [bound]);
    case 'in':
    case 'notin':
      // As parsed text has them: a set in byte order.
      return fc.uniqueArray(values, { minLength: 1, maxLength: 5 }).map((several) => several.sort(byByte));
    default:
      return values.map((value) => [value]);
  }
}

const OPERATORS = ['=', '==', '!=', 'in', 'notin', 'exists', '!', 'gt', 'lt'] as const;

/** Requirements of every operator, in the form parsing gives them. */
export const requirements: Arbitrary<NaiveRequirement> = requirement(OPERATORS, valuesOf);

/** Requirements that a LabelSelector object can say as well. */
export const requirementsWithoutBounds: Arbitrary<NaiveRequirement> = requirement(
  OPERATORS.filter((operator) => operator !== 'gt' && operator !== 'lt'),
  valuesOf,
);

/** One alternative. */
export const conjunctions: Arbitrary<NaiveRequirement[]> = fc.array(requirements, { maxLength: 6 });

const SPACES = fc.string({ unit: fc.constantFrom(' ', ' ', '\t', '\r', '\n'), maxLength: 2 });

/** The tokens a requirement is written with. */
export function tokensOf({ key, operator, values }: NaiveRequirement): string[] {
  switch (operator) {
    case 'exists':
      return [key];
    case '!':
      return ['!', key];
    case 'gt':
    case 'lt':
      return [key, operator === 'gt' ? '>' : '<', ...values];
    case 'in':
    case 'notin':
      return [key, operator, '(', ...values.flatMap((value, at) => (at === 0 ? [value] : [',', value])), ')'];
    default:
      return [key, operator, ...values];
  }
}

const SYMBOL = /^[=!<>(),]/;

/** Tokens as a text, with white space where two words would run together and anywhere else at random. */
export function spaced(tokens: readonly string[]): Arbitrary<string> {
  return fc.array(SPACES, { minLength: tokens.length + 1, maxLength: tokens.length + 1 }).map((spaces) => {
    let text = spaces[0] ?? '';
    const written = tokens.filter((token) => token !== '');
    for (const [at, token] of written.entries()) {
      const next = written[at + 1];
      const touching = next !== undefined && !SYMBOL.test(token) && !SYMBOL.test(next);
      const space = spaces[at + 1] ?? '';
      text += token + (touching && space === '' ? ' ' : space);
    }
    return text;
  });
}

/** The tokens of a whole valid selector. */
export const tokenLists: Arbitrary<string[]> = conjunctions.map((all) =>
  all.flatMap((one, at) => (at === 0 ? tokensOf(one) : [',', ...tokensOf(one)])),
);

/** The texts of valid selectors. */
export const validTexts: Arbitrary<string> = tokenLists.chain(spaced);

const ODD_CHARACTERS = [
  '\0',
  '\u000b',
  '\u00a0',
  '\ufeff',
  'é',
  '😀',
  '\ud800',
  '\udc00',
  '\u2028',
  '"',
  "'",
  '*',
  ':',
  '|',
  ';',
  '&',
  '[',
  '~',
  '\u007f',
];

/** Characters, mostly of the language. */
export const characters: Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'=!(),><') },
  { weight: 6, arbitrary: fc.constantFrom(...'abz01A') },
  { weight: 3, arbitrary: fc.constantFrom(' ', ' ', '\t', '\n', '\r') },
  { weight: 2, arbitrary: fc.constantFrom(...'-_./') },
  { weight: 1, arbitrary: fc.constantFrom(...ODD_CHARACTERS) },
);

/** Random strings over the alphabet of the language. */
export const languageStrings: Arbitrary<string> = fc.string({ unit: characters, maxLength: 24 });

/** Tokens, including ones from neighbouring languages. */
export const tokens: Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: keys },
  { weight: 3, arbitrary: values },
  {
    weight: 8,
    arbitrary: fc.constantFrom('=', '==', '!=', '!', '(', ')', ',', ',', '>', '<', 'in', 'notin'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'IN',
      'NOTIN',
      'not',
      'In',
      'exists',
      '>=',
      '<=',
      '<>',
      '=~',
      '||',
      '&&',
      'or',
      'and',
      ':',
      '"b"',
      "'b'",
      'a*',
      '.*',
      '-1',
      '1.5',
      '/',
      'a/',
      '\0',
    ),
  },
);

/** Tokens in any order. */
export const tokenSoups: Arbitrary<string> = fc
  .array(fc.tuple(tokens, fc.constantFrom('', ' ', ' ', '\t')), { maxLength: 14 })
  .map((soup) => soup.map(([token, space]) => token + space).join(''));

interface Edit {
  readonly kind: 'insert' | 'delete' | 'replace' | 'swap';
  readonly at: number;
}

const edits: Arbitrary<Edit> = fc.record({
  kind: fc.constantFrom('insert', 'delete', 'replace', 'swap'),
  at: fc.nat({ max: 1_000 }),
});

/** One edit of a list, `at` taken modulo its length. */
function edited<T>(list: readonly T[], { kind, at }: Edit, item: T): T[] {
  const result = [...list];
  const place = at % (list.length + 1);
  if (kind === 'insert') result.splice(place, 0, item);
  else if (kind === 'delete') result.splice(place, 1);
  else if (kind === 'replace') result.splice(place, 1, item);
  else result.splice(place, 2, ...result.slice(place, place + 2).reverse());
  return result;
}

/** Valid selectors with one to three characters inserted, deleted, replaced or swapped. */
export const characterMutations: Arbitrary<string> = fc
  .tuple(validTexts, fc.array(fc.tuple(edits, characters), { minLength: 1, maxLength: 3 }))
  .map(([text, changes]) =>
    changes.reduce((all, [edit, character]) => edited(all, edit, character), text.split('')).join(''),
  );

/** Valid selectors with one to three tokens inserted, deleted, replaced or swapped. */
export const tokenMutations: Arbitrary<string> = fc
  .tuple(tokenLists, fc.array(fc.tuple(edits, tokens), { minLength: 1, maxLength: 3 }))
  .map(([list, changes]) => changes.reduce((all, [edit, token]) => edited(all, edit, token), list))
  .chain(spaced);
