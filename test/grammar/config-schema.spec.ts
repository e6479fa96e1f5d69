import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { parseConfig } from '../../src/cli/lint/read-config.ts';
import { blocksOf } from '../docs/markdown-blocks.ts';

const path = new URL('../../grammar/labelwise.schema.json', import.meta.url);
const validate = new Ajv({ strict: true, strictRequired: false, strictTypes: false }).compile(
  JSON.parse(readFileSync(path, 'utf8')),
);

const documented = blocksOf('docs/lint.md').find(
  ({ language, text }) => language === 'yaml' && text.startsWith('rules:'),
);

/** Whether the schema takes a configuration, and whether the command does. */
async function taken(text: string): Promise<[schema: boolean, command: boolean]> {
  return [validate(parse(text)), (await parseConfig(text, 'labelwise.yaml', '/here')).ok];
}

describe('grammar/labelwise.schema.json', () => {
  test.each([
    documented?.text ?? 'the document has no configuration',
    'rules: { overlapping-controllers: warning, unused-ignore: off }',
    'rules:\nignore:\nkinds:\n',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: "spec.x[]", does: applies-policy, form: map, of: Node }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: schedules-onto, of: Node, namespaces: every }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: reads, of: Probe, namespaces: own, namespaceSelector: ns }] }]',
    'kinds: [{ group: a.example, kind: B, namespaced: false, pods: elsewhere, selectors: [{ path: spec.x, does: reads }] }]',
    'kinds: [{ group: a.example, kind: B, namespaced: true, template: spec.t }]',
    'kinds: [{ group: a.example, kind: B, template: spec.t, adds: [a.example/b], immutable: true }]',
  ])('takes what the command takes: %s', async (text) => {
    expect(await taken(text)).toEqual([true, true]);
  });

  test.each([
    'rule: {}',
    'rules: { overlapping-controlers: off }',
    'rules: { overlapping-controllers: warn }',
    'failOn: off',
    'exclude: charts',
    'namespace: 1',
    'ignore: [{ rule: overlapping-controllers }]',
    'ignore: [{ reason: known }]',
    'ignore: [{ rule: nothing, reason: known }]',
    'kinds: [{ group: a.example }]',
    'kinds: [{ group: a.example, kind: B, template: spec.t, pods: none }]',
    'kinds: [{ group: a.example, kind: B, adds: [a] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec..x, does: controls }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: owns }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: binds, form: NodeSelector, empty: nothing }] }]',
    'kinds: [{ group: a.example/v1, kind: B }]',
    'kinds: [{ group: v1, kind: Pod }]',
    'kinds: [{ group: a.example, kind: a b }]',
    'kinds: [{ group: a.example, kind: B, template: spec.t, adds: [a b] }]',
    'kinds: [{ group: a.example, kind: B, namespaced: false, template: spec.t }]',
    'kinds: [{ group: a.example, kind: B, namespaced: false, selectors: [{ path: spec.x, does: reads, namespaces: own }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: reads, namespaceSelector: a.b }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: controls, of: Node }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: binds, namespaces: own }] }]',
    'kinds: [{ group: a.example, kind: B, selectors: [{ path: spec.x, does: reads, of: Namespace, namespaces: own }] }]',
  ])('refuses what the command refuses: %s', async (text) => {
    expect(await taken(text)).toEqual([false, false]);
  });
});
