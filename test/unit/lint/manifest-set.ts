import { readdirSync, readFileSync } from 'node:fs';
import type { LintFinding } from '../../../src/manifests.ts';
import { lintManifests, RULES, readManifests } from '../../../src/manifests.ts';

/** Inputs by their names. */
export type Inputs = ReadonlyMap<string, string>;

const FOLDER = new URL('../../../examples/tickets/', import.meta.url);

/** The clean manifests of `examples/tickets`, by the names of their files. */
export function ticketsManifests(): Inputs {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
  return new Map(files.sort().map((name) => [name, readFileSync(new URL(name, FOLDER), 'utf8')]));
}

/** Every rule, also those that are off by default. */
const EVERY_RULE = Object.fromEntries(RULES.map(({ id, severity }) => [id, severity]));

/** The findings of several inputs that are applied together, with every rule on. */
export async function lintInputs(inputs: Inputs): Promise<readonly LintFinding[]> {
  const read = await Promise.all([...inputs].map(([name, text]) => readManifests(text, name)));
  return lintManifests(
    read.flatMap(({ objects }) => objects),
    { problems: read.flatMap(({ problems }) => problems), rules: EVERY_RULE },
  );
}
