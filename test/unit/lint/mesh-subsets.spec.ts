import { describe, expect, test } from 'vitest';
import { documents, service, workload } from './documents.ts';
import { brief, lint } from './linting.ts';
import { foundBy, places } from './mended.ts';

const RULE = 'subset-selects-nothing';

interface RuleParts {
  readonly host?: string;
  readonly namespace?: string;
}

/** A DestinationRule of six lines and more: its host is on line 5, its first subset on line 7, whose labels begin at column 23. */
function rule(labels: string, { host = 'web', namespace }: RuleParts = {}): string {
  const where = namespace === undefined ? '' : `, namespace: ${namespace}`;
  return `apiVersion: networking.istio.io/v1
kind: DestinationRule
metadata: { name: web${where} }
spec:
  host: ${host}
  subsets:
    - { name: v2, labels: ${labels} }
`;
}

const V1 = workload('web-v1', { labels: { app: 'web', version: 'v1', team: 'shop' } });
const CANARY = workload('web-canary', { labels: { app: 'web', version: 'canary' } });
const API = workload('api', { labels: { app: 'api', version: 'v2' } });
const SERVICE = service('web', { app: 'web' });
const SET = documents(V1, CANARY, API, SERVICE);

const placesIn = async (...texts: readonly string[]): Promise<readonly string[]> =>
  places(await foundBy(RULE, documents(...texts)));

