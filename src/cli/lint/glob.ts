const SPECIAL = /[.+^$()|[\]\\{}]/g;

const PARTS: readonly (readonly [RegExp, string])[] = [
  [/^\*\*\//, '(?:.*/)?'],
  [/^\*\*/, '.*'],
  [/^\*/, '[^/]*'],
  [/^\?/, '[^/]'],
];

/**
 * A test for paths by a pattern: `*` and `?` stand for anything within a name, `**` for any folders. A pattern that names a
 * folder takes all that is in it.
 *
 * @param pattern with `/` between names
 */
export function globTest(pattern: string): (path: string) => boolean {
  let rest = pattern.replace(/^\.\//, '').replace(/\/+$/, '');
  let source = '';
  while (rest !== '') {
    const part = PARTS.find(([form]) => form.test(rest));
    const written = part === undefined ? rest.slice(0, 1) : (part[0].exec(rest)?.[0] ?? '');
    source += part === undefined ? written.replace(SPECIAL, '\\$&') : part[1];
    rest = rest.slice(written.length);
  }
  const whole = new RegExp(`^${source}(?:/.*)?$`, 's');
  return function isMatched(path) {
    return whole.test(path);
  };
}
