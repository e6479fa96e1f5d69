import { describe, expect, test } from 'vitest';
import { anyOf, compileSelector, parseSelector } from '../../../src/index.ts';

interface FleetObject {
  readonly id: string;
  readonly namespace: string;
  readonly labels: Record<string, string>;
}

interface SqlQuery {
  readonly title: string;
  readonly selectors: readonly string[];
  readonly namespace: string | undefined;
}

interface Expected {
  readonly matching: number;
  readonly checksum: number;
}

const bench = new URL('../../../bench/', import.meta.url);
const { fleetLines }: { fleetLines(shape: string, count: number): Iterable<string> } = await import(
  new URL('corpus/fleet/objects.js', bench).href
);
const { sqlQueries }: { sqlQueries(shape: string): SqlQuery[] } = await import(
  new URL('sql/queries.js', bench).href
);
const {
  checksum,
  expectedOf,
}: {
  checksum(ids: readonly string[]): number;
  expectedOf(queries: readonly SqlQuery[], objects: readonly FleetObject[]): Expected[];
} = await import(new URL('sql/expected.js', bench).href);

describe.each(['unique', 'replicas'])('what databases are asked of a fleet: %s', (shape) => {
  const objects: FleetObject[] = Array.from(fleetLines(shape, 10_000), (line) => JSON.parse(line));
  const queries = sqlQueries(shape);
  const expected = expectedOf(queries, objects);

  test.each(queries.map((query, i) => [query.title, query, i] as const))(
    '%s: the texts say what is written down as their meaning',
    (_, { selectors, namespace }, i) => {
      const matches = compileSelector(anyOf(...selectors.map((text) => parseSelector(text))));
      const ids = objects
        .filter((object) => namespace === undefined || object.namespace === namespace)
        .filter(({ labels }) => matches(labels))
        .map(({ id }) => id);
      expect(expected[i]).toEqual({ matching: ids.length, checksum: checksum(ids) });
    },
  );

  test('nearly all find something, and none of those everything', () => {
    const found = expected.map(({ matching }) => matching);
    expect(found.filter((matching) => matching === 0)).toHaveLength(1);
    expect(Math.max(...found)).toBeLessThan(objects.length);
  });

  test('ids are unique, so that they can be keys', () => {
    expect(new Set(objects.map(({ id }) => id)).size).toBe(objects.length);
  });
});

test('the checksum depends on which ids there are, and not on their order', () => {
  expect(checksum(['a', 'b', 'c'])).toBe(checksum(['c', 'a', 'b']));
  expect(checksum(['a', 'b'])).not.toBe(checksum(['a', 'c']));
  expect(checksum(['ab'])).not.toBe(checksum(['ba']));
});
