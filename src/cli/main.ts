#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { CommanderError } from 'commander';
import { EXIT, type ExitStatus, UsageError } from './exit.ts';
import { reasonOf } from './input/sources.ts';
import { Console } from './output/console.ts';
import { type Actions, createProgram } from './program.ts';

const { stdin, stdout, stderr } = process;
const console = new Console(stdout, stderr, process.env);
const stdinIsTerminal = stdin.isTTY === true;
const surroundings = { console, screen: stderr, stdinIsTerminal };

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return version;
}

function end(status: ExitStatus): void {
  console.flush();
  process.exitCode = status;
}

// Each command is loaded when it is asked for: help and the version need none of them.
const actions: Actions = {
  async check(selectors, options) {
    const { check } = await import('./commands/check.ts');
    end(await check(selectors, options, console, stdinIsTerminal));
  },
  async fmt(selectors) {
    const { fmt } = await import('./commands/fmt.ts');
    end(await fmt(selectors, console, stdinIsTerminal));
  },
  async simplify(selectors, options) {
    const { simplifySelectors } = await import('./commands/simplify.ts');
    end(await simplifySelectors(selectors, options, console, stdinIsTerminal));
  },
  async compare(a, b, options) {
    const { compare } = await import('./commands/compare.ts');
    end(compare([a, b], options, console));
  },
  async match(selector, labels, options) {
    const { match } = await import('./commands/match.ts');
    end(await match(selector, labels, options, console, stdinIsTerminal));
  },
  async select(args, options) {
    const { select } = await import('./commands/select.ts');
    end(await select(args, options, surroundings));
  },
  async plan(args, options) {
    const { plan } = await import('./commands/plan.ts');
    end(await plan(args, options, surroundings));
  },
  async facets(paths, options) {
    const { facets } = await import('./commands/facets.ts');
    end(await facets(paths, options, surroundings));
  },
  async explain(selector, paths, options) {
    const { explain } = await import('./commands/explain.ts');
    end(await explain(selector, paths, options, surroundings));
  },
  async who(paths, options) {
    const { who } = await import('./commands/who.ts');
    end(await who(paths, options, surroundings));
  },
  async graph(paths, options) {
    const { graph } = await import('./commands/graph.ts');
    end(await graph(paths, options, surroundings));
  },
  async lint(paths, options) {
    const { lint } = await import('./commands/lint.ts');
    end(await lint(paths, options, { ...surroundings, version: packageVersion() }));
  },
  async sql(selector, options) {
    const { sql } = await import('./commands/sql.ts');
    end(sql(selector, options, console));
  },
};

/** When whoever reads the output has seen enough (`| head`), there is nothing left to do, and nothing to say. */
function onOutputError(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') console.tell(`error: the output cannot be written: ${reasonOf(error)}`);
  process.exit(error.code === 'EPIPE' && console.problems === 0 ? EXIT.yes : EXIT.trouble);
}

stdout.on('error', onOutputError);
// With standard error closed there is nobody to tell; the exit status still tells it.
stderr.on('error', () => {});
process.once('SIGINT', () => {
  console.progress = undefined;
  process.kill(process.pid, 'SIGINT');
});

try {
  const program = createProgram(actions, packageVersion(), {
    style: console.errorStyle,
    columns: console.errorColumns,
  });
  if (process.argv.length <= 2) program.help({ error: true });
  await program.parseAsync();
} catch (error) {
  console.progress = undefined;
  console.flush();
  if (error instanceof CommanderError) {
    // Help and the version are what was asked for; anything else is wrong usage, already told.
    process.exitCode = error.exitCode === 0 ? EXIT.yes : EXIT.trouble;
  } else if (error instanceof UsageError) {
    // What follows the first line is laid out already.
    const [sentence = '', ...lines] = error.message.split('\n');
    console.tell(`${console.errorStyle.red('error:')} ${sentence}`);
    for (const line of lines) console.note(line);
    process.exitCode = EXIT.trouble;
  } else {
    console.note(
      `${console.errorStyle.red('internal error:')} ${error instanceof Error ? error.stack : error}`,
    );
    console.tell('This is a mistake in labelwise; please report it with the command line that led here.');
    process.exitCode = EXIT.trouble;
  }
}
