import fc, { type Arbitrary } from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  compileSelector,
  type ParseResult,
  renderDiagnostic,
  tryFromLabelSelector,
  tryFromNodeSelector,
} from '../../src/index.ts';
import { naiveLabelSelector } from '../oracle/naive-label-selector.ts';
import { naiveMatch, naiveMatchAny } from '../oracle/naive-match.ts';
import { naiveNodeSelector } from '../oracle/naive-node-selector.ts';
import type { NaiveRequirement } from '../oracle/naive-requirement.ts';
import { expectDeeplyFrozen } from './frozen.ts';
import { labelSetsNear } from './label-sets.ts';
import { runs, TIMEOUT } from './runs.ts';
import { anythingAtAll, labelSelectorJson, nodeSelectorJson } from './selector-json.ts';

interface Meant {
  readonly alternatives: readonly (readonly NaiveRequirement[])[];
  readonly mistakes: readonly string[];
}

/** The oracle's NodeSelector: fields as requirements on `metadata.name`; any other field reads as empty. */
function nodeMeant(value: unknown): Meant {
  const { terms, mistakes } = naiveNodeSelector(value);
  const alternatives = terms
    .filter(({ fields }) =>
      fields.every(
        (field) => field.key === 'metadata.name' || naiveMatch([field], new Map([[field.key, '']])),
      ),
    )
    .map(({ expressions, fields }) => [
      ...expressions,
      ...fields.filter(({ key }) => key === 'metadata.name'),
    ]);
  return { alternatives, mistakes };
}

function expectRefusedWithPaths(result: ParseResult): void {
  expect(result.ok).toBe(false);
  if (result.ok) return;
  expect(result.diagnostics.length).toBeGreaterThan(0);
  for (const diagnostic of result.diagnostics) {
    expectDeeplyFrozen(diagnostic);
    expect(typeof diagnostic.path, `${diagnostic.code} has a path`).toBe('string');
    expect(renderDiagnostic('', diagnostic)).toContain(diagnostic.code);
  }
}

const routes = [
  { what: 'LabelSelector', read: tryFromLabelSelector, meant: naiveLabelSelector, json: labelSelectorJson },
  { what: 'NodeSelector', read: tryFromNodeSelector, meant: nodeMeant, json: nodeSelectorJson },
] as const;

describe.each(routes)('any value as a $what', ({ read, meant, json }) => {
  function agree(values: Arbitrary<unknown>, count: number): { accepted: number; refused: number } {
    const seen = { accepted: 0, refused: 0 };
    const cases = values.chain((value) => {
      const { alternatives } = meant(value);
      return fc.tuple(fc.constant(value), labelSetsNear(alternatives.flat()));
    });
    fc.assert(
      fc.property(cases, ([value, entries]) => {
        const result = read(value);
        const { alternatives, mistakes } = meant(value);
        if (mistakes.length > 0) {
          seen.refused += 1;
          expectRefusedWithPaths(result);
          return;
        }
        seen.accepted += 1;
        expect(result.ok ? [] : result.diagnostics).toEqual([]);
        if (!result.ok) return;
        expectDeeplyFrozen(result.selector);
        const labels = new Map(entries);
        expect(compileSelector(result.selector)(labels)).toBe(naiveMatchAny(alternatives, labels));
      }),
      runs(count),
    );
    return seen;
  }

  test('JSON, right or nearly right, is read as the oracle reads it', { timeout: TIMEOUT }, () => {
    const { accepted, refused } = agree(json, 2000);
    expect(Math.min(accepted, refused), 'cases of the rarer answer').toBeGreaterThan(200);
  });

  test('values that no JSON text has are refused where they stand, never emptied', {
    timeout: TIMEOUT,
  }, () => {
    const { refused } = agree(anythingAtAll, 1000);
    expect(refused, 'values that are refused').toBeGreaterThan(500);
  });

  test('the value read is neither kept nor changed', { timeout: TIMEOUT }, () => {
    fc.assert(
      fc.property(json, (value) => {
        const before = JSON.stringify(value);
        const result = read(value);
        expect(JSON.stringify(value)).toBe(before);
        const kept = JSON.stringify(result.ok ? result.selector : result.diagnostics);
        scribble(value);
        expect(JSON.stringify(result.ok ? result.selector : result.diagnostics)).toBe(kept);
      }),
      runs(300),
    );
  });
});

/** Overwrite everything that can be overwritten; throws where the reader froze what is not its own. */
function scribble(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  for (const key of Object.keys(value)) {
    scribble(Reflect.get(value, key));
    expect(Reflect.set(value, key, 'scribbled')).toBe(true);
  }
}
