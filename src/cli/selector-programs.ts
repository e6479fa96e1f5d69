import { type Command, Option } from 'commander';
import type { CheckOptions } from './commands/check.ts';
import type { CompareOptions } from './commands/compare.ts';
import type { MatchOptions } from './commands/match.ts';
import type { SimplifyOptions } from './commands/simplify.ts';
import { exitStatus } from './help-texts.ts';
import { textOrJson } from './shared-options.ts';

/** What the commands do that are about selectors alone, or selectors and labels. */
export interface SelectorActions {
  check(selectors: readonly string[], options: CheckOptions): Promise<void>;
  fmt(selectors: readonly string[]): Promise<void>;
  simplify(selectors: readonly string[], options: SimplifyOptions): Promise<void>;
  compare(a: string, b: string, options: CompareOptions): Promise<void>;
  match(selector: string, labels: readonly string[], options: MatchOptions): Promise<void>;
}

export function addCheck(program: Command, actions: SelectorActions): void {
  program
    .command('check')
    .summary('find every mistake in selectors')
    .description(
      'Parse selectors and show every mistake in its place, with what would mend it.\n' +
        'Selectors are arguments, or the lines of standard input.',
    )
    .argument('[selectors...]', 'selectors; - reads them from standard input, one on each line')
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  $ labelwise check 'app=web,tier notin (cache,db)'
  $ grep -oP '(?<=--selector=).*' deploy.sh | labelwise check -
  $ labelwise check -o json 'app in (a b)' | jq '.[].diagnostics[].message'
${exitStatus('all selectors are valid', 'a selector is not valid', 'wrong usage, or input that cannot be read')}`,
    )
    .action((selectors: string[], options: CheckOptions) => actions.check(selectors, options));
}

export function addFmt(program: Command, actions: SelectorActions): void {
  program
    .command('fmt')
    .summary('write selectors in canonical form')
    .description(
      'Write selectors as Kubernetes prints them, one on each line: keys and values\n' +
        'sorted, no blanks. What is not valid goes to standard error.',
    )
    .argument('[selectors...]', 'selectors; - reads them from standard input, one on each line')
    .addHelpText(
      'after',
      `
Examples:
  $ labelwise fmt 'tier in (web, api), app = shop'
  app=shop,tier in (api,web)
${exitStatus('all selectors are valid', 'a selector is not valid', 'wrong usage, or input that cannot be read')}`,
    )
    .action((selectors: string[]) => actions.fmt(selectors));
}

export function addSimplify(program: Command, actions: SelectorActions): void {
  program
    .command('simplify')
    .summary('write the simplest selectors that match the same')
    .description(
      'Write, for each selector, the one with the fewest requirements that matches the\n' +
        'same labels, one on each line. What matches nothing is written <nothing>, and\n' +
        'standard error says why.',
    )
    .argument('[selectors...]', 'selectors; - reads them from standard input, one on each line')
    .option('--explain', 'say on standard error what was needless, or takes less to say')
    .addHelpText(
      'after',
      `
Examples:
  $ labelwise simplify 'app,app in (web),tier notin (db),tier=api'
  app=web,tier=api
  $ labelwise simplify --explain 'replicas>1,replicas>3'
  replicas>3
  note: replicas>1 follows from replicas>3
${exitStatus('all selectors are valid, and match something', 'one is not valid, or matches nothing', 'wrong usage, or input that cannot be read')}`,
    )
    .action((selectors: string[], options: SimplifyOptions) => actions.simplify(selectors, options));
}

export function addCompare(program: Command, actions: SelectorActions): void {
  program
    .command('compare')
    .summary('say how two selectors relate, with proof')
    .description(
      'Say whether two selectors match the same labels, or all that one matches the\n' +
        'other does too, or some, or none; with labels that show it, and what keeps\n' +
        'them apart. Exact over all valid labels.',
    )
    .argument('<a>', 'one selector')
    .argument('<b>', 'another one')
    .addOption(
      new Option(
        '--expect <relation>',
        'fail unless A and B are equal, A implies B, both overlap or are disjoint',
      ).choices(['equal', 'implies', 'overlap', 'disjoint']),
    )
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  $ labelwise compare 'app=web' 'app in (web, api)'
  $ labelwise compare 'x>4,x<6' 'x!=5'
  $ labelwise compare --expect disjoint "$OLD_SELECTOR" "$NEW_SELECTOR"
${exitStatus('they relate as expected, or nothing was expected', 'they do not relate as expected', 'wrong usage, or a selector that is not valid')}`,
    )
    .action((a: string, b: string, options: CompareOptions) => actions.compare(a, b, options));
}

export function addMatch(program: Command, actions: SelectorActions): void {
  program
    .command('match')
    .summary('hold a selector against labels')
    .description('Say whether labels match a selector, and why, requirement by requirement.')
    .argument('<selector>', 'the selector')
    .argument('[labels...]', 'labels as key=value; they win over those of --labels-from')
    .addOption(
      new Option(
        '-f, --labels-from <file>',
        'read labels from a file (- is standard input): a YAML or JSON mapping, or an object with metadata.labels',
      ),
    )
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `
Examples:
  $ labelwise match 'app=web,tier!=cache' app=web tier=frontend
  $ kubectl get pod web-0 -o json | labelwise match 'app=web' -f -
${exitStatus('the labels match', 'the labels do not match', 'wrong usage, or input that cannot be read')}`,
    )
    .action((selector: string, labels: string[], options: MatchOptions) =>
      actions.match(selector, labels, options),
    );
}
