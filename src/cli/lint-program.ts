import { type Command, Option } from 'commander';
import { exitStatus, INPUTS, readingTrouble } from './help-texts.ts';
import { FAIL_ON, type LintCommandOptions } from './lint/options.ts';
import { LINT_FORMS } from './output/lint-forms.ts';
import { outputOption, repeated } from './shared-options.ts';

/** What is called when the command is. */
export interface LintAction {
  lint(paths: readonly string[], options: LintCommandOptions): Promise<void>;
}

const HELP = `
What counts:
  A finding is definite, possible (something that was not named may settle it),
  or unknown (something that could not be read may). Only definite ones are
  shown and fail; the others are counted, and --all shows them. Most mistakes
  are between objects, so name everything that is applied together.

Ignoring:
  # labelwise-ignore RULE, RULE: reason   at the end of its line, or before it
  labelwise.dev/ignore: "RULE: reason"    an annotation, for all of its object
  A reason has to be given, and what ignores nothing is told. With --baseline,
  what is in the file does not fail; another of its kind does.

Configuration:
  labelwise.yaml or .labelwise.yaml, here or further up within a repository:
    rules: { RULE: error | warning | advice | off | on }
    namespace: shop                  where objects are applied that name none
    failOn: error                    the least that fails
    ignore: [{ rule: RULE, object: deployment/web, file: k8s/*, reason: why }]
    exclude: [charts/*/templates]    what is not read of folders
    kinds:                           kinds of your own, such as custom resources
      - group: apps.example.com
        kind: WebApp
        template: spec.template      where its pod template is, or pods: none
        selectors: [{ path: spec.selector, does: controls }]
  Patterns begin at its folder; * is anything within a name, ** any folders.
`;

/** Adds `labelwise lint`. */
export function addLint(program: Command, actions: LintAction): void {
  program
    .command('lint')
    .summary('find mistakes in the selectors of manifests')
    .description(
      'Look for mistakes in the selectors of manifests that no schema check sees, each\n' +
        'at its line: selectors that select nothing, or what they must not.',
    )
    .argument('[inputs...]', 'where the objects are')
    .option('-n, --namespace <name>', 'where objects are applied that name no namespace (default: default)')
    .addOption(
      new Option('--against <inputs>', 'what there is already: find what the change to it does')
        .argParser(repeated)
        .default([], 'nothing'),
    )
    .option('--all', 'show what is possible, unknown, ignored and in the baseline as well')
    .addOption(
      new Option(
        '--fail-on <severity>',
        'the least severity that fails (default: warning, or as configured)',
      ).choices([...FAIL_ON]),
    )
    .option('--strict', 'fail on advice as well')
    .option('--fix', 'mend what can be mended safely, in the files')
    .option('--dry-run', 'with --fix: write a diff instead')
    .option('--baseline <file>', 'findings that are known, and do not fail')
    .option('--write-baseline <file>', 'write down what is found as known')
    .addOption(outputOption(LINT_FORMS, 'how to write findings'))
    .option('--config <file>', 'the configuration (default: the one found)')
    .option('--no-config', 'use none')
    .option('--rules', 'list all rules, as they are configured')
    .option('--explain <rule>', 'tell about a rule, with examples')
    .addHelpText(
      'after',
      `${HELP}${INPUTS}
  Each file is read once. Of folders, files that hold no Kubernetes objects are
  passed over. All objects are kept in memory.

Examples:
  $ labelwise lint k8s/
  $ helm template . | labelwise lint -n shop -
  $ labelwise lint --fix --dry-run k8s/ | less
  $ labelwise lint --write-baseline known.json k8s/
  $ labelwise lint --baseline known.json k8s/
  $ labelwise lint -o json k8s/ | jq -r '.findings[].message'
${exitStatus('nothing that fails', 'a finding fails', readingTrouble('wrong usage', 'a wrong configuration'))}`,
    )
    .action((paths: string[], options: LintCommandOptions) => actions.lint(paths, options));
}
