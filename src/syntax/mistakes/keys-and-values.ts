import { parseInt64 } from '../../labels/int64.ts';
import { checkLabelKey, isLabelKey } from '../../labels/key.ts';
import { checkLabelValue, isLabelValue } from '../../labels/value.ts';
import { type Diagnostic, movedBy } from '../../text/diagnostic.ts';
import { quote } from '../../text/quote.ts';
import { visible } from '../../text/visible.ts';
import type { Word, WrittenRequirement } from '../ast.ts';
import { MAX_DIAGNOSTICS } from '../limits.ts';
import { isQuoted, OPENING_QUOTES, unquoted } from '../quotes.ts';
import { mistake, write } from './mistake.ts';

/*
 * What the grammar cannot say: which names are valid keys and values. The rules are those of labels/; added here is
 * what people mean by names that are not: quotes, a colon, a pattern.
 */

/**
 * What only a pattern holds: `*`, `?`, `.+`, a backslash class, anchors, slashes around it, a class of characters after
 * something else, or a leading `~` of the operator `=~`.
 */
const PATTERN = /[*?]|\.\+|\\[a-zA-Z.]|^[~^]|\$$|^\/.*\/$|.\[[^[\]]*\]/;

/** Quotes around a word. What they hold takes their place where it stays one word, or where it is all there is. */
function quotedDiagnostic({ image, span }: Word, alone = false): Diagnostic[] | undefined {
  if (isQuoted(image)) {
    const mendable = alone || !/[ \t\r\n=!(),><|&;]/.test(unquoted(image));
    return [
      {
        code: 'quoted-text',
        message: `found ${image.length > 60 ? 'quotes' : visible(image)}; keys and values are written without quotes`,
        span,
        ...(mendable && { fixes: [{ title: 'remove the quotes', span, text: unquoted(image) }] }),
      },
    ];
  }
  if (!OPENING_QUOTES.includes(image.charAt(0))) return undefined;
  const place = { start: span.start, end: span.start + 1 };
  return [
    {
      code: 'quoted-text',
      message: 'found a quote that nothing closes; keys and values are written without quotes',
      span: place,
      fixes: [{ title: 'remove it', span: place, text: '' }],
    },
  ];
}

/** `key:value`, where YAML's colon stands for an equals sign, and `key:` before an operator, where it is too much. */
function colonDiagnostic({ image, span }: Word, alone: boolean): Diagnostic[] | undefined {
  const colon = image.indexOf(':');
  if (colon < 0 || !isLabelKey(image.slice(0, colon)) || !isLabelValue(image.slice(colon + 1)))
    return undefined;
  if (!alone && colon + 1 < image.length) return undefined;
  const place = { start: span.start + colon, end: span.start + colon + 1 };
  return [
    {
      code: 'unknown-operator',
      message: 'found ":" where an operator must stand; a key and its value are joined by "="',
      span: place,
      fixes: [
        alone
          ? { title: 'write "="', span: place, text: '=' }
          : { title: 'remove it', span: place, text: '' },
      ],
    },
  ];
}

/** `key~=value`, `key^=value`: a sign that belongs to an operator of a pattern language. */
function patternSign({ image, span }: Word, alone: boolean): Diagnostic[] | undefined {
  if (alone || !/[~^$*]$/.test(image) || !isLabelKey(image.slice(0, -1))) return undefined;
  const place = { start: span.end - 1, end: span.end };
  return [
    mistake(
      'wildcard-value',
      place,
      `found ${quote(image.slice(-1))} before an operator; values are compared exactly, there are no wildcards or regular expressions`,
      { title: 'remove it', span: place, text: '' },
    ),
  ];
}

/** The rules a key breaks; of one without a name the one that says so. */
function keyRules({ image, span }: Word): Diagnostic[] {
  const found = movedBy(checkLabelKey(image), span.start);
  return found.some(({ code }) => code === 'key-empty')
    ? found.filter(({ code }) => code !== 'key-invalid')
    : found;
}

/**
 * Everything wrong with a key as it was written, with spans into the text.
 *
 * @param alone whether no operator follows it
 */
export function checkKeyWord(word: Word, alone: boolean): readonly Diagnostic[] {
  if (isLabelKey(word.image)) return [];
  return (
    quotedDiagnostic(word, alone) ??
    colonDiagnostic(word, alone) ??
    patternSign(word, alone) ??
    keyRules(word)
  );
}

/** Everything wrong with a value as it was written, with spans into the text. */
export function checkValueWord(word: Word): readonly Diagnostic[] {
  if (isLabelValue(word.image)) return [];
  return (
    quotedDiagnostic(word) ?? patternDiagnostic(word) ?? movedBy(checkLabelValue(word.image), word.span.start)
  );
}

