import { describe, expect, test } from 'vitest';
import { deployment, diff } from './diffing.ts';

/** Findings in short: `verdict line:column`. */
async function found(before: string, after: string): Promise<string[]> {
  const findings = await diff(before, after);
  return findings
    .filter(({ rule }) => rule === 'immutable-selector-changed')
    .map(({ verdict, region: { start } }) => `${verdict} ${start.line}:${start.column}`);
}

/** An object with a selector on line 5. */
const kind = (
  apiVersion: string,
  name: string,
  selector: string,
  more = '',
): string => `apiVersion: ${apiVersion}
kind: ${name}
metadata: {name: web}
spec:
  selector: ${selector}
  template: {metadata: {labels: {app: web, tier: front}}, spec: {containers: []}}
${more}`;

const WEB = '{matchLabels: {app: web}}';
const MORE = '{matchLabels: {app: web, tier: front}}';

describe('what the API server refuses', () => {
  test.each(['Deployment', 'ReplicaSet', 'DaemonSet', 'StatefulSet'])(
    'another selector of a %s',
    async (name) => {
      expect(await found(kind('apps/v1', name, WEB), kind('apps/v1', name, MORE))).toEqual(['definite 5:38']);
    },
  );

  test.each([
    ['a label gone', MORE, WEB, '5:3'],
    ['another value', WEB, '{matchLabels: {app: wep}}', '5:28'],
    ['a label as an expression', WEB, '{matchExpressions: [{key: app, operator: In, values: [web]}]}', '5:3'],
    [
      'expressions in another order',
      '{matchExpressions: [{key: app, operator: Exists}, {key: tier, operator: Exists}]}',
      '{matchExpressions: [{key: tier, operator: Exists}, {key: app, operator: Exists}]}',
      '5:3',
    ],
    [
      'values in another order',
      '{matchExpressions: [{key: app, operator: In, values: [web, api]}]}',
      '{matchExpressions: [{key: app, operator: In, values: [api, web]}]}',
      '5:3',
    ],
    [
      'a value that stands twice',
      '{matchExpressions: [{key: app, operator: In, values: [web]}]}',
      '{matchExpressions: [{key: app, operator: In, values: [web, web]}]}',
      '5:3',
    ],
  ])('%s', async (_, before, after, place) => {
    const line = await found(kind('apps/v1', 'Deployment', before), kind('apps/v1', 'Deployment', after));
    expect(line).toEqual([`definite ${place}`]);
  });

  test('what means the same is told apart in words', async () => {
    const [changed] = await diff(kind('apps/v1', 'Deployment', WEB), kind('apps/v1', 'Deployment', MORE));
    expect(changed?.message).toBe(
      'the selector of Deployment web is changed from app=web to app=web,tier=front, which the API server refuses',
    );
    expect(changed?.related).toMatchObject([{ source: 'old.yaml', message: 'the selector before' }]);
    const other = '{matchExpressions: [{key: app, operator: In, values: [web]}]}';
    const [spelled] = await diff(kind('apps/v1', 'Deployment', WEB), kind('apps/v1', 'Deployment', other));
    expect(spelled?.message).toBe(
      'the selector of Deployment web says app in (web) instead of app=web; that means the same, but the API server compares what is written, and refuses the change',
    );
  });

  test('the selector of a Job that is given by hand', async () => {
    const job = (selector: string): string => kind('batch/v1', 'Job', selector, '  manualSelector: true\n');
    expect(await found(job(WEB), job(MORE))).toEqual(['definite 5:38']);
    const generated = kind('batch/v1', 'Job', 'null');
    const [finding] = await diff(generated, job(WEB));
    expect(finding?.message).toContain('from the one that the API server made to app=web');
  });

  test('the selector of a PersistentVolumeClaim, which may come and go', async () => {
    const claim = (selector: string): string =>
      `apiVersion: v1\nkind: PersistentVolumeClaim\nmetadata: {name: data}\nspec:\n  selector: ${selector}\n`;
    expect(await found(claim(WEB), claim(MORE))).toEqual(['definite 5:38']);
    expect(await found(claim(WEB), claim('null'))).toEqual(['definite 5:3']);
    expect(await found(claim('null'), claim('{}'))).toEqual(['definite 5:3']);
    expect(await found(claim('null'), claim('null'))).toEqual([]);
  });
});

