import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, labelwise, ROOT } from './built-command.ts';

const pod = (name: string, labels: string, namespace = 'shop'): string =>
  `apiVersion: v1\nkind: Pod\nmetadata:\n  name: ${name}\n  namespace: ${namespace}\n  labels: {${labels}}\n`;
const cwd = folderWith({
  'one.yaml': pod('web', 'app: web, enviroment: production'),
  'many.yaml': [
    pod('web', 'app: web'),
    pod('db', 'app: db'),
    pod('web', 'app: web', 'staging'),
    pod('web', 'app: svc').replace('Pod', 'Service'),
  ].join('---\n'),
  'broken.yaml': `${pod('web', 'app: web')}---\n- [\n`,
});
const run = (...args: string[]): ReturnType<typeof labelwise> => labelwise(['explain', ...args], { cwd });

describe('labelwise explain', () => {
  test('the only object of a file', () => {
    const { status, stdout } = run('app=web,environment=production', 'one.yaml');
    expect(stdout.split('\n')).toEqual([
      'Pod shop/web does not match app=web,environment=production  (one.yaml:1)',
      '  yes  app=web                 app is "web"',
      '  no   environment=production  environment is absent',
      expect.stringMatching(/^ {7}hint: .*"enviroment"/),
      '',
    ]);
    expect(status).toBe(1);
  });

  test.each([
    ['db', 'app is "db"'],
    ['service/web', 'app is "svc"'],
    ['staging/pod/web', 'app is "web"'],
  ])('the object named %s', (of, words) => {
    const { status, stdout } = run('app', 'many.yaml', '--of', of);
    expect(stdout).toContain(words);
    expect(status).toBe(0);
  });

  test('a namespace may tell namesakes apart', () => {
    expect(run('app', 'many.yaml', '--of', 'web', '-n', 'staging').status).toBe(0);
  });

  test('not clear which: says which there are', () => {
    const { status, stdout, stderr } = run('app', 'many.yaml', '--of', 'pod/web');
    expect(stderr).toBe(
      [
        'error: several objects are called "pod/web"; choose one with --of [namespace/]kind/name:',
        '  shop/Pod/web (many.yaml:1)',
        '  staging/Pod/web (many.yaml:15)',
        '',
      ].join('\n'),
    );
    expect(stdout).toBe('');
    expect(status).toBe(2);
    expect(run('app', 'many.yaml').stderr).toContain('shop/Service/web (many.yaml:22)');
  });

  test('no such object: says which there are, the nearest of them if any is near', () => {
    const { status, stderr } = run('app', 'many.yaml', '--of', 'pod/we');
    expect(stderr).toBe(
      'error: there is no object "pod/we" in the input; the nearest are:\n' +
        '  shop/Pod/web (many.yaml:1)\n  staging/Pod/web (many.yaml:15)\n',
    );
    expect(status).toBe(2);
    const ofKind = run('app', 'many.yaml', '--of', 'svc/frontend').stderr;
    expect(ofKind).toContain('in the input; of this kind there is:\n  shop/Service/web (many.yaml:22)\n');
    expect(run('app', 'many.yaml', '--of', 'deployment/web').stderr).toContain(
      'in the input; the nearest are:\n  shop/Pod/web',
    );
    expect(run('app', 'many.yaml', '--of', 'node/frontend').stderr).toContain(
      'in the input; there are:\n  shop/Pod/web',
    );
  });

  test('a broken neighbour is reported, and the answer given: exit 2', () => {
    const { status, stdout, stderr } = run('app', 'broken.yaml');
    expect(stdout).toContain('Pod shop/web matches app');
    expect(stderr).toMatch(/^broken\.yaml:\d+:\d+: error:/);
    expect(status).toBe(2);
  });

  test('-o json has the object and the explanation', () => {
    expect(JSON.parse(run('-o', 'json', 'app=web', 'one.yaml').stdout)).toMatchObject({
      selector: 'app=web',
      object: { kind: 'Pod', namespace: 'shop', name: 'web', source: 'one.yaml:1', labels: { app: 'web' } },
      matches: true,
      alternatives: [{ requirements: [{ satisfied: true }] }],
    });
  });
});

test('the tour of the examples runs to its end', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(ROOT, 'examples/tour.js')], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(stdout).toContain('payments-6f7b8c9d5-6fd8k');
  expect(stdout).toMatch(/hint: .*"enviroment"/);
});
