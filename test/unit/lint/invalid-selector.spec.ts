import { describe, expect, test } from 'vitest';
import { lintManifests, readManifests } from '../../../src/manifests.ts';
import { foundBy, mended, places } from './mended.ts';

const RULE = 'invalid-selector';

function service(selector: string): string {
  return `apiVersion: v1
kind: Service
metadata: { name: web }
spec:
  selector:${selector}
  ports: [{ port: 80 }]
`;
}

function budget(selector: string): string {
  return `apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: { name: web }
spec:
  minAvailable: 1
  selector:${selector}
`;
}

function expression(text: string): string {
  return budget(`
    matchExpressions:
      - ${text}`);
}

function pod(spec: string): string {
  return `apiVersion: v1
kind: Pod
metadata: { name: web }
spec:
  containers: [{ name: web, image: web }]
${spec}`;
}

describe('operators', () => {
  test.each([
    ['in', 'In', '[web]'],
    ['NOTIN', 'NotIn', '[web]'],
    ['not-in', 'NotIn', '[web]'],
    ['Equals', 'In', '[web]'],
    ['"=="', '"In"', '[web]'],
    ["'!='", "'NotIn'", '[web]'],
    ['exists', 'Exists', '[]'],
    ['IsPresent', undefined, '[]'],
    ['DoesNotExists', undefined, '[]'],
    ['Equals', undefined, '[]'],
    ['exists', 'Exists', '[web]'],
    ['present', undefined, '[web]'],
    ['Gt', undefined, '["1"]'],
    ['">="', undefined, '["1"]'],
    ['matches', undefined, '[web]'],
    ['Exsts', undefined, '[]'],
  ])('%s becomes %s with the values %s', async (word, operator, values) => {
    const text = expression(`{ key: app, operator: ${word}, values: ${values} }`);
    const [found] = await foundBy(RULE, text);
    expect(places(found ? [found] : [])).toEqual(['definite 8:31']);
    const expected = operator === undefined ? text : text.replace(`: ${word},`, `: ${operator},`);
    expect(await mended(text, RULE)).toBe(expected);
  });

  test('what is near alone is proposed, and not safe', async () => {
    const [found] = await foundBy(RULE, expression('{ key: app, operator: Exsts }'));
    expect(found).toMatchObject({ mend: 'write Exists', fix: { title: 'write Exists', isSafe: false } });
  });

  test('Gt is told to be of nodes', async () => {
    const [found] = await foundBy(RULE, expression('{ key: app, operator: Gt, values: ["1"] }'));
    expect(found?.mend).toBe('only the matchExpressions of a NodeSelector compare numbers');
    expect(found?.fix).toBeUndefined();
  });

  test('nodes have more operators', async () => {
    const text = pod(`  affinity:
    nodeAffinity:
      preferredDuringSchedulingIgnoredDuringExecution:
        - weight: 1
          preference: { matchExpressions: [{ key: cpu, operator: gt, values: ["4"] }] }
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchExpressions: [{ key: cpu, operator: ">", values: ["4"] }]
          - matchFields: [{ key: metadata.name, operator: equals, values: [a] }]
`);
    expect(await mended(text, RULE)).toBe(
      text.replace(': gt', ': Gt').replace('">"', '"Gt"').replace(': equals', ': In'),
    );
  });
});

