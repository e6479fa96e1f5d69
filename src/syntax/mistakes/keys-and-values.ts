import { MAX_INT64, parseInt64 } from '../../labels/int64.ts';
import { checkLabelKey, isLabelKey } from '../../labels/key.ts';
import { checkLabelValue, isLabelValue } from '../../labels/value.ts';
import { type Diagnostic, type Fix, movedBy } from '../../text/diagnostic.ts';
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

/** Why a pattern is refused. */
export const EXACT_VALUES = 'values are compared exactly, there are no wildcards or regular expressions';

/** Quotes around a word. What they hold takes their place where it stays one word, or where it is all there is. */
function quotedDiagnostic({ image, span }: Word, alone = false): Diagnostic | undefined {
  if (isQuoted(image)) {
    const mendable = alone || !/[ \t\r\n=!(),><|&;]/.test(unquoted(image));
    return mistake(
      'quoted-text',
      span,
      `found ${image.length > 60 ? 'quotes' : visible(image)}; keys and values are written without quotes`,
      mendable ? { title: 'remove the quotes', span, text: unquoted(image) } : undefined,
    );
  }
  if (!OPENING_QUOTES.includes(image.charAt(0))) return undefined;
  const place = { start: span.start, end: span.start + 1 };
  const message = 'found a quote that nothing closes; keys and values are written without quotes';
  return mistake('quoted-text', place, message, { title: 'remove it', span: place, text: '' });
}

/** `key:value`, where YAML's colon stands for an equals sign, and `key:` before an operator, where it is too much. */
function colonDiagnostic({ image, span }: Word, alone: boolean): Diagnostic | undefined {
  const colon = image.indexOf(':');
  if (colon < 0 || !isLabelKey(image.slice(0, colon)) || !isLabelValue(image.slice(colon + 1)))
    return undefined;
  if (!alone && colon + 1 < image.length) return undefined;
  const place = { start: span.start + colon, end: span.start + colon + 1 };
  return mistake(
    'unknown-operator',
    place,
    'found ":" where an operator must stand; a key and its value are joined by "="',
    alone ? write('=', place) : { title: 'remove it', span: place, text: '' },
  );
}

/** `key~=value`, `key^=value`: a sign that belongs to an operator of a pattern language. */
function patternSign({ image, span }: Word, alone: boolean): Diagnostic | undefined {
  if (alone || !/[~^$*]$/.test(image) || !isLabelKey(image.slice(0, -1))) return undefined;
  const place = { start: span.end - 1, end: span.end };
  return mistake(
    'wildcard-value',
    place,
    `found ${quote(image.slice(-1))} before an operator; ${EXACT_VALUES}`,
    { title: 'remove it', span: place, text: '' },
  );
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
  const meant = quotedDiagnostic(word, alone) ?? colonDiagnostic(word, alone) ?? patternSign(word, alone);
  return meant === undefined ? keyRules(word) : [meant];
}

/** Everything wrong with a value as it was written, with spans into the text. */
export function checkValueWord(word: Word): readonly Diagnostic[] {
  if (isLabelValue(word.image)) return [];
  const meant = quotedDiagnostic(word) ?? patternDiagnostic(word);
  return meant === undefined ? movedBy(checkLabelValue(word.image), word.span.start) : [meant];
}

function patternDiagnostic({ image, span }: Word, fix?: Fix): Diagnostic | undefined {
  if (!PATTERN.test(image)) return undefined;
  const message = `found ${quote(image)}; ${EXACT_VALUES}: list the values in a set, or write the key alone for any value`;
  return mistake('wildcard-value', span, message, fix);
}

/** The bound of `gt` and `lt`: an int64 that is a valid value as well, so it has no sign. */
function checkBound(word: Word, sign: string): readonly Diagnostic[] {
  const { image, span } = word;
  if (parseInt64(image) === undefined) return [quotedDiagnostic(word) ?? notAnInteger(word, sign)];
  if (!/^[+-]/.test(image)) return checkValueWord(word);
  return [
    mistake(
      'value-invalid',
      { start: span.start, end: span.start + 1 },
      `${quote(image)} is not a label value: it begins with "${image.charAt(0)}", and a bound must be a valid value too`,
      image.startsWith('+') ? write(image.slice(1), span) : undefined,
    ),
  ];
}

function notAnInteger({ image, span }: Word, sign: string): Diagnostic {
  const message = /^[+-]?\d+$/.test(image)
    ? `${quote(image)} does not fit into 64 bits; a bound is an integer from 0 to ${MAX_INT64}`
    : `found ${quote(image)} after "${sign}"; a bound is an integer in base 10, without point, exponent or "_"`;
  return mistake('value-not-integer', span, message);
}

/** `key=*` and `key!=.*`: any value at all, which the key alone says. */
function anyValueDiagnostic({ key, operator, values, span }: WrittenRequirement): Diagnostic | undefined {
  const [value, another] = values;
  if (value === undefined || another !== undefined || !/^(\*|\.\*|\.\+)$/.test(value.image)) return undefined;
  const text = operator === '!=' || operator === 'notin' ? `!${key.image}` : key.image;
  return patternDiagnostic(value, write(text, span));
}

/** `key=~"a|b"`: alternatives that a set says. */
function alternativesDiagnostic({ key, operator, values, span }: WrittenRequirement): Diagnostic | undefined {
  const [value, another] = values;
  if (value === undefined || another !== undefined || operator !== '=' || !value.image.startsWith('~')) {
    return undefined;
  }
  const choices = unquoted(value.image.slice(1)).split('|');
  if (!choices.every((choice) => choice !== '' && isLabelValue(choice))) return undefined;
  const text =
    choices.length === 1 ? `${key.image}=${choices.join()}` : `${key.image} in (${choices.join()})`;
  return patternDiagnostic(value, write(text, span));
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
  const whole = alternativesDiagnostic(requirement) ?? anyValueDiagnostic(requirement);
  if (whole !== undefined) return [...found, whole];
  for (const value of values) {
    if (found.length > MAX_DIAGNOSTICS) break;
    for (const d of checkValueWord(value)) found.push(d);
  }
  return found;
}
