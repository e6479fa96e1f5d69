import { describe, expect, test } from 'vitest';
import { folderWith, labelwise } from './built-command.ts';

const SHOP = `apiVersion: v1
kind: Namespace
metadata: {name: shop, labels: {team: web}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop, labels: {app: web}}
spec:
  selector:
    matchLabels: {app: web}
  template:
    metadata:
      labels: {app: web, tier: frontend}
    spec:
      nodeSelector: {zone: west}
---
apiVersion: v1
kind: Service
metadata: {name: web, namespace: shop}
spec:
  selector: {app: web}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web, namespace: shop}
spec:
  selector: {matchLabels: {app: wep}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: open, namespace: data}
spec:
  podSelector: {}
  ingress:
    - from:
        - namespaceSelector: {matchLabels: {team: web}}
`;
const NODES = `[{"apiVersion":"v1","kind":"Node","metadata":{"name":"n1","labels":{"zone":"west"}}},
{"apiVersion":"v1","kind":"Node","metadata":{"name":"n2","labels":{"zone":"east"}}}]`;
const cwd = folderWith({
  'shop.yaml': SHOP,
  'nodes.json': NODES,
  'plain.yaml': `apiVersion: v1
kind: Service
metadata: {name: api}
spec: {selector: {app: api}}
---
apiVersion: v1
kind: Pod
metadata: {name: api-0, namespace: default, labels: {app: api}}
---
apiVersion: v1
kind: Pod
metadata: {name: alone, labels: {app: other}}
`,
  'hash.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: {name: web, labels: {app: web}}
spec:
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}}
---
apiVersion: apps/v1
kind: ReplicaSet
metadata: {name: web-1}
spec:
  selector: {matchLabels: {app: web, pod-template-hash: "1"}}
  template: {metadata: {labels: {app: web, pod-template-hash: "1"}}}
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: {name: team, namespace: data}
spec:
  ingress: [{from: [{namespaceSelector: {matchLabels: {team: web}}}]}]
`,
  'wrong.yaml': `apiVersion: v1
kind: Service
metadata: {name: web}
spec:
  selector: {app: web, tier: 1}
---
apiVersion: policy/v1
kind: PodDisruptionBudget
metadata: {name: web}
spec:
  selector:
    matchLabels: {app: web}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  template: {metadata: {labels: {app: web}}}
