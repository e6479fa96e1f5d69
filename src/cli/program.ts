import { type Command, createCommand, InvalidArgumentError, Option } from 'commander';
import type { CheckOptions } from './commands/check.ts';
import type { CompareOptions } from './commands/compare.ts';
import type { ExplainOptions } from './commands/explain.ts';
import type { FacetsOptions } from './commands/facets.ts';
import type { GraphOptions } from './commands/graph.ts';
import type { MatchOptions } from './commands/match.ts';
import type { PlanOptions } from './commands/plan.ts';
import type { SelectOptions } from './commands/select.ts';
import type { SimplifyOptions } from './commands/simplify.ts';
import type { SqlCommandOptions } from './commands/sql-options.ts';
import type { WhoOptions } from './commands/who.ts';
import { CONFIGURED_NAMESPACES, exitStatus, INPUTS, NAMESPACES } from './help-texts.ts';
import type { LintCommandOptions } from './lint/options.ts';
import { addLint } from './lint-program.ts';
import { OBJECT_FORMS } from './output/object-writers.ts';
import type { Style } from './output/style.ts';
import { addSql } from './sql-program.ts';

/** What each command does, with its arguments read. */
export interface Actions {
  check(selectors: readonly string[], options: CheckOptions): Promise<void>;
  fmt(selectors: readonly string[]): Promise<void>;
  simplify(selectors: readonly string[], options: SimplifyOptions): Promise<void>;
  compare(a: string, b: string, options: CompareOptions): Promise<void>;
  match(selector: string, labels: readonly string[], options: MatchOptions): Promise<void>;
  select(args: readonly string[], options: SelectOptions): Promise<void>;
  plan(args: readonly string[], options: PlanOptions): Promise<void>;
  facets(paths: readonly string[], options: FacetsOptions): Promise<void>;
  explain(selector: string, paths: readonly string[], options: ExplainOptions): Promise<void>;
  who(paths: readonly string[], options: WhoOptions): Promise<void>;
  graph(paths: readonly string[], options: GraphOptions): Promise<void>;
  lint(paths: readonly string[], options: LintCommandOptions): Promise<void>;
  sql(selector: string | undefined, options: SqlCommandOptions): Promise<void>;
}

/** An option that may be given several times: its values in order. */
function repeated(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}

function textOrJson(): Option {
  return new Option('-o, --output <form>', 'how to write the result')
    .choices(['text', 'json'])
    .default('text');
}

function namespaceOption(): Option {
  return new Option('-n, --namespace <names>', 'only objects in these namespaces (a,b, or repeated)')
    .argParser(repeated)
    .default([], 'all');
}

function kindOption(): Option {
  return new Option('-k, --kind <kinds>', 'only objects of these kinds (pods,svc, or repeated)')
    .argParser(repeated)
    .default([], 'all');
}

function selectorOption(unlessGiven: string): Option {
  return new Option('-l, --selector <selector>', 'the selector; repeated, all of them must match')
    .argParser(repeated)
    .default([], unlessGiven);
}

/** How many are wanted: a number, or `all`. */
function countOrAll(text: string): number {
  if (text === 'all') return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a number from 1 on, or all.');
  return Number(text);
}