describe('scalars', () => {
  test('numbers and booleans are quoted as they are written', async () => {
    const text = service(' { app: web, version: 1.0, build: 0644, on: yes, big: 12345678901234567890 }');
    const found = await foundBy(RULE, text);
    expect(places(found)).toEqual(['definite 5:34', 'definite 5:46', 'definite 5:56', 'definite 5:66']);
    expect(found[0]?.message).toBe('a label value is a string, not the number 1.0');
    expect(found[3]?.message).toBe('a label value is a string, not the number 12345678901234567890');
    expect(found[2]?.mend).toBe('quote it: "yes"');
    expect(await mended(text, RULE)).toBe(
      service(' { app: web, version: "1.0", build: "0644", on: "yes", big: "12345678901234567890" }'),
    );
  });

  test('null is no text', async () => {
    const [found] = await foundBy(RULE, service(' { app: null }'));
    expect(found).toMatchObject({ mend: 'the empty value is ""' });
    expect(found?.fix).toBeUndefined();
  });

  test('what is no label in quotes either is not quoted', async () => {
    const text = service(' { app: -5 }');
    expect(await mended(text, RULE)).toBe(text);
  });

  test('anchors and aliases stay as they are: something else has them too', async () => {
    const text = `apiVersion: v1
kind: Service
metadata: { name: web, annotations: { x: &one "1" } }
spec:
  ports: [{ port: &port 80 }]
  selector: { app: *port, tier: &tier 5 }
  sessionAffinity: *tier
`;
    expect(await foundBy(RULE, text)).toHaveLength(2);
    expect(await mended(text, RULE)).toBe(text);
  });

  test('blanks around keys and values', async () => {
    const text = service(` { "app ": ' web' }`);
    expect(places(await foundBy(RULE, text))).toEqual(['definite 5:15', 'definite 5:23']);
    expect(await mended(text, RULE)).toBe(service(` { "app": 'web' }`));
  });

  test('a key that is there without its blanks is not made twice', async () => {
    const text = service(' { "app ": web, app: web }');
    expect(await mended(text, RULE)).toBe(text);
  });

  test('blanks within stay', async () => {
    const text = service(' { app: "we b" }');
    const [found] = await foundBy(RULE, text);
    expect(found?.message).toBe('"we b" is not a label value: a blank cannot stand in it');
    expect(await mended(text, RULE)).toBe(text);
  });

  test('one value without its list', async () => {
    const text = expression('{ key: app, operator: In, values: web }');
    expect(await mended(text, RULE)).toBe(expression('{ key: app, operator: In, values: ["web"] }'));
    const several = expression('{ key: app, operator: In, values: "web,api" }');
    expect(await mended(several, RULE)).toBe(several);
  });

  test('a place for something is no mistake yet', async () => {
    const found = await foundBy(
      RULE,
      service(` { app: "{{ .Values.app }}", "\${KEY}": x, tier: "$TIER", a: "b c" }`),
    );
    expect(found.map(({ verdict }) => verdict)).toEqual(['unknown', 'unknown', 'unknown', 'definite']);
    expect(found[0]).not.toHaveProperty('mend');
    expect(found[0]?.doubt).toContain('filled in');
  });
});

describe('values of expressions', () => {
  test.each([
    ['{ key: app, operator: Exists, values: [web] }', '8:39'],
    ['{ key: app, operator: In, values: [] }', '8:35'],
    ['{ key: app, operator: In }', '8:9'],
    ['{ key: app }', '8:9'],
    ['{ operator: Exists }', '8:9'],
    ['{ key: app, operator: In, values: [web], value: x }', '8:50'],
  ])('%s', async (text, place) => {
    const found = await foundBy(RULE, expression(text));
    expect(places(found)).toEqual([`definite ${place}`]);
    expect(found[0]?.fix).toBeUndefined();
  });
});

describe('fields', () => {
  test('a misspelt field', async () => {
    const text = budget('\n    matchLabel: { app: web }');
    expect(places(await foundBy(RULE, text))).toEqual(['definite 7:5']);
    expect(await mended(text, RULE)).toBe(budget('\n    matchLabels: { app: web }'));
  });

  test('a misspelt field with something else in it', async () => {
    const text = budget('\n    matchLabel: [app]');
    expect(await mended(text, RULE)).toBe(text);
  });

  test('fields of nodes that the API server does not take', async () => {
    const text = pod(`  affinity:
    nodeAffinity:
      requiredDuringSchedulingIgnoredDuringExecution:
        nodeSelectorTerms:
          - matchFields: [{ key: metadata.uid, operator: In, values: [a] }]
`);
    expect(places(await foundBy(RULE, text))).toEqual(['definite 10:34']);
  });
});