`,
  'broken.yaml': `${SHOP}---\n- [\n`,
});
const run = (...args: string[]): ReturnType<typeof labelwise> => labelwise(['who', ...args], { cwd });
const rows = (...args: string[]): string[] =>
  run(...args, '--no-headers')
    .stdout.split('\n')
    .slice(0, -1)
    .map((line) => line.split(/ {2,}/).join(' | '));

describe('labelwise who --of', () => {
  test('of a workload: its pods count as well', () => {
    const { status, stdout, stderr } = run('shop.yaml', '--of', 'deployment/web');
    expect(stdout).toBe(
      [
        'Deployment shop/web, and the pods of its template  (shop.yaml:5)',
        '  deployment  app=web',
        '  pods        app=web,tier=frontend  and pod-template-hash, unknown here',
        '',
        'CLAIM                 OF     BY                        SOURCE            SELECTOR',
        'routes traffic to     pods   Service shop/web          shop.yaml:21:13   app=web',
        'controls              pods   Deployment shop/web       shop.yaml:10:5    app=web',
        'allows traffic from   pods   NetworkPolicy data/open   shop.yaml:36:30   all pods in namespaces with team=web',
        '',
      ].join('\n'),
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('of a node, of JSON too', () => {
    const { status, stdout } = run('shop.yaml', 'nodes.json', '--of', 'no/n1');
    expect(stdout).toBe(
      [
        'Node n1  (nodes.json:1)',
        '  zone=west',
        '',
        'CLAIM            BY                    SOURCE            SELECTOR',
        'schedules onto   Deployment shop/web   shop.yaml:15:21   zone=west',
        '',
      ].join('\n'),
    );
    expect(status).toBe(0);
    expect(run('shop.yaml', 'nodes.json', '--of', 'n2').status).toBe(1);
  });

  test('of a namespace: what reaches into it', () => {
    expect(rows('shop.yaml', '--of', 'ns/shop')).toEqual([
      'allows traffic from | NetworkPolicy data/open | shop.yaml:36:30 | all pods in namespaces with team=web',
    ]);
  });

  test('no namespace and "default" are the same', () => {
    const wanted = ['routes traffic to | Service default/api | plain.yaml:4:18 | app=api'];
    expect(rows('plain.yaml', '--of', 'api-0')).toEqual(wanted);
    expect(rows('plain.yaml', '--of', 'default/pod/api-0')).toEqual(wanted);
    expect(rows('plain.yaml', '--labels', 'app=api')).toEqual(wanted);
  });

  test('reads kinds that a list says for its items', () => {
    const items = [
      { metadata: { name: 'a' }, spec: { selector: { app: 'web' } } },
      { metadata: { name: 'b' }, spec: { selector: { app: 'api' } } },
    ];
    const input = JSON.stringify({ apiVersion: 'v1', kind: 'ServiceList', items });
    const { stdout, status } = labelwise(['who', '--labels', 'app=web', '--no-headers'], { input });
    expect(stdout).toMatch(/^routes traffic to {3}Service default\/a {3}<stdin>:1:\d+ {3}app=web\n$/);
    expect(status).toBe(0);
  });

  test('no such object, or several: says which there are', () => {
    const none = run('shop.yaml', '--of', 'deployment/wep');
    expect(none.stderr).toContain(
      'there is no object "deployment/wep" in the input; the nearest is:\n  shop/Deployment/web',
    );
    const several = run('shop.yaml', '--of', 'web');
    expect(several.stderr).toContain('several objects are called "web"; choose one');
    expect([none.status, several.status]).toEqual([2, 2]);
    expect(run('shop.yaml', '--of', 'deployment/web', '-n', 'blog').status).toBe(2);
  });
});

describe('labelwise who --labels', () => {
  test('of pods, in a namespace', () => {
    const { status, stdout } = run('shop.yaml', '--labels', 'app=web,tier=api', '-n', 'shop');
    expect(stdout).toContain('A pod with app=web,tier=api in namespace shop\n\nCLAIM ');
    expect(stdout).toContain('routes traffic to     Service shop/web');
    expect(status).toBe(0);
    expect(run('shop.yaml', '--labels', 'app=web', '--labels', 'tier=api', '-n', 'shop').stdout).toBe(stdout);
  });

  test('of another kind', () => {
    expect(rows('shop.yaml', '--labels', 'zone=west', '-k', 'nodes')).toHaveLength(1);
    expect(rows('shop.yaml', '--labels', 'team=web', '--kind', 'ns')).toHaveLength(1);
  });

  test('none at all are labels too', () => {
    expect(rows('shop.yaml', '--labels', '', '-n', 'data')).toEqual([
      'applies policy to | NetworkPolicy data/open | shop.yaml:33:16 | all pods',
    ]);
  });

  test('that no object can have are warned of', () => {
    expect(run('shop.yaml', '--labels', 'app=-', '-n', 'shop').stderr).toMatch(/^warning: labels\.app: /);
  });
});

describe('none selects: exit 1, and why', () => {
  test.each<[why: string, args: string[], wanted: string]>([
    [
      'the nearest, with what it lacks, and a hint',
      ['plain.yaml', '--labels', 'app=apii'],
      `None of 1 selector of pods selects a pod with app=apii in namespace default
The nearest is:
Service default/api routes traffic to app=api (plain.yaml:4:18)
  no   app=api  app is "apii"
       hint: "apii" is near "api"
`,
    ],
    [
      'none is near',
      ['plain.yaml', '--of', 'alone'],
      'None of 1 selector of pods selects Pod default/alone\n',
    ],
    [
      'the namespace',
      ['plain.yaml', '--labels', 'app=api', '-n', 'blog'],
      `None of 1 selector of pods selects a pod with app=api in namespace blog
In namespace default, 1 selector would select it: ask with -n default
`,
    ],
    [
      'no selectors of such objects',
      ['shop.yaml', 'nodes.json', '--labels', 'a=b', '-k', 'pv'],
      'No selector in the input selects persistentvolumes\n',
    ],
  ])('%s', (_, args, wanted) => {
    expect(run(...args)).toEqual({ status: 1, stdout: '', stderr: wanted });
  });

  test('no objects', () => {
    expect(labelwise(['who', '--labels', 'a=b'])).toEqual({
      status: 1,
      stdout: '',
      stderr: 'No objects were found in the input.\n',
    });
  });
});

describe('what cannot be told is no match, and is told', () => {
  test('labels that controllers add', () => {
    const { stdout, stderr, status } = run('hash.yaml', '--of', 'deployment/web', '--no-headers');
    expect(stdout.split('\n')).toEqual([expect.stringContaining('Deployment default/web'), '']);
    expect(stderr).toBe(
      `1 more selector may select the pods: it depends on pod-template-hash, unknown here
  ReplicaSet default/web-1 controls app=web,pod-template-hash=1 (hash.yaml:12:13)
1 more selector may select the pods: it depends on the labels of namespace default, which is not in the input
  NetworkPolicy data/team allows traffic from all pods in namespaces with team=web (hash.yaml:19:41)
`,
    );
    expect(status).toBe(0);
  });

  test('is listed in JSON', () => {
    const { undecided } = JSON.parse(run('hash.yaml', '--of', 'deployment/web', '-o', 'json').stdout);
    expect(undecided.map(({ by }: { by: { name: string } }) => by.name)).toEqual(['web-1', 'team']);
  });
});

describe('trouble: exit 2', () => {
  test('selectors that are wrong are told at their place, and the others answer', () => {
    const { status, stdout, stderr } = run('wrong.yaml', '--labels', 'app=web', '--no-headers');
    expect(stdout).toMatch(/^budgets evictions of {3}PodDisruptionBudget default\/web {3}wrong\.yaml:12:5/);
    expect(stderr.split('\n')).toEqual([
      'wrong.yaml:5:30: error: spec.selector.tier: a label value is a string, not the number 1; put it in quotes: "1"',
      '  5 |   selector: {app: web, tier: 1}',
      expect.stringMatching(/^ +\^$/),
      expect.stringMatching(
        /^wrong\.yaml:1\d:\d+: error: spec\.selector: the selector is missing, and the API server refuses a Deployment/,
      ),
      expect.any(String),
      expect.stringMatching(/^ +\^$/),
      '2 errors: what they concern is missing from the result',
      '',
    ]);
    expect(status).toBe(2);
  });

  test('what cannot be read is told, and the rest answers', () => {
    const { status, stdout, stderr } = run('broken.yaml', '--of', 'deployment/web');
    expect(stdout).toContain('Service shop/web');
    expect(stderr).toMatch(/^broken\.yaml:\d+:\d+: error:/);
    expect(status).toBe(2);
  });

  test.each<[args: string[], words: string]>([
    [['shop.yaml'], 'nothing is asked about: name an object, as in --of deployment/web'],
    [['shop.yaml', '--of', 'web', '--labels', 'a=b'], 'ask about different things: give one'],
    [['shop.yaml', '--of', 'web', '--kind', 'svc'], 'with --of, write --of svc/web'],
    [['shop.yaml', '--of', '/web'], '--of "/web" names no object'],
    [['shop.yaml', '--labels', 'web'], '"web" is not a label: write key=value'],
    [['shop.yaml', '--labels', 'a=b,a=c'], 'the label "a" is given twice'],
    [['shop.yaml', '--labels', 'a=b', '-n', 'x,y'], 'give -n once'],
    [['shop.yaml', '--labels', 'a=b', '-k', 'node', '-n', 'x'], 'a node is in no namespace: leave out -n'],
    [
      ['shop.yaml', '--labels', 'a=b', '-k', 'secret'],
      '--kind "secret" is none that selectors select by labels: pods',
    ],
    [['shop.yaml', '--labels', 'a=b', 'c=d'], '"c=d" was taken for an input: labels are joined by commas'],
  ])('%j', (args, words) => {
    const { status, stderr } = run(...args);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
  });
});

test('-o json has what is asked about, and every selector', () => {
  const { stdout, status } = run('shop.yaml', '--of', 'deployment/web', '-o', 'json');
  const { of, selectors, undecided } = JSON.parse(stdout);
  expect(of).toEqual([
    {
      kind: 'Deployment',
      namespace: 'shop',
      name: 'web',
      source: 'shop.yaml:5',
      labels: { app: 'web' },
      unknown: [],
    },
    {
      kind: 'Pod',
      namespace: 'shop',
      source: 'shop.yaml:5',
      labels: { app: 'web', tier: 'frontend' },
      unknown: ['pod-template-hash'],
    },
  ]);
  expect(selectors[0]).toEqual({
    of: 'Pod',
    claim: 'routes-traffic',
    by: { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' },
    selector: 'app=web',
    namespaces: 'own',
    path: ['spec', 'selector'],
    source: 'shop.yaml:21:13',
  });
  expect(selectors[2]).toMatchObject({
    claim: 'allows-from',
    selector: '',
    namespaces: { names: [], selector: 'team=web' },
    path: ['spec', 'ingress', 0, 'from', 0, 'namespaceSelector'],
  });
  expect(undecided).toEqual([]);
  expect(status).toBe(0);
});

describe('with a configuration', () => {
  const configured = folderWith({
    'labelwise.yaml': `namespace: shop
kinds:
  - group: example.com
    kind: WebApp
    template: spec.pods
    selectors: [{ path: spec.selector, does: controls }]
  - group: example.com
    kind: Gate
    namespaced: false
    pods: none
    selectors: [{ path: spec.labels, form: map, does: applies-policy }]
`,
    'wrong.yaml': 'kinds: [{ kind: WebApp }]\n',
    'k8s/web.yaml': `apiVersion: example.com/v1
kind: WebApp
metadata: { name: web }
spec:
  selector: { matchLabels: { app: web } }
  pods: { metadata: { labels: { app: web, tier: front } } }
---
apiVersion: example.com/v1
kind: Gate
metadata: { name: gate }
spec: { labels: { tier: front } }
---
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { selector: { app: web } }
`,
  });
  const here = (...args: string[]) => labelwise(['who', ...args], { cwd: configured });
  const claims = (stdout: string) =>
    JSON.parse(stdout).selectors.map(
      ({ claim, by: { kind, namespace } }: { claim: string; by: { kind: string; namespace: string } }) =>
        `${kind} (${namespace}) ${claim}`,
    );

  test('kinds and the namespace are as it says', () => {
    const { status, stdout, stderr } = here('k8s', '--of', 'shop/webapp/web', '-o', 'json');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(claims(stdout)).toEqual([
      'Service (shop) routes-traffic',
      'WebApp (shop) controls',
      'Gate () applies-policy',
    ]);
    expect(claims(here('k8s', '--labels', 'app=web', '-o', 'json').stdout)).toEqual([
      'Service (shop) routes-traffic',
      'WebApp (shop) controls',
    ]);
  });

  test('it is left out where that is asked for', () => {
    const { stdout } = here('k8s', '--no-config', '--of', 'default/webapp/web', '-o', 'json');
    expect(claims(stdout)).toEqual([]);
  });

  test('it is no manifest', () => {
    expect(here('.', '--no-config', '--of', 'webapp/web').stderr).toContain('labelwise.yaml:1:1: error:');
    const { status, stderr } = here('k8s', 'labelwise.yaml', '--of', 'webapp/web');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test('one with mistakes is not used, and nothing is', () => {
    const { status, stdout, stderr } = here('--config', 'wrong.yaml', 'k8s', '--of', 'webapp/web');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toBe(
      `wrong.yaml:1:9: error: group must be said
  1 | kinds: [{ kind: WebApp }]
              ^
  fix: write - group: example.com, kind: WebApp
nothing was read: the configuration has to be right first
`,
    );
  });

  test('a drawing is of the same objects', () => {
    const drawn = labelwise(['graph', '.', '-n', 'shop', '-o', 'json', '--config', 'labelwise.yaml'], {
      cwd: configured,
    });
    expect(drawn.stderr).toContain('wrong.yaml:1:1');
    expect(drawn.stderr).not.toContain('labelwise.yaml');
    const { nodes, edges } = JSON.parse(drawn.stdout);
    expect(nodes.map(({ id }: { id: string }) => id)).toEqual([
      'shop/WebApp/web',
      'Gate/gate',
      'shop/Service/web',
    ]);
    expect(edges.map(({ relation }: { relation: string }) => relation)).toEqual([
      'applies-policy',
      'routes-traffic',
    ]);
    const statusOf = (...args: string[]) => labelwise(['graph', 'k8s', ...args], { cwd: configured }).status;
    expect(statusOf('--of', 'shop/webapp/web')).toBe(0);
    // What is in no namespace is not in this one either.
    expect(statusOf('-n', 'default')).toBe(1);
  });
});

describe('a DeploymentConfig', () => {
  const openshift = folderWith({
    'shop.yaml': `apiVersion: apps.openshift.io/v1
kind: DeploymentConfig
metadata: {name: web}
spec:
  selector: {app: web}
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: shop}
spec:
  selector: {matchLabels: {part: shop}}
  template: {metadata: {labels: {app: web, part: shop}}, spec: {containers: [{name: web, image: web}]}}
