import { type Command, createCommand } from 'commander';
import { addLint, type LintAction } from './lint-program.ts';
import { addExplain, addFacets, addPlan, addSelect, type ObjectActions } from './object-programs.ts';
import { wrapped } from './output/layout.ts';
import type { Style } from './output/style.ts';
import { addGraph, addWho, type RelationActions } from './relation-programs.ts';
import {
  addCheck,
  addCompare,
  addFmt,
  addMatch,
  addSimplify,
  type SelectorActions,
} from './selector-programs.ts';
import { addSql, type SqlAction } from './sql-program.ts';

/** What each command does, with its arguments read. */
export type Actions = SelectorActions & ObjectActions & RelationActions & LintAction & SqlAction;

/** How what goes to standard error looks. */
export interface ErrorLook {
  readonly style: Style;
  /** How wide its screen is; undefined where it goes elsewhere. */
  readonly columns: number | undefined;
}

/** Adds `labelwise help`: as commander's own, but that it says so where there is no such command. */
function addHelp(program: Command): void {
  program
    .command('help')
    .summary('show help for a command')
    .description('Show help for a command, or for all of them.')
    .argument('[command]', 'the command')
    .action((name: string | undefined) => {
      if (name === undefined) program.help();
      const command = program.commands.find((one) => one.name() === name);
      if (command !== undefined) command.help();
      program.parse([name], { from: 'user' });
    });
}

/**
 * The command line: its commands, options and help. Parsing throws a CommanderError where commander would end the
 * process.
 */
export function createProgram(actions: Actions, version: string, { style, columns }: ErrorLook): Command {
  const program = createCommand('labelwise')
    .description('Check, match, lint and explain Kubernetes label selectors.')
    .usage('<command> [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand(false)
    .exitOverride()
    .configureHelp({
      styleTitle: (text) => `\u001b[1m${text}\u001b[22m`,
      // With their arguments, what commands are for would not fit on a line.
      subcommandTerm: (command) => command.name(),
    })
    .configureOutput({
      outputError(text, write) {
        const lines = text.split('\n').map((line) => wrapped(line, columns, 2));
        write(lines.join('\n').replace(/^error:/, style.red('error:')));
      },
    })
    .addHelpText(
      'after',
      `
Examples:
  $ labelwise check 'app=web, tier not in (cache)'
  $ labelwise select 'app=web,tier!=cache' k8s/
  $ labelwise explain 'app=web,tier!=cache' k8s/ --of deployment/web
  $ labelwise lint k8s/

Run labelwise <command> --help for more.
Colour follows NO_COLOR and FORCE_COLOR.`,
    );
  for (const add of [
    addCheck,
    addFmt,
    addSimplify,
    addCompare,
    addMatch,
    addSelect,
    addExplain,
    addLint,
    addWho,
    addGraph,
    addFacets,
    addPlan,
    addSql,
    addHelp,
  ])
    add(program, actions);
  for (const command of [program, ...program.commands]) {
    const name = command === program ? '' : ` ${command.name()}`;
    command.showHelpAfterError(`Run labelwise${name} --help for usage.`);
  }
  return program;
}
