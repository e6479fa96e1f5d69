import { expect, test } from 'vitest';
import { RULES } from '../../../src/manifests.ts';
import { type Inputs, lintInputs, ticketsManifests } from './manifest-set.ts';
import { MUTATIONS, type Mutation, PLACE } from './mutations.ts';

const CLEAN = ticketsManifests();

function textOf(inputs: Inputs, file: string): string {
  const text = inputs.get(file);
  if (text === undefined) throw new Error(`no file ${file}`);
  return text;
}

/** The offset of what stands exactly once in a text. */
function offsetOfOnly(text: string, part: string): number {
  const offset = text.indexOf(part);
  if (offset === -1 || text.indexOf(part, offset + 1) !== -1) throw new Error(`stands not once: ${part}`);
  return offset;
}

function mutated({ file, from, to }: Pick<Mutation, 'file' | 'from' | 'to'>): Inputs {
  const text = textOf(CLEAN, file);
  const start = offsetOfOnly(text, from);
  const after = text.slice(0, start) + to + text.slice(start + from.length);
  return new Map([...CLEAN, [file, after]]);
}

/** `file:line:column` of the place that a mutation marks. */
function placeIn(inputs: Inputs, { file, foundIn = file, at }: Mutation): string {
  const text = textOf(inputs, foundIn);
  const before = text.slice(0, offsetOfOnly(text, at.replace(PLACE, '')) + at.indexOf(PLACE)).split('\n');
  return `${foundIn}:${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}

test('nothing at all is found in manifests without a mistake', async () => {
  expect(await lintInputs(CLEAN)).toEqual([]);
});

test('there is a mistake for every rule', () => {
  const tried = new Set(MUTATIONS.map(({ rule }) => rule));
  expect([...tried].sort()).toEqual(RULES.map(({ id }) => id).sort());
});

test.each(MUTATIONS.map((mutation) => [mutation.rule, mutation.mistake, mutation] as const))(
  '%s, and nothing else, finds it where %s',
  async (_, __, mutation) => {
    const inputs = mutated(mutation);
    const findings = await lintInputs(inputs);
    expect(
      findings.map(
        ({ rule, verdict, source, region: { start } }) =>
          `${rule} ${verdict} ${source}:${start.line}:${start.column}`,
      ),
    ).toEqual([`${mutation.rule} definite ${placeIn(inputs, mutation)}`]);
    expect(findings[0]?.message).toContain(mutation.says);
  },
);

test('pods that are renamed alone are missed by everything that selects them', async () => {
  const labels = '      labels:\n        app.kubernetes.io/name: ';
  const inputs = mutated({ file: 'storefront.yaml', from: `${labels}storefront\n`, to: `${labels}shop\n` });
  const findings = await lintInputs(inputs);
  expect(
    findings.map(({ rule, verdict, object, path }) => `${rule} ${verdict} ${object} ${path}`).sort(),
  ).toEqual([
    'budget-selects-nothing definite PodDisruptionBudget tickets/storefront spec.selector.matchLabels["app.kubernetes.io/name"]',
    // What nothing else in the manifests hints at may be somewhere else.
    'policy-peer-selects-nothing possible NetworkPolicy tickets/booking spec.ingress[0].from[0].podSelector',
    'policy-selects-nothing definite NetworkPolicy tickets/storefront spec.podSelector.matchLabels["app.kubernetes.io/name"]',
    'selector-template-mismatch definite Deployment tickets/storefront spec.selector.matchLabels["app.kubernetes.io/name"]',
    'service-selects-nothing definite Service tickets/storefront spec.selector["app.kubernetes.io/name"]',
    'spread-misses-own-pods definite Deployment tickets/storefront spec.template.spec.topologySpreadConstraints[0].labelSelector.matchLabels["app.kubernetes.io/name"]',
  ]);
});
