import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { labelwise, ROOT, type Run } from '../cli/built-command.ts';
import { blocksOf } from './markdown-blocks.ts';

/* Every command of README.md and the tour is run as it stands, in a folder that has what it names. */

const folder = mkdtempSync(join(tmpdir(), 'labelwise-readme-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
cpSync(join(ROOT, 'test/docs/readme'), folder, { recursive: true });

/** The words of a command line, as a shell parts them: quotes hold together what is between them. */
function wordsOf(line: string): string[] {
  return [...line.matchAll(/'([^']*)'|"([^"]*)"|(\S+)/g)].map(([, a, b, c]) => a ?? b ?? c ?? '');
}

function run(line: string): Run {
  const [name, ...words] = wordsOf(line.replace(/\s+#.*$/, '').replace(/\s+>.*$/, ''));
  expect(name).toBe('labelwise');
  // As a user starts it.
  return labelwise(words, { cwd: folder, node: [] });
}

describe.each(['README.md', 'docs/tour.md'])('of %s', (page) => {
  const blocks = blocksOf(page);
  const commands = blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => text.split('\n'))
    .filter((line) => line.startsWith('labelwise '));
  const sessions = blocks.filter(({ language, text }) => language === '' && text.startsWith('$ labelwise '));

  test('there are some', () => {
    expect(commands.length + sessions.length).toBeGreaterThan(1);
  });

  test.each(commands)('the command %s', (line) => {
    const { status, stdout, stderr } = run(line);
    expect(stderr).not.toMatch(/unknown (option|command)|no such file|cannot be read/);
    expect([0, 1]).toContain(status);
    expect(stdout).not.toBe('');
  });

  test.each(sessions.map(({ line, text }) => [line, text] as const))(
    'what is shown at line %i',
    (_, text) => {
      const [command = '', ...lines] = text.trimEnd().split('\n');
      const { stdout } = run(command.replace(/^\$ /, ''));
      // What stands there may be the beginning of what is told, which it says where it ends within a message.
      const shown = lines.filter((line) => line !== '  …');
      expect(stdout.split('\n').slice(0, shown.length)).toEqual(shown);
    },
  );
});
