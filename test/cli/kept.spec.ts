import { describe, expect, test } from 'vitest';
import { folderWith, labelwise, type RunOptions } from './built-command.ts';

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
