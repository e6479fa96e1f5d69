import { describe, expect, test } from 'vitest';
import { readManifests } from '../../../src/manifests.ts';

describe('manifests are read from text', () => {
  test('of every format, told by the name and by the content', async () => {
    const yaml =
      'kind: Pod\nmetadata: { name: a, labels: { app: web } }\n---\nkind: Pod\nmetadata: { name: b }\n';
    const json = '{"kind":"List","items":[{"kind":"Pod","metadata":{"name":"a"}}]}';
    const ndjson = '{"kind":"Pod","metadata":{"name":"a"}}\n{"kind":"Pod","metadata":{"name":"b"}}\n';
    const names = async (text: string | Uint8Array, source?: string) =>
      (await readManifests(text, source)).objects.map(({ name }) => name);
    expect(await names(yaml)).toEqual(['a', 'b']);
    expect(await names(`\ufeff${yaml}`, 'x.yml')).toEqual(['a', 'b']);
    expect(await names(json)).toEqual(['a']);
    expect(await names(json, 'x.yaml')).toEqual(['a']);
    expect(await names(ndjson)).toEqual(['a', 'b']);
    expect(await names(new TextEncoder().encode(ndjson), 'x.jsonl')).toEqual(['a', 'b']);
    expect(await names('')).toEqual([]);
  });

  test.each(['x.json', 'x.yaml', 'x.ndjson', undefined])(
    'JSON objects one after another, in %s',
    async (source) => {
      const compact = '{"kind":"Pod","metadata":{"name":"a"}}';
      const laidOut = '{\n  "kind": "Pod",\n  "metadata": { "name": "b" }\n}';
      for (const text of [`${laidOut}\n${compact}`, `${compact}\n${laidOut}\n`, `${laidOut}${laidOut}`]) {
        const { objects, problems } = await readManifests(text, source);
        expect(problems).toEqual([]);
        expect(objects).toHaveLength(2);
      }
    },
  );

  test('what cannot be read is told with its place, and the rest is read', async () => {
    const { objects, problems } = await readManifests(
      'kind: Pod\n---\nkind: [\n---\nkind: Service\n',
      'x.yaml',
    );
    expect(objects.map(({ kind }) => kind)).toEqual(['Pod', 'Service']);
    expect(problems).toMatchObject([{ source: 'x.yaml', position: { line: expect.any(Number) } }]);
    const gzip = await readManifests(new Uint8Array([0x1f, 0x8b, 8, 0]), 'x.yaml.gz');
    expect(gzip).toMatchObject({ objects: [], problems: [{ message: 'this is gzip, not text' }] });
  });

  test('an object knows the regions of its parts', async () => {
    const text = 'kind: Service\nspec:\n  selector:\n    app: "web"\n    tier:\n';
    const [object] = (await readManifests(text)).objects;
    const at = (path: readonly (string | number)[], part: 'key' | 'value' = 'value') => {
      const region = object?.origin.region(path, part);
      return (
        region && [region.start.line, region.start.column, region.end.line, region.end.column, region.isExact]
      );
    };
    expect(at(['spec', 'selector', 'app'])).toEqual([4, 10, 4, 15, true]);
    expect(at(['spec', 'selector', 'app'], 'key')).toEqual([4, 5, 4, 8, true]);
    // A mapping as a value is shown by the name it has.
    expect(at(['spec', 'selector'])).toEqual([3, 3, 3, 11, true]);
    // What is not written is shown where it would stand.
    expect(at(['spec', 'selector', 'gone'])).toEqual([3, 3, 3, 11, false]);
    expect(at(['spec', 'type'])).toEqual([2, 1, 2, 5, false]);
    expect(at([])).toEqual([1, 1, 1, 2, true]);
  });

  test('an object of JSON knows them as well', async () => {
    const text = '{"kind":"Service",\n "spec":{"selector":{"app":"web"},"ports":[{"port":1}]}}';
    const [object] = (await readManifests(text)).objects;
    const at = (path: readonly (string | number)[], part: 'key' | 'value' = 'value') => {
      const region = object?.origin.region(path, part);
      return (
        region && [region.start.line, region.start.column, region.end.line, region.end.column, region.isExact]
      );
    };
    expect(at(['spec', 'selector', 'app'])).toEqual([2, 28, 2, 33, true]);
    expect(at(['spec', 'selector', 'app'], 'key')).toEqual([2, 22, 2, 27, true]);
    expect(at(['spec', 'selector'])).toEqual([2, 10, 2, 20, true]);
    expect(at(['spec', 'ports', 0])).toEqual([2, 44, 2, 45, true]);
    expect(at(['spec', 'gone'])).toEqual([2, 2, 2, 8, false]);
  });
});