describe('a subset of a Service', () => {
  test('that none of its pods is in, is told; pods of others do not count', async () => {
    const found = await foundBy(RULE, documents(rule('{ version: v2 }'), SET));
    expect(places(found)).toEqual(['definite 7:19']);
    expect(found[0]).not.toHaveProperty('fix');
    expect(found[0]?.mend).toBe('its pods have version=v1 and version=canary');
    expect(found[0]?.message).toBe(
      'subset v2 of DestinationRule web selects no pods of Service web: no workload of its namespace has app=web,version=v2, so that requests for it fail',
    );
  });

  test('that is nearly there is told with what was meant, among the pods of the Service', async () => {
    const near = workload('wep', { labels: { app: 'wep', version: 'canaryy' } });
    const [found] = await foundBy(RULE, documents(rule('{ version: canaryy }'), SET, near));
    expect(found).toMatchObject({
      verdict: 'definite',
      mend: 'the pods of Deployment web-canary have version=canary; if they are meant, select them by version=canary',
      related: [{ object: 'Deployment web-canary', path: 'spec.template.metadata.labels.version' }],
      fix: { isSafe: false, title: 'select version=canary' },
    });
    const [edit] = found?.fix?.edits ?? [];
    expect(edit).toMatchObject({ text: 'canary', region: { start: { line: 7, column: 38 } } });
  });

  test('that asks for another value than the Service does', async () => {
    const found = await foundBy(RULE, documents(rule('{ version: v1, app: api }'), SET));
    expect(places(found)).toEqual(['definite 7:42']);
    expect(found[0]).toMatchObject({
      message:
        'subset v2 of DestinationRule web selects no pods: Service web selects pods with app=web, and none of them has app=api, so that requests for it fail',
      related: [{ object: 'Service web', path: 'spec.selector' }],
    });
    expect(await placesIn(rule('{ app: api }'), SET, 'a: [\n')).toEqual(['unknown 7:29']);
  });

  test.each([
    ['some of its pods', '{ version: v1 }'],
    ['all of its pods', '{ app: web }'],
    ['no label', '{}'],
    ['null', 'null'],
  ])('with %s is right', async (_, labels) => {
    expect(await placesIn(rule(labels), SET)).toEqual([]);
  });

  test.each([
    ['a name', 'web', undefined, ['definite 7:19']],
    ['a name of the namespace of the rule', 'web', 'other', ['unknown 7:19']],
    ['the whole name', 'web.default.svc.cluster.local', 'other', ['definite 7:19']],
    ['the name of another namespace', 'web.other.svc.cluster.local', undefined, ['unknown 7:19']],
    ['a host outside', 'api.example.com', undefined, []],
    ['a Service of several clusters', 'web.default.svc.clusterset.local', undefined, []],
    ['many hosts', "'*.default.svc.cluster.local'", undefined, []],
    ['all hosts', "'*'", undefined, []],
  ])('of %s', async (_, host, namespace, expected) => {
    const parts = namespace === undefined ? { host } : { host, namespace };
    expect(await placesIn(rule('{ version: v2 }', parts), SET)).toEqual(expected);
  });

  test('is told by the namespace of the Service, where that is another one', async () => {
    const text = rule('{ version: v2 }', { host: 'web.default.svc.cluster.local', namespace: 'mesh' });
    const [found] = await foundBy(RULE, documents(text, SET));
    expect(found?.message).toContain('no workload of default has app=web,version=v2');
  });

  test.each(['web.default', 'web.default.svc'])('of %s, which is no Service to Istio', async (host) => {
    const text = rule('{ version: v1 }', { host });
    const found = await foundBy(RULE, documents(text, SET));
    expect(places(found)).toEqual(['definite 5:9']);
    expect(found[0]).toMatchObject({
      message: `DestinationRule web is for the host ${host}, which is no Service to Istio, so that its subsets have no pods`,
      mend: 'write web.default.svc.cluster.local, if Service web is meant',
    });
    const entry = `apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: e }\nspec: { hosts: [${host}] }\n`;
    expect(await placesIn(text, SET, entry)).toEqual([]);
    expect(await placesIn(text, V1)).toEqual([]);
    expect(await placesIn(text, SET, 'a: [\n')).toEqual(['unknown 5:9']);
  });

  test('of a Service without any pods is no mistake of its own', async () => {
    expect(await placesIn(rule('{ version: v2 }'), service('web', { app: 'wep' }), V1)).toEqual([]);
  });

  test.each([
    ['was not read', V1, 'Service default/web was not read'],
    [
      'is headless',
      documents(V1, service('web', { app: 'web' }, 'clusterIP: None')),
      'Service web is headless, and its pods are asked for by their own names',
    ],
    [
      'has no selector',
      documents(V1, service('web', {})),
      'Service web has no selector, and its endpoints are made by others',
    ],
    [
      'is outside',
      documents(V1, service('web', {}, 'type: ExternalName')),
      'Service web is a name of something outside',
    ],
    [
      'has a selector with a mistake',
      documents(V1, service('web', { app: '-' })),
      'the selector of Service web could not be read',
    ],
    [
      'selects by labels that only a cluster knows',
      documents(V1, service('web', { app: 'web', 'pod-template-hash': 'abc' })),
      'only a cluster knows the labels by which Service web selects its pods',
    ],
    ['was read twice', documents(V1, SERVICE, SERVICE), 'Service web was read more than once'],
    [
      'has endpoints of a ServiceEntry',
      documents(
        SET,
        'apiVersion: networking.istio.io/v1\nkind: ServiceEntry\nmetadata: { name: more }\nspec: { hosts: [web.default.svc.cluster.local] }\n',
      ),
      'ServiceEntry more gives web.default.svc.cluster.local endpoints of its own',
    ],
    [
      'may have virtual machines',
      documents(
        SET,
        'apiVersion: networking.istio.io/v1\nkind: WorkloadEntry\nmetadata: { name: vm }\nspec: { labels: { app: web } }\n',
      ),
      'WorkloadEntry vm may be an endpoint as well',
    ],
  ])('is unknown where the Service %s', async (_, set, doubt) => {
    const found = await foundBy(RULE, documents(rule('{ version: v2 }'), set));
    expect(found).toMatchObject([{ verdict: 'unknown', doubt }]);
    expect(found[0]?.message).not.toContain('so that');
  });

  test.each([
    ['{ topology.kubernetes.io/zone: a }', 'Istio gives topology.kubernetes.io/zone to endpoints'],
    ['{ topology.istio.io/cluster: a }', 'Istio gives topology.istio.io/cluster to endpoints'],
  ])('by where its endpoints are is unknown: %s', async (labels, doubt) => {
    const [found] = await foundBy(RULE, documents(rule(labels), SET));
    expect(found?.verdict).toBe('unknown');
    expect(found?.doubt).toContain(doubt);
  });

  test('is unknown where something could not be read, or pods are made by who knows whom', async () => {
    expect(await placesIn(rule('{ version: v2 }'), SET, 'a: [\n')).toEqual(['unknown 7:19']);
    const operated = 'apiVersion: example.com/v1\nkind: Fleet\nmetadata: { name: web }\nspec: {}\n';
    expect(await placesIn(rule('{ version: v2 }'), SET, operated)).toEqual(['unknown 7:19']);
  });

  test('is unknown where a workload that has the labels names no namespace', async () => {
    const [dest, web] = [
      rule('{ version: v2 }', { namespace: 'shop' }),
      service('web', { app: 'web' }, undefined, 'shop'),
    ];
    const one = workload('one', { namespace: 'shop', labels: { app: 'web', version: 'v1' } });
    const two = workload('two', { labels: { app: 'web', version: 'v2' } });
    const found = await foundBy(RULE, documents(dest, web, one, two));
    expect(found).toMatchObject([
      { verdict: 'unknown', doubt: 'Deployment two names no namespace; applied in shop, it is selected' },
    ]);
  });

  test('with a label that there cannot be is invalid, and nothing else', async () => {
    const findings = await lint(documents(rule("{ version: 'v2.' }"), SET));
    expect(findings.map(brief)).toEqual(['invalid-selector definite 7:38']);
    const filledIn = await lint(documents(rule(`{ version: '\${VERSION}' }`), SET));
    expect(filledIn.map(brief)).toEqual(['invalid-selector unknown 7:38']);
  });

  test('of another kind of that name is none', async () => {
    const other = rule('{ version: v2 }').replace('networking.istio.io', 'example.com');
    expect(await placesIn(other, SET)).toEqual([]);
  });
});

