import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
// @ts-expect-error: a script, without types
import { notesOf, released } from '../../../scripts/changelog.js';

const CHANGELOG = '# Changelog\n\n## Unreleased\n\n- new\n\n## 0.1.0 – 2026-01-02\n\n- first\n';

describe('the changelog', () => {
  test('what was not released becomes a version', () => {
    const after: string = released(CHANGELOG, '0.2.0', '2026-02-03');
    expect(after).toBe(
      '# Changelog\n\n## Unreleased\n\n## 0.2.0 – 2026-02-03\n\n- new\n\n## 0.1.0 – 2026-01-02\n\n- first\n',
    );
    expect(notesOf(after, '0.2.0')).toBe('- new');
    expect(notesOf(after, 'Unreleased')).toBe('');
  });

  test('a version is released once, and not without a change', () => {
    expect(() => released(CHANGELOG, '0.1.0', '2026-02-03')).toThrow('has 0.1.0 already');
    const after: string = released(CHANGELOG, '0.2.0', '2026-02-03');
    expect(() => released(after, '0.3.0', '2026-02-04')).toThrow('says nothing under "## Unreleased"');
  });

  test('of a version that is a beginning of another, and of one that is not there', () => {
    expect(notesOf('## 0.1.0-rc.1\n\n- candidate\n\n## 0.1.0\n\n- first\n', '0.1.0')).toBe('- first');
    expect(notesOf(CHANGELOG, '9.9.9')).toBeUndefined();
  });

  test('the one of this project says what is not released yet, or what the last version is', () => {
    const own = readFileSync(new URL('../../../CHANGELOG.md', import.meta.url), 'utf8');
    const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
    expect(notesOf(own, 'Unreleased') || notesOf(own, version)).toBeTruthy();
  });
});
