import { type Command, InvalidArgumentError, Option } from 'commander';

/** An option that may be given several times: its values in order. */
export function repeated(value: string, previous: readonly string[] = []): readonly string[] {
  return [...previous, value];
}

/** How a result is written, the first form where nothing is said. */
export function outputOption(forms: readonly string[], description = 'how to write the result'): Option {
  return new Option('-o, --output <form>', description).choices(forms).default(forms[0]);
}

export function textOrJson(): Option {
  return outputOption(['text', 'json']);
}

export function tableOrJson(): Option {
  return outputOption(['table', 'json']);
}

export function namespacesOption(
  description = 'only objects in these namespaces (a,b, or repeated)',
): Option {
  return new Option('-n, --namespace <names>', description).argParser(repeated).default([], 'all');
}

export function kindsOption(): Option {
  return new Option('-k, --kind <kinds>', 'only objects of these kinds (pods,svc, or repeated)')
    .argParser(repeated)
    .default([], 'all');
}

/** @param unlessGiven what is taken where there is none */
export function selectorOption(unlessGiven: string): Option {
  return new Option('-l, --selector <selector>', 'the selector; repeated, all of them must match')
    .argParser(repeated)
    .default([], unlessGiven);
}

/** Adds the options about a configuration to a command that takes its kinds and its namespace from it. */
export function addConfigOptions(command: Command): void {
  command
    .option(
      '--config <file>',
      'the configuration of lint, for its kinds and its namespace (default: the one found)',
    )
    .option('--no-config', 'use none');
}

/** How many are wanted: a number, or `all`. */
export function countOrAll(text: string): number {
  if (text === 'all') return Number.POSITIVE_INFINITY;
  if (!/^[1-9]\d*$/.test(text)) throw new InvalidArgumentError('Write a number from 1 on, or all.');
  return Number(text);
}