function patternDiagnostic({ image, span }: Word): Diagnostic[] | undefined {
  if (!PATTERN.test(image)) return undefined;
  return [
    {
      code: 'wildcard-value',
      message: `found ${quote(image)}; values are compared exactly, there are no wildcards or regular expressions: list the values in a set, or write the key alone for any value`,
      span,
    },
  ];
}

/** The bound of `gt` and `lt`: an int64 that is a valid value as well, so it has no sign. */
function checkBound(word: Word, sign: string): readonly Diagnostic[] {
  const { image, span } = word;
  if (parseInt64(image) !== undefined) {
    if (!/^[+-]/.test(image)) return checkValueWord(word);
    const digits = image.slice(1);
    return [
      {
        code: 'value-invalid',
        message: `${quote(image)} is not a label value: it begins with "${image.charAt(0)}", and a bound must be a valid value too`,
        span: { start: span.start, end: span.start + 1 },
        ...(image.startsWith('+') && { fixes: [write(digits, span)] }),
      },
    ];
  }
  return (
    quotedDiagnostic(word) ?? [
      {
        code: 'value-not-integer',
        message: /^[+-]?\d+$/.test(image)
          ? `${quote(image)} does not fit into 64 bits; a bound is an integer from 0 to 9223372036854775807`
          : `found ${quote(image)} after "${sign}"; a bound is an integer in base 10, without point, exponent or "_"`,
        span,
      },
    ]
  );
}

/** `key=*` and `key!=.*`: any value at all, which the key alone says. */
function anyValueDiagnostic({ key, operator, values, span }: WrittenRequirement): Diagnostic[] | undefined {
  const [value, another] = values;
  if (value === undefined || another !== undefined || !/^(\*|\.\*|\.\+)$/.test(value.image)) return undefined;
  const [first] = patternDiagnostic(value) ?? [];
  if (first === undefined || operator === 'gt' || operator === 'lt') return undefined;
  const text = operator === '!=' || operator === 'notin' ? `!${key.image}` : key.image;
  return [{ ...first, fixes: [write(text, span)] }];
}

/** `key=~"a|b"`: alternatives that a set says. */
function alternativesDiagnostic({ key, operator, values, span }: WrittenRequirement): Diagnostic | undefined {
  const [value, another] = values;
  if (value === undefined || another !== undefined || operator !== '=' || !value.image.startsWith('~')) {
    return undefined;
  }
  const choices = unquoted(value.image.slice(1)).split('|');
  const [first] = patternDiagnostic(value) ?? [];
  if (first === undefined || !choices.every((choice) => choice !== '' && isLabelValue(choice)))
    return undefined;
  const text =
    choices.length === 1 ? `${key.image}=${choices.join()}` : `${key.image} in (${choices.join()})`;
  return { ...first, fixes: [write(text, span)] };
}

/**
 * Everything wrong with the key and the values of a requirement that the grammar took, up to more than is told.
 * O(its length).
 */
export function checkWords(requirement: WrittenRequirement): Diagnostic[] {
  const { key, operator, values } = requirement;
  const found = [...checkKeyWord(key, operator === 'exists')];
  if (operator === 'gt' || operator === 'lt') {
    const sign = operator === 'gt' ? '>' : '<';
    for (const value of values) found.push(...checkBound(value, sign));
    return found;
  }
  const alternatives = alternativesDiagnostic(requirement);
  if (alternatives !== undefined) return [...found, alternatives];
  const anyValue = anyValueDiagnostic(requirement);
  if (anyValue !== undefined) return [...found, ...anyValue];
  for (const value of values) {
    if (found.length > MAX_DIAGNOSTICS) break;
    for (const d of checkValueWord(value)) found.push(d);
  }
  return found;
}

/** What may be odd about a requirement that is right: empty and repeated items of its set. */
export function warningsOf({ operator, values }: WrittenRequirement): Diagnostic[] {
  if (operator !== 'in' && operator !== 'notin') return [];
  const warnings: Diagnostic[] = [];
  const seen = new Set<string>();
  let previous: Word | undefined;
  for (const value of values) {
    const next = previous === undefined ? values[1] : undefined;
    const { image, span } = value;
    // Takes the item out together with the comma that parts it from its neighbour.
    const removal =
      previous !== undefined
        ? { start: previous.span.end, end: span.end }
        : next && { start: span.start, end: next.span.start };
    const fixes = removal && [{ title: 'remove it', span: removal, text: '' }];
    if (seen.has(image)) {
      warnings.push({
        code: 'duplicate-value',
        message: `${image === '' ? 'the empty value' : quote(image)} stands in this set already`,
        span,
        ...(fixes && { fixes }),
      });
    } else if (image === '') {
      warnings.push({
        code: 'empty-set-value',
        message: 'an item left out of a set is the empty value ""',
        span,
        ...(fixes && { fixes }),
      });
    }
    seen.add(image);
    previous = value;
  }
  return warnings;
}
