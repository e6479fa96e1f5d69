import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, labelwise, type RunOptions } from './built-command.ts';
import { type Run, runKept } from './kept/run-kept.ts';

/* Most tests run the command in a process that was there before: it has to be as one of its own. */

const cwd = folderWith({
  'pods.yaml': 'kind: Pod\nmetadata: { name: web, labels: { app: web } }\n---\nkind: Pod\nmetadata: [\n',
});

const runs: readonly { readonly args: readonly string[]; readonly options?: RunOptions }[] = [
  { args: ['--version'] },
  { args: ['--help'] },
  { args: [] },
  { args: ['select', 'app=web', 'pods.yaml'] },
  {
    args: ['select', 'app=web', '-', '-o', 'json'],
    options: { input: 'kind: Pod\nmetadata: { name: a, labels: { app: web } }\n' },
  },
  { args: ['select', 'app=web', '-'], options: { input: Uint8Array.of(0xff, 0xfe, 0xff) } },
  { args: ['check', 'a in (b', 'c'], options: { environment: { FORCE_COLOR: '1' } } },
  { args: ['lint', 'pods.yaml'] },
  { args: ['lint', 'none.yaml'] },
  { args: ['sql', 'app'] },
];

describe('a run in a process that is kept is as one of its own', () => {
  test.each(runs)('labelwise $args', ({ args, options }) => {
    const own = labelwise(args, { cwd, ...options, node: [] });
    expect(labelwise(args, { cwd, ...options })).toEqual(own);
    // And once more, with what the run before may have left behind.
    expect(labelwise(args, { cwd, ...options })).toEqual(own);
  });
});

describe('a kept process', () => {
  const programs = folderWith({
    'late.mjs': "console.log('now'); setTimeout(() => console.log('later'), 20);",
    'fails.mjs': "setTimeout(() => { throw new Error('too bad'); }, 20);",
    'ends.mjs': 'process.exit(7);',
    'lives.mjs': "console.log('well'); process.exitCode = 3;",
  });
  const run = (name: string): Run =>
    runKept({ command: join(programs, name), args: [name], cwd: programs, env: {}, input: '' });

  test('waits until nothing is left to do', () => {
    expect(run('late.mjs').stdout).toBe('now\nlater\n');
  });

  test.each([
    ['fails.mjs', 'too bad'],
    ['ends.mjs', '(7)'],
  ])('that %s fails the run that it ends, and the next ones have another process', (name, words) => {
    for (let turn = 0; turn < 2; turn++) {
      expect(() => run(name)).toThrow(words);
      expect(run('lives.mjs')).toEqual({ status: 3, stdout: 'well\n', stderr: '' });
      expect(run('late.mjs').stdout).toBe('now\nlater\n');
    }
  });
});
