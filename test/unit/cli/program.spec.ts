import { CommanderError } from 'commander';
import { describe, expect, test } from 'vitest';
import { createStyle } from '../../../src/cli/output/style.ts';
import { type Actions, createProgram } from '../../../src/cli/program.ts';

/** The width of terminals that nobody has made wider. */
const COLUMNS = 80;

const nothing = async (): Promise<void> => {};
const actions: Actions = {
  check: nothing,
  fmt: nothing,
  simplify: nothing,
  compare: nothing,
  match: nothing,
  select: nothing,
  explain: nothing,
  facets: nothing,
  plan: nothing,
  who: nothing,
  graph: nothing,
  lint: nothing,
  sql: nothing,
};

/** What a command line writes, for results and for errors, on a terminal of a width. */
function run(args: readonly string[], columns: number = COLUMNS): { out: string; err: string; code: number } {
  const written = { out: '', err: '', code: 0 };
  const program = createProgram(actions, '1.2.3', { style: createStyle(false), columns });
  for (const command of [program, ...program.commands]) {
    command.configureOutput({
      writeOut: (text) => (written.out += text),
      writeErr: (text) => (written.err += text),
      getOutHelpWidth: () => columns,
      getErrHelpWidth: () => columns,
    });
  }
  try {
    program.parse([...args], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    written.code = error.exitCode;
  }
  return written;
}

const NAMES = createProgram(actions, '1.2.3', { style: createStyle(false), columns: undefined }).commands.map(
  (command) => command.name(),
);

describe('help', () => {
  test.each([[], ...NAMES.map((name) => [name])])('of %s fits into 80 columns', (...names) => {
    const { out, code } = run(['help', ...names]);
    expect(code).toBe(0);
    expect(out).not.toBe('');
    expect(out.split('\n').filter((line) => line.length > COLUMNS)).toEqual([]);
  });

  test.each(NAMES.filter((name) => name !== 'help'))(
    'of %s has examples, and says what the exit status is',
    (name) => {
      const { out } = run([name, '--help']);
      expect(out).toMatch(new RegExp(`^Examples:\n {2}\\$ .*labelwise ${name} `, 'm'));
      expect(out).toMatch(/^Exit status:\n {2}0 {2}\S.*\n {2}1 {2}\S.*\n {2}2 {2}\S/m);
    },
  );

  test('names every command on a line of its own', () => {
    const lines = run([]).err.split('\n');
    for (const name of NAMES) {
      expect(lines.filter((line) => line.startsWith(`  ${name} `))).toHaveLength(1);
    }
  });

  test('for a command that there is not says which there is', () => {
    const { out, err, code } = run(['help', 'chek']);
    expect(err).toBe(
      "error: unknown command 'chek'\n(Did you mean check?)\nRun labelwise --help for usage.\n",
    );
    expect(out).toBe('');
    expect(code).not.toBe(0);
  });
});

test('what is wrong with a command line is broken between words', () => {
  const { err } = run(['compare', '--expect', 'disjoin', 'a', 'b']);
  expect(err).toBe(
    "error: option '--expect <relation>' argument 'disjoin' is invalid. Allowed\n" +
      '  choices are equal, implies, overlap, disjoint.\n' +
      'Run labelwise compare --help for usage.\n',
  );
});
