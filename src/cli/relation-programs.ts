import { type Command, Option } from 'commander';
import type { GraphOptions } from './commands/graph.ts';
import type { WhoOptions } from './commands/who.ts';
import { CONFIGURED_NAMESPACES, exitStatus, INPUTS, readingTrouble } from './help-texts.ts';
import { GRAPH_FORMS } from './output/graph-forms.ts';
import { addConfigOptions, namespacesOption, outputOption, repeated, tableOrJson } from './shared-options.ts';

/** What the commands do that are about the selectors which objects themselves have. */
export interface RelationActions {
  who(paths: readonly string[], options: WhoOptions): Promise<void>;
  graph(paths: readonly string[], options: GraphOptions): Promise<void>;
}

export function addWho(program: Command, actions: RelationActions): void {
  const command = program
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
      ).argParser(repeated),
    )
    .option('-k, --kind <kind>', 'what has the labels (default: pods)')
    .addOption(
      new Option('-n, --namespace <name>', 'the namespace of the object, or of what has the labels')
        .argParser(repeated)
        .default([], 'any; for labels, default'),
    )
    .addOption(tableOrJson())
    .option('--no-headers', 'write the table without what is asked about, and without the header');
  addConfigOptions(command);
  command
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
${exitStatus('a selector selects it', 'none does', readingTrouble('wrong usage', 'no such object'))}`,
    )
    .action((paths: string[], options: WhoOptions) => actions.who(paths, options));
}

export function addGraph(program: Command, actions: RelationActions): void {
  const command = program
    .command('graph')
    .summary('draw who selects whom')
    .description(
      'Write which objects select which, by their selectors: Services, controllers,\n' +
        'budgets, policies, monitors, affinities, and what names others, as an Ingress\n' +
        'does. Selectors that select nothing stand out.',
    )
    .argument('[inputs...]', 'where the objects are')
    .option(
      '--of <object>',
      'only what selects this object, and what it selects: name, kind/name or namespace/kind/name',
    )
    .addOption(
      namespacesOption('only objects in these namespaces, and what they have to do with (a,b, or repeated)'),
    )
    .addOption(
      outputOption(GRAPH_FORMS, 'how to write it: mermaid for pages on code hosting sites, dot for Graphviz'),
    );
  addConfigOptions(command);
  command
    .addHelpText(
      'after',
      `${CONFIGURED_NAMESPACES}
${INPUTS}
  To be related with each other, all objects are kept in memory.

Examples:
  $ labelwise graph k8s/ -o svg > selectors.svg
  $ labelwise graph k8s/ -n shop   # mermaid, for a page
  $ labelwise graph k8s/ --of deployment/web -o dot | dot -Tpng > web.png
  $ labelwise graph k8s/ -o json | jq '.edges[].relation'
${exitStatus('there is something to show', 'there is nothing to show', readingTrouble('wrong usage', 'no such object'))}`,
    )
    .action((paths: string[], options: GraphOptions) => actions.graph(paths, options));
}
