import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { DEFAULT_LIMITS, formatSelector, NOTHING, parseSelector, tryParseSelector } from '../../src/index.ts';
import { MAX_DIAGNOSTICS } from '../../src/syntax/limits.ts';
import { readCases } from './case-file.ts';

const README = readFileSync(new URL('../../grammar/README.md', import.meta.url), 'utf8');
const BLOCKS = [...README.matchAll(/^```\n(.*?)^```$/gms)].map(([, block]) => block ?? '');

describe('grammar/README.md', () => {
  test('its first selector parses', () => {
    expect(parseSelector(BLOCKS[0] ?? '').alternatives[0]).toHaveLength(4);
  });

  test('its example of a case file is one, and right', () => {
    const cases = readCases('grammar/README.md', BLOCKS.at(-1) ?? '');
    expect(cases).toHaveLength(3);
    for (const { text, options, prints, diagnostics } of cases) {
      const result = tryParseSelector(text, options);
      expect(result.ok ? formatSelector(result.selector) : undefined).toBe(prints);
      const found = result.ok ? result.warnings : result.diagnostics;
      expect(found.map(({ code, span }) => ({ code, ...span }))).toEqual(diagnostics);
    }
  });

  test.each(Object.entries({ ...DEFAULT_LIMITS, MAX_DIAGNOSTICS }))('gives the limit %s', (name, limit) => {
    const shown = limit.toLocaleString('en-US');
    if (name === 'MAX_DIAGNOSTICS') expect(README).toContain(`Of more than ${shown} mistakes`);
    else expect(README).toMatch(new RegExp(`^\\| \`${name}\` +\\| ${shown} `, 'm'));
  });

  test('what it says does not parse does not', () => {
    expect(formatSelector(NOTHING)).toBe('<nothing>');
    for (const text of [
      '<nothing>',
      'a || b',
      'a \0,b',
      'a>=1',
      'a<=1',
      'a<>1',
      'ain (b)',
      'a IN (b)',
      'a>',
    ]) {
      expect(tryParseSelector(text).ok, text).toBe(false);
    }
  });
});