function addCheck(program: Command, actions: Actions): void {
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

function addFmt(program: Command, actions: Actions): void {
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

function addSimplify(program: Command, actions: Actions): void {
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

function addCompare(program: Command, actions: Actions): void {
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

function addMatch(program: Command, actions: Actions): void {
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

function addSelect(program: Command, actions: Actions): void {
  program
    .command('select')
    .summary('find the objects of manifests that a selector selects')
    .usage('[options] <selector> [inputs...]\n       labelwise select [options] -l <selector> [inputs...]')
    .description(
      'Write the Kubernetes objects that a selector selects.\n' +
        'The selector is the first argument; with -l, every argument is an input.',
    )
    .argument('[selector]', 'the selector; with -l, the first input')
    .argument('[inputs...]', 'where the objects are')
    .addOption(selectorOption('first argument'))
    .addOption(namespaceOption())
    .addOption(kindOption())
    .addOption(
      new Option('-o, --output <form>', 'how to write objects; wide adds where each one stands')
        .choices([...OBJECT_FORMS])
        .default('table'),
    )
    .option('--no-headers', 'write tables without the header')
    .addHelpText(
      'after',
      `${NAMESPACES}
${INPUTS}

Examples:
  $ labelwise select 'app=web,tier in (frontend,api)' k8s/
  $ labelwise select -l app=web -l '!canary' --kind pods -o name k8s/ extra.yaml
  $ kubectl get all -A -o json | labelwise select 'app.kubernetes.io/name' -o wide
  $ labelwise select '' k8s/ -o count
${exitStatus('an object is selected', 'no object is selected', 'wrong usage, or input that cannot be read; the rest is still read')}`,
    )
    .action((first: string | undefined, others: string[], options: SelectOptions) =>
      actions.select(first === undefined ? others : [first, ...others], options),
    );
}

function addExplain(program: Command, actions: Actions): void {
  program
    .command('explain')
    .summary('say why one object is selected, or is not')
    .description(
      'Say why one object is selected, or is not, requirement by requirement, with\n' +
        'the value it has and a hint where another key or value is near.',
    )
    .argument('<selector>', 'the selector')
    .argument('[inputs...]', 'where the object is')
    .option(
      '--of <object>',
      'the object: name, kind/name or namespace/kind/name; needed unless there is only one',
    )
    .addOption(namespaceOption())
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `${NAMESPACES}
${INPUTS}

Examples:
  $ labelwise explain 'app=web,environment=production' k8s/ --of deployment/web
  $ kubectl get pod web-0 -o yaml | labelwise explain 'app=web' -
${exitStatus('the object is selected', 'the object is not selected', 'wrong usage, no such object, or input that cannot be read')}`,
    )
    .action((selector: string, paths: string[], options: ExplainOptions) =>
      actions.explain(selector, paths, options),
    );
}

function addWho(program: Command, actions: Actions): void {
  program
    .command('who')
    .summary('find the selectors of manifests that select an object')
    .usage(
      '[options] [inputs...] --of <object>\n       labelwise who [options] [inputs...] --labels <labels>',
    )
    .description(
      'Write every selector of the objects read that selects one of them, or given\n' +
        'labels: what it is for, which object has it, and where it stands. Of a\n' +
        'Deployment, and whatever else has a pod template, the pods count as well.',
    )
    .argument('[inputs...]', 'where the objects are')
    .option('--of <object>', 'what is selected: name, kind/name or namespace/kind/name')
    .addOption(
      new Option(
        '--labels <labels>',
        'labels that are selected, as key=value,key=value (or repeated)',
      ).argParser((value: string, previous: readonly string[] = []) => repeated(value, previous)),
    )
    .option('-k, --kind <kind>', 'what has the labels (default: pods)')
    .addOption(
      new Option('-n, --namespace <name>', 'the namespace of the object, or of what has the labels')
        .argParser(repeated)
        .default([], 'any; for labels, default'),
    )
    .addOption(
      new Option('-o, --output <form>', 'how to write the result')
        .choices(['table', 'json'])
        .default('table'),
    )
    .option('--no-headers', 'write the table without what is asked about, and without the header')
    .option(
      '--config <file>',
      'the configuration of lint, for its kinds and its namespace (default: the one found)',
    )
    .option('--no-config', 'use none')
    .addHelpText(
      'after',
      `${CONFIGURED_NAMESPACES}
  Selectors of namespaces ask for the labels of the Namespaces that are read; of
  others nothing is known but their names.
${INPUTS}
  The selectors are kept in memory, and nothing else of an object.

Examples:
  $ labelwise who k8s/ --of deployment/web
  $ labelwise who k8s/ --labels app=web,tier=frontend -n shop
  $ kubectl get all,netpol,pdb -A -o json | labelwise who --of shop/pod/web-0
  $ labelwise who k8s/ --of node/node-a -o json | jq '.selectors[].by.name'
${exitStatus('a selector selects it', 'none does', 'wrong usage, no such object, or input that cannot be read; the rest is still read')}`,
    )
    .action((paths: string[], options: WhoOptions) => actions.who(paths, options));
}

function addGraph(program: Command, actions: Actions): void {
  program
    .command('graph')
    .summary('draw who selects whom')
    .description(
      'Write which objects select which, by their selectors: Services, controllers,\n' +
        'budgets, policies, monitors, affinities, and what names others, as an Ingress\n' +
        'does. Selectors that select nothing stand out.',
    )
    .argument('[inputs...]', 'where the objects are')
    .addOption(
      new Option(
        '-o, --output <form>',
        'how to write it: mermaid for pages on code hosting sites, dot for Graphviz',
      )
        .choices(['mermaid', 'dot', 'json', 'svg'])
        .default('mermaid'),
    )
    .option(
      '--of <object>',
      'only what selects this object, and what it selects: name, kind/name or namespace/kind/name',
    )
    .addOption(
      new Option(
        '-n, --namespace <names>',
        'only objects in these namespaces, and what they have to do with (a,b, or repeated)',
      )
        .argParser(repeated)
        .default([], 'all'),
    )
    .option(
      '--config <file>',
      'the configuration of lint, for its kinds and its namespace (default: the one found)',
    )
    .option('--no-config', 'use none')
    .addHelpText(
      'after',
      `${CONFIGURED_NAMESPACES}
${INPUTS}
  To be related with each other, all objects are kept in memory.

Examples:
  $ labelwise graph k8s/ -o svg > selectors.svg
  $ labelwise graph k8s/ -n shop                            # mermaid, for a page
  $ labelwise graph k8s/ --of deployment/web -o dot | dot -Tpng > web.png
  $ kubectl get all,netpol,pdb -A -o json | labelwise graph -o json | jq '.edges[].relation'
${exitStatus('there is something to show', 'there is nothing to show', 'wrong usage, no such object, or input that cannot be read; the rest is still read')}`,
    )
    .action((paths: string[], options: GraphOptions) => actions.graph(paths, options));
}

function addPlan(program: Command, actions: Actions): void {
  program
    .command('plan')
    .summary('show how an index would find what a selector selects')
    .usage('[options] <selector> [inputs...]\n       labelwise plan [options] -l <selector> [inputs...]')
    .description(
      'Put the labels of objects into an index, and show how it finds those that a\n' +
        'selector selects: what it reads and in which order, what it estimated and what\n' +
        'it found, and which other plans it looked at.\n' +
        'The selector is the first argument; with -l, every argument is an input.',
    )
    .argument('[selector]', 'the selector; with -l, the first input')
    .argument('[inputs...]', 'where the objects are')
    .addOption(selectorOption('first argument'))
    .addOption(namespaceOption())
    .addOption(kindOption())
    .addOption(textOrJson())
    .addHelpText(
      'after',
      `${NAMESPACES}
  One namespace is part of the plan. With several, the index holds only these.
${INPUTS}
  Of every object, the index keeps the labels and the namespace in memory.

Examples:
  $ labelwise plan 'app=web,tier in (frontend,api),!canary' k8s/
  $ kubectl get pods -A -o json | labelwise plan 'app=web' -n shop
  $ labelwise plan -o json 'app=web,!canary' k8s/ | jq .plan.kind
${exitStatus('an object is selected', 'no object is selected', 'wrong usage, or input that cannot be read; the rest is still read')}`,
    )
    .action((first: string | undefined, others: string[], options: PlanOptions) =>
      actions.plan(first === undefined ? others : [first, ...others], options),
    );
}

function addFacets(program: Command, actions: Actions): void {
  program
    .command('facets')
    .summary('count the label keys and values of objects')
    .description(
      'Show which label keys objects have: how many objects have each, and how many\n' +
        'values it has. With --key, show the values of a key: how many objects have each.\n' +
        'What most objects have comes first.',
    )
    .argument('[inputs...]', 'where the objects are')
    .addOption(
      new Option('--key <keys>', 'show the values of these keys (a,b, or repeated)')
        .argParser(repeated)
        .default([], 'show the keys'),
    )
    .addOption(selectorOption('every object'))
    .addOption(namespaceOption())
    .addOption(kindOption())
    .addOption(
      new Option(
        '--top <count>',
        'at most so many keys, or values of each key; or all (default: all, but 20 values in a table)',
      ).argParser(countOrAll),
    )
    .addOption(
      new Option('-o, --output <form>', 'how to write the result')
        .choices(['table', 'json'])
        .default('table'),
    )
    .option('--no-headers', 'write tables without the header')
    .addHelpText(
      'after',
      `${NAMESPACES}
${INPUTS}

Examples:
  $ labelwise facets k8s/
  $ labelwise facets --key app --key tier -n shop k8s/
  $ labelwise facets -l 'app=web,!canary' --kind pods --key version --top 5 k8s/
  $ kubectl get pods -A -o json | labelwise facets -o json | jq '.keys[].key'
${exitStatus('there is something to show', 'there is nothing to show', 'wrong usage, or input that cannot be read; the rest is still read')}`,
    )
    .action((paths: string[], options: FacetsOptions) => actions.facets(paths, options));
}

/**
 * The command line: its commands, options and help. Parsing throws a CommanderError where commander would end the
 * process.
 *
 * @param style for what goes to standard error
 */
export function createProgram(actions: Actions, version: string, style: Style): Command {
  const program = createCommand('labelwise')
    .description('Check, match and explain Kubernetes label selectors.')
    .usage('<command> [options]')
    .version(version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'show help')
    .helpCommand('help [command]', 'show help for a command')
    .exitOverride()
    .configureHelp({ styleTitle: (text) => `\u001b[1m${text}\u001b[22m` })
    .configureOutput({
      outputError: (text, write) => write(text.replace(/^error:/, style.red('error:'))),
    })
    .addHelpText(
      'after',
      `
Examples:
  $ labelwise check 'app=web, tier not in (cache)'
  $ labelwise select 'app=web,tier!=cache' k8s/
  $ labelwise explain 'app=web,tier!=cache' k8s/ --of deployment/web

Run labelwise <command> --help for more. Colour follows NO_COLOR and FORCE_COLOR.`,
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
  ])
    add(program, actions);
  for (const command of [program, ...program.commands]) {
    const name = command === program ? '' : ` ${command.name()}`;
    command.showHelpAfterError(`Run labelwise${name} --help for usage.`);
  }
  return program;
}