describe('a route to a subset', () => {
  const ROUTE = 'route-subset-missing';

  /** A VirtualService with its routes on line 5. */
  const route = (spec: string, namespace = 'default'): string => `apiVersion: networking.istio.io/v1
kind: VirtualService
metadata: { name: web, namespace: ${namespace} }
spec:
  ${spec}
`;
  const http = (destination: string): string =>
    route(`http: [{ route: [{ destination: { ${destination} } }] }]`);
  const DEFINED = rule('{ version: v1 }').replace('v2', 'stable');
  const found = (...texts: readonly string[]) => foundBy(ROUTE, documents(...texts));

  test('that there is not', async () => {
    const findings = await found(http('host: web, subset: stabel'), DEFINED);
    expect(places(findings)).toEqual(['definite 5:56']);
    expect(findings[0]).toMatchObject({
      message:
        'VirtualService default/web routes to subset stabel of web, which no DestinationRule defines, so that such requests fail: DestinationRule web has stable',
      mend: '"stable" is probably meant',
      related: [{ object: 'DestinationRule web', path: 'spec.subsets' }],
      fix: { isSafe: false, edits: [{ text: 'stable' }] },
    });
  });

  test.each([
    ['a mirror', 'http: [{ mirror: { host: web, subset: v9 } }]', 'definite 5:41'],
    [
      'one of several mirrors',
      'http: [{ mirrors: [{ destination: { host: web, subset: v9 } }] }]',
      'definite 5:58',
    ],
    ['TLS', 'tls: [{ route: [{ destination: { host: web, subset: v9 } }] }]', 'definite 5:55'],
    ['TCP', 'tcp: [{ route: [{ destination: { host: web, subset: v9 } }] }]', 'definite 5:55'],
  ])('by %s', async (_, spec, place) => {
    expect(places(await found(route(spec), DEFINED))).toEqual([place]);
  });

  test.each([
    ['that there is', http('host: web, subset: stable'), DEFINED],
    ['by its whole name', http('host: web.default.svc.cluster.local, subset: stable'), DEFINED],
    ['of no name', http('host: web'), DEFINED],
    [
      'of many hosts',
      http('host: web, subset: stable'),
      DEFINED.replace('host: web', "host: '*.default.svc.cluster.local'"),
    ],
    ['of all hosts', http('host: web, subset: stable'), DEFINED.replace('host: web', "host: '*'")],
    ['of another group', http('host: web, subset: x').replace('networking.istio.io', 'example.com'), DEFINED],
  ])('%s is right', async (_, ...texts) => {
    expect(await found(...texts)).toEqual([]);
  });

  test.each([
    ['nothing was read of the host', http('host: api, subset: stable'), DEFINED],
    [
      'the host is of another namespace',
      route('http: [{ mirror: { host: web, subset: stable } }]', 'shop'),
      DEFINED,
    ],
    ['the host has no whole name', http('host: web.default, subset: stable'), DEFINED],
  ])('is possible where %s', async (_, ...texts) => {
    const [finding] = await found(...texts);
    expect(finding?.verdict).toBe('possible');
    expect(finding?.doubt).toMatch(/^no DestinationRule for \S+ was read$/);
    expect(finding?.message).not.toContain('fail');
  });

  test.each([
    ['something could not be read', http('host: web, subset: v9'), DEFINED, 'a: [\n'],
    ['its name is filled in', http(`host: web, subset: '\${VERSION}'`), DEFINED],
    [
      'names of subsets are filled in',
      http('host: web, subset: v9'),
      DEFINED.replace('stable', `'\${VERSION}'`),
    ],
  ])('is unknown where %s', async (_, ...texts) => {
    expect((await found(...texts)).map(({ verdict }) => verdict)).toEqual(['unknown']);
  });

  test('names that are filled in the same way are the same', async () => {
    const filled = DEFINED.replace('stable', `'\${VERSION}'`);
    expect(await found(http(`host: web, subset: '\${VERSION}'`), filled)).toEqual([]);
  });
});
