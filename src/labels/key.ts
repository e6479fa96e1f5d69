import { type Diagnostic, frozenDiagnostics, NO_DIAGNOSTICS } from '../text/diagnostic.ts';
import { kindOf } from '../text/kind-of.ts';
import { quote } from '../text/quote.ts';
import { utf8Length } from './bytes.ts';
import { MAX_NAME_BYTES, MAX_PREFIX_BYTES } from './limits.ts';
import { nameMistake, type ShapeMistake } from './name.ts';
import { CLASSES, classOf, DOT, HYPHEN, isPrefixShape, keyEnd, LOWER_ALPHANUMERIC } from './word-states.ts';

/**
 * Whether a text is a valid label key (apimachinery `validation.IsQualifiedName`): a name, or a DNS subdomain, `/` and
 * a name. Complexity: O(length), no allocation.
 */
export function isLabelKey(text: string): boolean {
  return keyEnd(text, 0, CLASSES) === text.length;
}

/** The first thing that keeps a non-empty text from having the shape of a prefix; the text does not have it. */
function prefixMistake(prefix: string): ShapeMistake {
  let previous = DOT;
  for (let i = 0; i < prefix.length; i++) {
    const unit = classOf(prefix.charCodeAt(i));
    const character = String.fromCodePoint(prefix.codePointAt(i) ?? 0);
    const end = i + character.length;
    if (unit !== LOWER_ALPHANUMERIC && unit !== HYPHEN && unit !== DOT) {
      return { start: i, end, what: `${quote(character)} cannot stand in it` };
    }
    if (unit !== LOWER_ALPHANUMERIC && previous === DOT) {
      return { start: i, end, what: unit === DOT ? 'it has an empty part' : 'a part begins with "-"' };
    }
    if (unit === DOT && previous === HYPHEN) return { start: i - 1, end: i, what: 'a part ends with "-"' };
    previous = unit;
  }
  return {
    start: Math.max(0, prefix.length - 1),
    end: prefix.length,
    what: `it ends with ${quote(prefix.slice(-1))}`,
  };
}

function prefixDiagnostics(prefix: string): Diagnostic[] {
  if (prefix === '') {
    return [
      {
        code: 'prefix-empty',
        message: 'a key cannot begin with "/": put a DNS name before it, or drop it',
        span: { start: 0, end: 1 },
        fixes: [{ title: 'drop the "/"', span: { start: 0, end: 1 }, text: '' }],
      },
    ];
  }
  const found: Diagnostic[] = [];
  const bytes = utf8Length(prefix);
  if (bytes > MAX_PREFIX_BYTES) {
    found.push({
      code: 'prefix-too-long',
      message: `the prefix of a key is at most ${MAX_PREFIX_BYTES} bytes long; this one has ${bytes}`,
      span: { start: 0, end: prefix.length },
    });
  }
  if (!isPrefixShape(prefix)) {
    const { start, end, what } = prefixMistake(prefix);
    const lower = prefix.toLowerCase();
    found.push({
      code: 'prefix-invalid',
      message: `${quote(prefix)} is not a key prefix: ${what}; a prefix is a DNS name of lower-case letters, digits, "-" and "."`,
      span: { start, end },
      ...(isPrefixShape(lower) && {
        fixes: [
          {
            title: `write it in lower case: ${quote(lower)}`,
            span: { start: 0, end: prefix.length },
            text: lower,
          },
        ],
      }),
    });
  }
  return found;
}

/**
 * Every rule of label keys that `key` breaks, length first (apimachinery `validation.IsQualifiedName`; as many
 * diagnostics as it gives errors).
 *
 * @param key any string; the prefix is part of it: `app.kubernetes.io/name`
 * @returns `[]` for a valid key; spans are UTF-16 offsets into `key`
 * @complexity O(length).
 * @throws TypeError where `key` is no string
 */
export function checkLabelKey(key: string): readonly Diagnostic[] {
  if (typeof key !== 'string') throw new TypeError(`a label key must be a string, not ${kindOf(key)}`);
  if (isLabelKey(key)) return NO_DIAGNOSTICS;
  const slash = key.indexOf('/');
  const second = slash === -1 ? -1 : key.indexOf('/', slash + 1);
  if (second !== -1) {
    return frozenDiagnostics([
      {
        code: 'key-invalid',
        message: `${quote(key)} is not a label key: it has more than one "/"; a key is a name, or a DNS name, one "/" and a name`,
        span: { start: second, end: second + 1 },
      },
    ]);
  }
  const found = slash === -1 ? [] : prefixDiagnostics(key.slice(0, slash));
  const name = key.slice(slash + 1);
  const start = slash + 1;
  if (name === '') {
    // Two rules are broken, as Kubernetes counts them: it is empty, and it has no letter or digit to begin with.
    const span = { start: Math.max(0, start - 1), end: start };
    found.push({
      code: 'key-empty',
      message: slash === -1 ? 'a key cannot be empty' : 'a key cannot end with "/": its name is missing',
      span,
    });
    found.push({
      code: 'key-invalid',
      message: 'the name of a key must begin and end with a letter or digit',
      span,
    });
    return frozenDiagnostics(found);
  }
  const bytes = utf8Length(name);
  if (bytes > MAX_NAME_BYTES) {
    found.push({
      code: 'key-too-long',
      message: `the name of a key is at most ${MAX_NAME_BYTES} bytes long; this one has ${bytes}`,
      span: { start, end: key.length },
    });
  }
  const mistake = nameMistake(name);
  if (mistake !== undefined) {
    found.push({
      code: 'key-invalid',
      message: `${quote(key)} is not a label key: ${mistake.what}; a name is letters, digits, "-", "_" and ".", with a letter or digit at both ends`,
      span: { start: start + mistake.start, end: start + mistake.end },
    });
  }
  return frozenDiagnostics(found);
}
