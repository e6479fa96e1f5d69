import { describe, expect, test } from 'vitest';
import { compileSelector, fromNodeSelector, SelectorError, tryFromNodeSelector } from '../../src/index.ts';
import { naiveNodeMatch, naiveNodeSelector } from '../oracle/naive-node-selector.ts';
import { Mismatches } from './mismatches.ts';
import { unreported } from './paths.ts';
import { type NodeSelectorVector, readVectors } from './vectors.ts';

// Kubernetes' matcher takes any key in matchFields and reads it as empty; the API server takes `metadata.name` alone.
function selectsByAnotherField({ nodeSelector }: NodeSelectorVector): boolean {
  return naiveNodeSelector(nodeSelector).terms.some(({ fields }) =>
    fields.some(({ key }) => key !== 'metadata.name'),
  );
}

/** What we match a node by: its labels, and its name under the key that matchFields names it by. */
function labelsOfNode({ labels, name }: NodeSelectorVector): Record<string, string> {
  return name === '' ? labels : { ...labels, 'metadata.name': name };
}

describe('a NodeSelector object', () => {
  test('is read and matched as in Kubernetes', () => {
    const mismatches = new Mismatches();
    let unnamed = 0;
    for (const vector of readVectors('nodeSelector')) {
      const { id, nodeSelector, labels, name, expect } = vector;
      mismatches.ran();
      const result = tryFromNodeSelector(nodeSelector);
      mismatches.compare(id, 'acceptance', nodeSelector, result.ok, expect.strict.ok);
      if (!result.ok || !expect.strict.ok) continue;
      const match = compileSelector(result.selector)(labelsOfNode(vector));
      if (name !== '' || match === expect.strict.match) {
        mismatches.compare(id, 'match', [nodeSelector, labels, name], match, expect.strict.match);
        continue;
      }
      // Kubernetes does not look at matchFields when a node has no name; for us it is an absent label.
      unnamed += 1;
      const naive = naiveNodeSelector(nodeSelector);
      const terms = naive.terms.map(({ expressions, fields }) => ({
        expressions: [...expressions, ...fields],
        fields: [],
      }));
      const wanted = naiveNodeMatch({ terms, mistakes: [] }, { labels, fields: new Map() });
      mismatches.compare(id, 'match without a name', [nodeSelector, labels], match, wanted);
    }
    mismatches.expectNone(509);
    expect(unnamed, 'nodes without a name where matchFields decide').toBe(4);
  });

  test('is refused with every mistake Kubernetes reports, each at its path', () => {
    const mismatches = new Mismatches();
    for (const { id, nodeSelector, expect } of readVectors('nodeSelector')) {
      if (expect.strict.ok) continue;
      mismatches.ran();
      const result = tryFromNodeSelector(nodeSelector);
      if (result.ok) {
        mismatches.add(id, 'accepted');
        continue;
      }
      for (const diagnostic of result.diagnostics) {
        if (diagnostic.path === undefined) mismatches.add(id, `${diagnostic.code} without a path`);
      }
      // `values[0][a]` names the key once more; the field is `values[0]`.
      const fields = (expect.strict.errors ?? []).map(({ field }) =>
        field.replace(/(values\[\d+\])\[.*\]$/, '$1'),
      );
      mismatches.compare(
        id,
        'mistakes',
        nodeSelector,
        unreported(nodeSelector, fields, result.diagnostics),
        [],
      );
      let thrown: unknown;
      try {
        fromNodeSelector(nodeSelector as Parameters<typeof fromNodeSelector>[0]);
      } catch (error) {
        thrown = error;
      }
      if (!(thrown instanceof SelectorError))
        mismatches.add(id, 'fromNodeSelector does not throw SelectorError');
    }
    mismatches.expectNone(121);
  });

  test('is taken with a warning where matchFields have another key than metadata.name', () => {
    const mismatches = new Mismatches();
    for (const vector of readVectors('nodeSelector')) {
      if (!selectsByAnotherField(vector) || !vector.expect.strict.ok) continue;
      mismatches.ran();
      const result = tryFromNodeSelector(vector.nodeSelector);
      const named = result.ok ? result.warnings.filter(({ code }) => code === 'unsupported-key') : [];
      if (named.length === 0) mismatches.add(vector.id, 'the key is not named');
      for (const { path } of named) {
        const shape = /^nodeSelectorTerms\[\d+\]\.matchFields\[\d+\]\.key$/;
        if (!shape.test(path ?? '')) mismatches.add(vector.id, `the path is ${path}`);
      }
    }
    mismatches.expectNone(35);
  });
});
