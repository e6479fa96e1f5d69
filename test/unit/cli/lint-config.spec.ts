import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { UsageError } from '../../../src/cli/exit.ts';
import { findConfig } from '../../../src/cli/lint/find-config.ts';
import { parseConfig } from '../../../src/cli/lint/read-config.ts';

const root = mkdtempSync(join(tmpdir(), 'labelwise-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

function folderWith(name: string, files: readonly string[]): string {
  const folder = join(root, name);
  mkdirSync(folder, { recursive: true });
  for (const file of files) writeFileSync(join(folder, file), '');
  return folder;
}

/** The mistakes of a configuration: `line:column message; mend`. */
async function mistakes(text: string): Promise<string[]> {
  const result = await parseConfig(text, 'labelwise.yaml', '/here');
  if (result.ok) return [];
  return result.problems.map(({ position, message, mend }) =>
    [`${position?.line}:${position?.column} ${message}`, ...(mend === undefined ? [] : [mend])].join('; '),
  );
}

describe('a configuration', () => {
  test('says what it says', async () => {
    const result = await parseConfig(
      `rules:
  overlapping-controllers: warning
  unused-ignore: off
  ignore-without-reason: on
namespace: shop
failOn: advice
exclude: [charts/*/templates]
kinds: [{group: example.com, kind: A, template: spec.template}]
ignore:
  - rule: overlapping-controllers
    object: Deployment shop/web
    file: k8s/*.yaml
    reason: known
`,
      'labelwise.yaml',
      '/here',
    );
    if (!result.ok) throw new Error(JSON.stringify(result.problems));
    const { config } = result;
    expect(config).toMatchObject({
      rules: {
        'overlapping-controllers': 'warning',
        'unused-ignore': 'off',
        'ignore-without-reason': 'warning',
      },
      namespace: 'shop',
      failOn: 'advice',
      folder: '/here',
      kinds: [{ group: 'example.com', kind: 'A', template: 'spec.template' }],
      ignore: [{ rule: 'overlapping-controllers', reason: 'known', index: 0 }],
    });
    expect(config.exclude.map((isMatched) => isMatched('charts/a/templates/b.yaml'))).toEqual([true]);
    expect(config.ignore[0]?.file?.('k8s/a.yaml')).toBe(true);
  });

  test.each(['', '# nothing\n', 'rules:\n', 'kinds:\n', 'rules: {}\nignore: []\n'])(
    '%j is one',
    async (text) => {
      expect(await mistakes(text)).toEqual([]);
    },
  );

  test.each([
    ['rule: {}', ['1:1 "rule" is nothing that can be configured; "rules" is meant']],
    [
      'colour: red',
      [
        '1:1 "colour" is nothing that can be configured; there are rules, namespace, failOn, ignore, exclude, kinds',
      ],
    ],
    ['toString: 1', expect.arrayContaining([expect.stringContaining('nothing that can be configured')])],
    [
      'rules: {overlapping-controlers: off}',
      ['1:9 there is no rule "overlapping-controlers"; "overlapping-controllers" is meant'],
    ],
    ['rules: {xyz: off}', ['1:9 there is no rule "xyz"; labelwise lint --rules lists them']],
    [
      'rules: {overlapping-controllers: warn}',
      ['1:34 a rule is given error, warning, advice, off, on; "warning" is meant'],
    ],
    [
      'rules: {overlapping-controllers: 1}',
      ['1:34 a rule is given error, warning, advice, off, on; write error, warning, advice, off, on'],
    ],
    ['rules: [a]', ['1:1 rules must be a mapping; write rule: error, warning, advice, off or on']],
    ['namespace: 1.0', ['1:12 a namespace must be a text; quote it: "1.0"']],
    ['namespace: ""', ['1:12 a namespace must be a text']],
    ['failOn: off', ['1:9 failOn is a severity: error, warning, advice; write error, warning, advice']],
    ['failOn: errors', ['1:9 failOn is a severity: error, warning, advice; "error" is meant']],
    ['exclude: charts', ['1:10 exclude must be a list; write patterns: - charts/*/templates']],
    ['exclude: [1]', ['1:11 a pattern must be a text; quote it: "1"']],
    [
      'ignore: [{rule: overlapping-controllers}]',
      ['1:10 it is not said why this is to be ignored; write reason: and why'],
    ],
    ['ignore: [{rule: overlapping-controllers, reason: }]', ['1:50 a reason must be a text']],
    [
      'ignore: [{rule: nothing, reason: x}]',
      ['1:17 there is no rule "nothing"; labelwise lint --rules lists them'],
    ],
    [
      'ignore: [{rule: unused-ignore, reason: x, obejct: y}]',
      ['1:43 "obejct" is nothing that can be configured; "object" is meant'],
    ],
    [
      'ignore: [{rule: unused-ignore, reason: x, object: a/b/c/d}]',
      ['1:51 "a/b/c/d" names no object; write name, kind/name or namespace/kind/name'],
    ],
    [
      'ignore: [x]',
      [
        '1:10 what is to be ignored must be a mapping; write rule: and reason:, and what it is about as object: or file:',
      ],
    ],
    ['kinds: {}', ['1:1 kinds must be a list, not an object; write - group: and kind: for each']],
    [
      'kinds: [{group: example.com, kind: A, selectors: [{path: spec.selector, does: contrls}]}]',
      ['1:79 does is the text "contrls", and there is no such word for it; "controls" is meant'],
    ],
    [
      'kinds: [{group: example.com, kind: A, pods: no}]',
      ['1:45 pods is false, and there is no such word for it; "none" is meant'],
    ],
    [
      'kinds: [{group: example.com, kind: A, tempalte: x}]',
      [expect.stringMatching(/^1:39 "tempalte" .*"template" is meant$/)],
    ],
    ['- rules', ['1:1 a configuration must be a mapping; write rules:, ignore:, namespace:']],
    ['a: [', expect.arrayContaining([expect.stringMatching(/^\d:\d/)])],
    ['rules: {}\nrules: {}', expect.arrayContaining([expect.stringContaining('stands twice')])],
    ['rules: {}\n---\nrules: {}', expect.arrayContaining([expect.stringMatching(/^\d:\d/)])],
    [
      'rules: {a: off}\nfailOn: b',
      [expect.stringContaining('1:9 there is no rule "a"'), expect.stringContaining('2:9 failOn')],
    ],
  ])('%s is none', async (text, expected) => {
    expect(await mistakes(text)).toEqual(expected);
  });
});

describe('the configuration that holds in a folder', () => {
  test('stands there, or further up within the repository', () => {
    const repository = folderWith('a', ['labelwise.yaml']);
    mkdirSync(join(repository, '.git'));
    const below = folderWith('a/b/c', []);
    expect(findConfig(below)).toBe(join(repository, 'labelwise.yaml'));
    folderWith('a/b', ['.labelwise.yaml']);
    expect(findConfig(below)).toBe(join(repository, 'b/.labelwise.yaml'));
    expect(findConfig(repository)).toBe(join(repository, 'labelwise.yaml'));
  });

  test('does not stand outside of it', () => {
    folderWith('d', ['labelwise.yaml']);
    mkdirSync(join(folderWith('d/repository/deep', []), '../.git'));
    expect(findConfig(join(root, 'd/repository/deep'))).toBe(undefined);
    // And without a repository, only there.
    folderWith('d/plain', []);
    expect(findConfig(join(root, 'd/plain'))).toBe(undefined);
    expect(findConfig(join(root, 'd'))).toBe(join(root, 'd/labelwise.yaml'));
  });

  test('is one, and of that name', () => {
    const both = folderWith('e', ['labelwise.yaml', '.labelwise.yaml']);
    expect(() => findConfig(both)).toThrow(UsageError);
    expect(() => findConfig(both)).toThrow('both labelwise.yaml and .labelwise.yaml');
    expect(() => findConfig(folderWith('f', ['labelwise.yml']))).toThrow('call it labelwise.yaml');
  });
});
