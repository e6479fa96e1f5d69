import { describe, expect, test } from 'vitest';
import { folderWith, labelwise } from './built-command.ts';

describe('labelwise check', () => {
  test('valid selectors: exit 0', () => {
    const { status, stdout, stderr } = labelwise(['check', 'a=b', '!c', '']);
    expect(stdout).toBe(
      'valid: a=b\nvalid: !c\nvalid: (empty: selects everything)\n3 selectors: 3 valid, 0 invalid\n',
    );
    expect(stderr).toBe('');
    expect(status).toBe(0);
  });

  test('an invalid one: exit 1, every mistake with its caret and its fix', () => {
    const { status, stdout } = labelwise(['check', 'a: b, c not in (d)']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('invalid: a: b, c not in (d)');
    const carets = lines.flatMap((line, index) => (/^ +\^+$/.test(line) ? [[lines[index - 1], line]] : []));
    expect(carets.map(([text = '', caret = '']) => text.slice(caret.indexOf('^'), caret.length))).toEqual([
      ':',
      'not in',
    ]);
    expect(stdout).toContain('fix: write "notin"');
    expect(status).toBe(1);
  });

  test('lines of standard input keep their numbers, wide ones too', () => {
    const input = `${'a=b\n'.repeat(11)}a=b c\r\n\na=d`;
    for (const args of [['check'], ['check', '-']]) {
      const { status, stdout } = labelwise(args, { input });
      const [shown = '', caret = ''] = stdout.split('\n').slice(12);
      expect(stdout).toContain('<stdin>:12: invalid: a=b c\n');
      expect(shown).toBe('  12 | a=b c');
      expect(shown.slice(caret.indexOf('^'), caret.length)).toBe('c');
      expect(stdout).toContain('14 selectors: 13 valid, 1 invalid');
      expect(status).toBe(1);
    }
  });

  test('a line that is not UTF-8 is unreadable input: exit 2, and the others are checked', () => {
    const { status, stdout, stderr } = labelwise(['check', '-'], {
      input: Buffer.from('a=b\nx=\xff\nc', 'latin1'),
    });
    expect(stderr).toContain('<stdin>:2:3: error: the byte 0xff is not valid UTF-8 here');
    expect(stdout).toContain('<stdin>:3: valid: c');
    expect(status).toBe(2);
  });

  test('-o json is one array, with text, verdict, print and diagnostics', () => {
    const { status, stdout } = labelwise(['check', '-o', 'json', 'b, a=1', 'a in b', 'x in (y,)']);
    expect(JSON.parse(stdout)).toMatchObject([
      { selector: 'b, a=1', ok: true, print: 'a=1,b', diagnostics: [], warnings: [] },
      { selector: 'a in b', ok: false, print: null, diagnostics: [{ code: 'missing-set' }] },
      { selector: 'x in (y,)', ok: true, warnings: [{ code: 'empty-set-value' }] },
    ]);
    expect(status).toBe(1);
    expect(JSON.parse(labelwise(['check', '-o', 'json', '-']).stdout)).toEqual([]);
  });

  test('what a selector holds cannot drive the terminal', () => {
    expect(labelwise(['check', 'a=\u001b[2J']).stdout).not.toContain('\u001b');
  });
});

describe('labelwise fmt', () => {
  test('prints canonically, one on a line', () => {
    const { status, stdout } = labelwise(['fmt', 'tier in (web, api), app = shop', ' ', '!b,a']);
    expect(stdout).toBe('app=shop,tier in (api,web)\n\na,!b\n');
    expect(status).toBe(0);
  });

  test('is a filter: what is invalid goes to standard error', () => {
    const { status, stdout, stderr } = labelwise(['fmt'], { input: 'b , a\na in\nc\n' });
    expect(stdout).toBe('a,b\nc\n');
    expect(stderr).toContain('<stdin>:2: error: this selector is not valid\n  2 | a in\n');
    expect(status).toBe(1);
  });
});

describe('labelwise match', () => {
  test('says why, and exits 0 or 1', () => {
    const yes = labelwise(['match', 'app=web,!debug', 'app=web']);
    expect(yes.stdout).toBe('match\n  yes  app=web  app is "web"\n  yes  !debug   debug is absent\n');
    expect(yes.status).toBe(0);
    const no = labelwise(['match', 'environment=production', 'enviroment=production']);
    expect(no.stdout).toContain('no match\n  no   environment=production  environment is absent\n');
    expect(no.stdout).toMatch(/hint: .*"enviroment"/);
    expect(no.status).toBe(1);
  });

  test.each([
    ['a mapping in YAML', 'labels.yaml', 'app: web\ntier: ""\n'],
    ['a mapping in JSON', 'labels.json', '{"app": "web", "tier": null}'],
    ['labels that look like an object', 'kind.yaml', 'kind: x\nmetadata: z\napp: web\ntier: ""\n'],
    [
      'an object in YAML',
      'pod.yaml',
      '---\nkind: Pod\nmetadata:\n  labels: {app: web, tier: ""}\n---\n# end\n',
    ],
    ['an object in JSON', 'pod', '{"kind": "Pod", "metadata": {"labels": {"app": "web", "tier": ""}}}'],
  ])('reads labels from %s', (_, name, content) => {
    const cwd = folderWith({ [name]: content });
    expect(labelwise(['match', 'app=web,tier=', '--labels-from', name], { cwd }).status).toBe(0);
    expect(labelwise(['match', 'app=web,tier=', '-f', '-'], { input: content }).status).toBe(0);
    expect(labelwise(['match', 'app=web', '-f', name, 'app=other'], { cwd }).status).toBe(1);
  });

  test('what is no label set is refused at its place: exit 2', () => {
    const cwd = folderWith({
      'a.yaml': 'app: web\nversion: 1.0\n',
      'b.yaml': 'app: web\n---\napp: api\n',
      'c.yaml': '- a\n',
    });
    const number = labelwise(['match', 'app', '-f', 'a.yaml'], { cwd });
    expect(number.stderr).toContain('a.yaml:2:10: error: the label "version" is the number 1.0');
    expect(number.stderr).toContain('fix: quote it: "1.0"');
    const several = labelwise(['match', 'app', '-f', 'b.yaml'], { cwd });
    expect(several.stderr).toContain('b.yaml:2:1: error: a second document begins here');
    const list = labelwise(['match', 'app', '-f', 'c.yaml'], { cwd });
    expect(list.stderr).toContain('c.yaml:1:1: error: the content is a list; labels are a mapping');
    const missing = labelwise(['match', 'app', '-f', 'none.yaml'], { cwd });
    expect(missing.stderr).toBe('none.yaml: error: no such file or folder\n');
    expect([number, several, list, missing].map(({ status }) => status)).toEqual([2, 2, 2, 2]);
  });

  test('labels from an input without any are warned of: a pipe may have been empty', () => {
    const { status, stdout, stderr } = labelwise(['match', '!app', '-f', '-']);
    expect(stderr).toBe('warning: there are no labels in <stdin>\n');
    expect(stdout).toContain('match\n');
    expect(status).toBe(0);
  });

  test('labels that no object can have are warned of, and matched all the same', () => {
    const { status, stderr } = labelwise(['match', 'a!=b', 'a=-']);
    expect(stderr).toMatch(/^warning: labels\S*a\S*: /);
    expect(status).toBe(0);
  });

  test('-o json has the explanation', () => {
    const { stdout } = labelwise(['match', '-o', 'json', 'a=b', 'a=c']);
    expect(JSON.parse(stdout)).toMatchObject({
      selector: 'a=b',
      matches: false,
      alternatives: [{ requirements: [{ requirement: { key: 'a' }, satisfied: false, actual: 'c' }] }],
    });
  });
});

describe('wrong usage: exit 2, and what to do instead', () => {
  test.each([
    [[], 'Usage: labelwise'],
    [['slect'], 'Did you mean select?'],
    [['help', 'slect'], 'Did you mean select?'],
    [['check', '--outptu', 'json'], 'Did you mean --output?'],
    [['check', '-o', 'yaml'], 'Allowed choices are text, json'],
    [['check'], 'no selector was given'],
    [['check', '-', '-'], 'standard input can be read only once'],
    [['match'], "missing required argument 'selector'"],
    [['match', 'a in', 'a=b'], 'error: the selector is not valid\n  1 | a in\n'],
    [['match', 'a', 'b'], 'write key=value'],
    [['match', 'a', 'b=1', 'b=2'], '"b" is given twice'],
    [['select'], 'no selector'],
    [['select', '-l', 'a', '-l', 'b in'], 'the selector is not valid'],
    [['explain', 'a', '--of', 'x/'], 'write name, kind/name or namespace/kind/name'],
  ])('%j', (args, words) => {
    const { status, stdout, stderr } = labelwise(args);
    expect(stderr).toContain(words);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('help and version are what was asked for: exit 0', () => {
    for (const args of [['--help'], ['help', 'select'], ['select', '-h'], ['--version']]) {
      const { status, stdout, stderr } = labelwise(args);
      expect(stdout).not.toBe('');
      expect(stderr).toBe('');
      expect(status).toBe(0);
    }
    expect(labelwise(['--version']).stdout).toMatch(/^\d+\.\d+\.\d+/);
  });
});

describe('colour', () => {
  const args = ['match', 'a=b', 'a=c'];

  test('is for terminals, unless FORCE_COLOR says otherwise; NO_COLOR has the last word', () => {
    expect(labelwise(args).stdout).not.toContain('\u001b');
    expect(labelwise(args, { environment: { FORCE_COLOR: '1' } }).stdout).toContain('\u001b[31mno ');
    expect(labelwise(args, { environment: { FORCE_COLOR: '1', NO_COLOR: '1' } }).stdout).not.toContain(
      '\u001b',
    );
    expect(labelwise(['match'], { environment: { FORCE_COLOR: '1' } }).stderr).toContain('\u001b[31merror:');
  });
});