`,
  });
  const asked = (...words: readonly string[]) => {
    const { status, stdout, stderr } = labelwise(['who', 'shop.yaml', ...words, '-o', 'json'], {
      cwd: openshift,
    });
    const names = (list: readonly { by: { kind: string; name: string } }[]) =>
      list.map(({ by }) => `${by.kind} ${by.name}`);
    const { selectors, undecided } = JSON.parse(stdout);
    return { status, selectors: names(selectors), undecided: names(undecided), stderr };
  };

  test('controls its own pods, by its short name too', () => {
    expect(asked('--of', 'dc/web')).toEqual({
      status: 0,
      selectors: ['DeploymentConfig web'],
      undecided: [],
      stderr: '',
    });
    expect(asked('--labels', 'app=web,deploymentconfig=web').selectors).toEqual(['DeploymentConfig web']);
  });

  test('controls those of others only where they have its label', () => {
    const found = asked('--of', 'deploy/shop');
    expect(found).toMatchObject({
      status: 0,
      selectors: ['Deployment shop'],
      undecided: ['DeploymentConfig web'],
    });
    expect(found.stderr).toContain(
      '1 more selector may select the pods: it depends on deploymentconfig, which the controller gives to its own pods, with its name',
    );
    expect(found.stderr).toContain('DeploymentConfig default/web controls app=web (shop.yaml:5:13)');
    const labels = asked('--labels', 'app=web');
    expect(labels).toMatchObject({ status: 1, selectors: [], undecided: ['DeploymentConfig web'] });
    expect(labels.stderr).toContain('1 selector may select the pod');
  });
});