describe('what the API server takes', () => {
  test.each([
    ['labels in another order', MORE, '{matchLabels: {tier: front, app: web}}'],
    ['an empty list that was not there', WEB, '{matchLabels: {app: web}, matchExpressions: []}'],
    ['null that was not there', WEB, '{matchLabels: {app: web}, matchExpressions: null}'],
    [
      'an empty list of values',
      '{matchExpressions: [{key: app, operator: Exists}]}',
      '{matchExpressions: [{key: app, operator: Exists, values: []}]}',
    ],
  ])('%s', async (_, before, after) => {
    expect(await found(kind('apps/v1', 'Deployment', before), kind('apps/v1', 'Deployment', after))).toEqual(
      [],
    );
  });

  test.each([
    ['v1', 'Service', '{app: web}', '{app: web, tier: front}'],
    ['v1', 'ReplicationController', '{app: web}', '{app: web, tier: front}'],
    ['policy/v1', 'PodDisruptionBudget', WEB, MORE],
    ['batch/v1', 'Job', WEB, MORE],
    ['argoproj.io/v1alpha1', 'Rollout', WEB, MORE],
  ])('other selectors: %s %s', async (apiVersion, name, before, after) => {
    expect(await found(kind(apiVersion, name, before), kind(apiVersion, name, after))).toEqual([]);
  });

  test('another object', async () => {
    const old = deployment('web', 'app: web');
    expect(await found(old, deployment('web2', 'app: web2'))).toEqual([]);
    expect(await found(old, deployment('web', 'app: wep', 'app: wep', ', namespace: shop'))).toEqual([]);
    const generated = old.replace('name: web', 'generateName: web-');
    expect(await found(generated, generated.replaceAll('app: web', 'app: wep'))).toEqual([]);
  });

  test('no namespace is the one it is applied in', async () => {
    const old = deployment('web', 'app: web', 'app: web', ', namespace: default');
    expect(await found(old, deployment('web', 'app: wep'))).toHaveLength(1);
    const options = { namespace: 'shop' };
    expect(await diff(old, deployment('web', 'app: wep'), options)).toEqual([]);
  });

  test('what is deleted and created anew', async () => {
    const old = deployment('web', 'app: web');
    for (const annotation of [
      'helm.sh/hook: pre-install',
      'argocd.argoproj.io/hook: PreSync',
      'argocd.argoproj.io/sync-options: "Replace=true,Force=true"',
      'kustomize.toolkit.fluxcd.io/force: enabled',
    ]) {
      const now = deployment('web', 'app: wep', 'app: wep', `, annotations: {${annotation}}`);
      expect(await found(old, now)).toEqual([]);
    }
    const other = ', annotations: {"argocd.argoproj.io/sync-options": "Replace=true"}';
    expect(await found(old, deployment('web', 'app: wep', 'app: wep', other))).toHaveLength(1);
  });

  test('a selector with a mistake is told elsewhere', async () => {
    const old = kind('apps/v1', 'Deployment', WEB);
    for (const wrong of ['{matchLabels: {app: 1}}', 'null', '[]', '{matchLabels: [app]}']) {
      expect(await found(old, kind('apps/v1', 'Deployment', wrong))).toEqual([]);
    }
  });

  test('variants of one object are compared in their order, and not at all where one came or went', async () => {
    const [dev, prod] = [deployment('web', 'app: web'), deployment('web', 'app: web, stage: prod')];
    expect(await found(`${dev}---\n${prod}`, `${dev}---\n${prod}`)).toEqual([]);
    expect(await found(`${dev}---\n${prod}`, prod)).toEqual([]);
    expect(await found(`${dev}---\n${prod}`, `${dev}---\n${dev}`)).toHaveLength(1);
  });
});
