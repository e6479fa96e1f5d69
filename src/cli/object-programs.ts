import { type Command, Option } from 'commander';
import type { ExplainOptions } from './commands/explain.ts';
import type { FacetsOptions } from './commands/facets.ts';
import type { PlanOptions } from './commands/plan.ts';
import type { SelectOptions } from './commands/select.ts';
import { exitStatus, INPUTS, NAMESPACES, readingTrouble } from './help-texts.ts';
import { OBJECT_FORMS } from './output/object-forms.ts';
import {
  countOrAll,
  kindsOption,
  namespacesOption,
  outputOption,
  repeated,
  selectorOption,
  tableOrJson,
  textOrJson,
} from './shared-options.ts';

/** What the commands do that hold one selector against the labels of many objects. */
export interface ObjectActions {
  select(args: readonly string[], options: SelectOptions): Promise<void>;
  explain(selector: string, paths: readonly string[], options: ExplainOptions): Promise<void>;
  facets(paths: readonly string[], options: FacetsOptions): Promise<void>;
  plan(args: readonly string[], options: PlanOptions): Promise<void>;
}

export function addSelect(program: Command, actions: ObjectActions): void {
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
    .addOption(namespacesOption())
    .addOption(kindsOption())
    .addOption(outputOption(OBJECT_FORMS, 'how to write objects; wide adds where each one stands'))
    .option('--no-headers', 'write tables without the header')
    .addHelpText(
      'after',
      `${NAMESPACES}
${INPUTS}

Examples:
  $ labelwise select 'app=web,tier in (frontend,api)' k8s/
  $ labelwise select -l app=web -l '!canary' --kind pods -o name k8s/ extra.yaml
  $ kubectl get all -A -o json | labelwise select app.kubernetes.io/name -o wide
  $ labelwise select '' k8s/ -o count
${exitStatus('an object is selected', 'no object is selected', readingTrouble('wrong usage'))}`,
    )
    .action((first: string | undefined, others: string[], options: SelectOptions) =>
      actions.select(first === undefined ? others : [first, ...others], options),
    );
}

export function addExplain(program: Command, actions: ObjectActions): void {
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
    .addOption(namespacesOption())
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

export function addFacets(program: Command, actions: ObjectActions): void {
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
    .addOption(namespacesOption())
    .addOption(kindsOption())
    .addOption(
      new Option(
        '--top <count>',
        'at most so many keys, or values of each key; or all (default: all, but 20 values in a table)',
      ).argParser(countOrAll),
    )
    .addOption(tableOrJson())
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
${exitStatus('there is something to show', 'there is nothing to show', readingTrouble('wrong usage'))}`,
    )
    .action((paths: string[], options: FacetsOptions) => actions.facets(paths, options));
}

export function addPlan(program: Command, actions: ObjectActions): void {
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
    .addOption(namespacesOption())
    .addOption(kindsOption())
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
${exitStatus('an object is selected', 'no object is selected', readingTrouble('wrong usage'))}`,
    )
    .action((first: string | undefined, others: string[], options: PlanOptions) =>
      actions.plan(first === undefined ? others : [first, ...others], options),
    );
}