describe('labels alone where a LabelSelector belongs', () => {
  test('in a block', async () => {
    const text = budget('\n    app: web # this\n    # and that\n    "tier": front');
    const found = await foundBy(RULE, text);
    expect(places(found)).toEqual(['definite 6:3']);
    expect(await mended(text, RULE)).toBe(
      budget('\n    matchLabels:\n      app: web # this\n    # and that\n      "tier": front'),
    );
    expect(await foundBy(RULE, await mended(text, RULE))).toEqual([]);
  });

  test('in braces', async () => {
    expect(await mended(budget(' {app: web, tier: front} # all'), RULE)).toBe(
      budget(' {matchLabels: { app: web, tier: front }} # all'),
    );
    expect(await mended(budget(' {\n    app: web,\n    tier: front,\n  }'), RULE)).toBe(
      budget(' {\n    matchLabels: { app: web,\n    tier: front },\n  }'),
    );
  });

  test('not where an anchor or an alias has it', async () => {
    for (const selector of [' &all { app: web }', ' &all\n    app: web']) {
      const text = budget(selector);
      expect(await foundBy(RULE, text)).toHaveLength(1);
      expect(await mended(text, RULE)).toBe(text);
    }
    const alias = `${budget(' *labels').replace('{ name: web }', '{ name: web, labels: &labels { app: web } }')}`;
    expect(await foundBy(RULE, alias)).toHaveLength(1);
    expect(await mended(alias, RULE)).toBe(alias);
  });

  test('an expression alone is none of that', async () => {
    const text = budget(' { key: app, operator: Exists }');
    expect((await foundBy(RULE, text)).length).toBeGreaterThan(0);
    expect(await mended(text, RULE)).toBe(text);
  });
});

describe('a LabelSelector where labels alone belong', () => {
  test('in a block', async () => {
    const text = service('\n    matchLabels:\n      app: web # this\n      # and that\n      tier: front');
    expect(places(await foundBy(RULE, text))).toEqual(['definite 5:3']);
    expect(await mended(text, RULE)).toBe(
      service('\n    app: web # this\n      # and that\n    tier: front'),
    );
    expect(await foundBy(RULE, await mended(text, RULE))).toEqual([]);
  });

  test('in braces', async () => {
    expect(await mended(service(' { matchLabels: { app: web, tier: x } }'), RULE)).toBe(
      service(' { app: web, tier: x }'),
    );
  });

  test('not where it has expressions, or is written in two ways', async () => {
    for (const selector of [
      '\n    matchLabels:\n      app: web\n    matchExpressions: []',
      '\n    matchLabels: { app: web }',
      '\n    matchLabels:\n      # which\n      app: web',
      '\n    matchLabels: &labels\n      app: web',
    ]) {
      const text = service(selector);
      expect(await foundBy(RULE, text)).toHaveLength(1);
      expect(await mended(text, RULE)).toBe(text);
    }
  });
});

test('JSON is mended in its own way', async () => {
  const text = `{ "apiVersion": "policy/v1", "kind": "PodDisruptionBudget", "metadata": { "name": "web" },
  "spec": { "selector": { "app": "web", "tier": "x" } } }`;
  const { objects } = await readManifests(text, 'test.json');
  const [found] = lintManifests(objects, {});
  expect(found?.fix?.edits.map((edit) => edit.text)).toEqual(['"matchLabels": { "app"', '"x" }']);
});

test('what is right, or for another rule, is passed over', async () => {
  for (const selector of ['', ' {}', ' { matchLabels: { app: web } }', ' { matchExpressions: [] }']) {
    expect(await foundBy(RULE, budget(selector))).toEqual([]);
  }
  expect(await foundBy(RULE, service(' { matchLabels: x }'))).toEqual([]);
  const workload = `apiVersion: apps/v1
kind: Deployment
metadata: { name: web }
spec:
  template: { metadata: { labels: { app: 1 } }, spec: { containers: [{ name: a, image: a }] } }
`;
  expect(await foundBy(RULE, workload)).toEqual([]);
});
