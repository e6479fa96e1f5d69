/*
 * Texts made to hurt: a piece over and over, to a length in UTF-16 units. Each is a megabyte at its longest, which
 * is just within the default limit of the parser.
 */

const TOP = 1_000_000;

/** Every control character of C0 and C1 that is neither white space nor NUL. */
const CONTROLS = Array.from({ length: 0xa0 }, (_, code) => code)
  .filter((code) => (code < 0x20 || code >= 0x7f) && ![0, 9, 10, 13].includes(code))
  .map((code) => String.fromCharCode(code))
  .join('');

/** What is repeated, and what stands before and after it. */
const REPEATED = [
  ['('],
  [')'],
  ['()'],
  ['(a),'],
  ['(', 'a in '],
  [','],
  ['a,'],
  ['a=b,', '', 'a'],
  ['!a,', '', 'a'],
  ['k'],
  ['k', 'key='],
  ['a.', '', 'b/c'],
  ['/'],
  ['a/'],
  ['9', 'a>'],
  ['0', 'a>', '1'],
  ['='],
  ['a='],
  ['!='],
  ['!'],
  ['! a '],
  ['!!a,'],
  ['<>'],
  ['a<>b,'],
  ['a>'],
  ['a>b,'],
  ['a:b,'],
  ['a b '],
  ['a b c,'],
  ['in '],
  ['in in (in),', '', 'a'],
  ['notin ('],
  ['not in '],
  ['a not in (b),'],
  ['a NOTIN (b),'],
  ['a in b,'],
  ['b ', 'a in '],
  ['a in (b,'],
  ['a in (b),(c),'],
  ['a in ((b)),'],
  ['a in [b,'],
  ['a in [b],'],
  ['a in {'],
  ['a in (b c),'],
  ['b ', 'a in (', ')'],
  [',', 'a in (', ')'],
  ['||'],
  ['a||'],
  ['a=b||'],
  ['&&'],
  ['a && '],
  ['a or '],
  ['a=b and '],
  [';'],
  ['"'],
  ["'a'"],
  ['a="b",'],
  ['"a b" '],
  ['*'],
  ['a=*,'],
  ['a=~b.*,'],
  [' '],
  ['a\n'],
  ['\n,'],
  ['\0'],
  [' \0,'],
  [CONTROLS],
  [`a=${CONTROLS},`],
  ['\ud800'],
  ['\udc00a,'],
  ['\ud800\ud800='],
  ['é'],
  ['😀,'],
  ['\ufeff'],
  ['\u00a0 '],
  ['a\u0301=\u202e,'],
];

/** A text as a name: short, and in visible ASCII. */
function escaped(text) {
  const shown = text.length > 12 ? `${text.slice(0, 4)}…` : text;
  return JSON.stringify(shown)
    .slice(1, -1)
    .replaceAll('\\"', '"')
    .replace(/[^ -~…]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function named(piece, before = '', after = '') {
  return `${escaped(before)}‹${escaped(piece)}›ⁿ${escaped(after)}`;
}

function distinct(count, make, separator = ',') {
  return Array.from({ length: count }, (_, index) => make(index)).join(separator);
}

/** @typedef {{ name: string, unit: string, top: number, make: (size: number) => unknown, run: string }} Row */

/** @type {Row[]} */
export const TEXT_ROWS = [
  ...REPEATED.map(([piece, before = '', after = '']) => ({
    name: named(piece, before, after),
    unit: 'units',
    top: TOP,
    make: (size) =>
      before + piece.repeat(Math.floor((size - before.length - after.length) / piece.length)) + after,
    run: 'tryParse',
  })),
  {
    name: '‹(›ⁿ a ‹)›ⁿ',
    unit: 'units',
    top: TOP,
    make: (size) => `${'('.repeat(size / 2)}a${')'.repeat(size / 2 - 1)}`,
    run: 'tryParse',
  },
  ...[
    ['a in (v0,v1,…)', (count) => `a in (${distinct(count, (i) => `v${i}`)})`],
    ['a in (…,v1,v0)', (count) => `a in (${distinct(count, (i) => `v${count - i}`)})`],
    ['a in (v,v,…)', (count) => `a in (${distinct(count, () => 'v')})`],
    ['a in (v0,…', (count) => `a in (${distinct(count, (i) => `v${i}`)}`],
    ['a in (v0,…,-)', (count) => `a in (${distinct(count, (i) => `v${i}`)},-)`],
    ['a in (-0,-1,…)', (count) => `a in (${distinct(count, (i) => `-${i}`)})`],
  ].map(([name, make]) => ({ name, unit: 'values', top: 100_000, make, run: 'tryParse' })),
  ...[
    ['k0=v,k1=v,…', (count) => distinct(count, (i) => `k${i}=v`)],
    ['a!=v0,a!=v1,…', (count) => distinct(count, (i) => `a!=v${i}`)],
    ['a>0,a>1,…', (count) => distinct(count, (i) => `a>${i}`)],
    ['a notin (v0,w),…', (count) => distinct(count, (i) => `a notin (v${i},w)`)],
    ['k0=-,k1=-,…', (count) => distinct(count, (i) => `k${i}=-`)],
  ].flatMap(([name, make]) =>
    (name.endsWith('-,…') ? ['tryParse'] : ['tryParse', 'useText']).map((run) => ({
      name,
      unit: 'requirements',
      top: 10_000,
      make,
      run,
    })),
  ),
  {
    name: 'a in (v0,v1,…)',
    unit: 'values',
    top: 100_000,
    make: (count) => `a in (${distinct(count, (i) => `v${i}`)})`,
    run: 'useText',
  },
  ...['a b c,', 'a\n=', 'a="b",', '\ud800,'].map((piece) => ({
    name: named(piece, '', ''),
    unit: 'units',
    top: TOP,
    make: (size) => piece.repeat(size / piece.length),
    run: 'render',
  })),
  ...['a=b,', 'a in (b,', '(', 'a b '].map((piece) => ({
    name: named(piece, '', ''),
    unit: 'units',
    top: TOP,
    make: (size) => piece.repeat(size / piece.length),
    run: 'complete',
  })),
];
