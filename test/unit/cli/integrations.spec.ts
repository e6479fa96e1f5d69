import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { devNull } from 'node:os';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

const require = createRequire(import.meta.url);

function fileOf(name: string): unknown {
  return parse(readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8'));
}

function errorsOf(schema: string, data: unknown): unknown {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const isValid = ajv.compile(require(`schemastore/schemas/json/${schema}`));
  return isValid(data) ? null : isValid.errors;
}

describe('what other tools read', () => {
  test('the GitHub Action is defined as their schema has it', () => {
    const action = fileOf('action.yml');
    expect(errorsOf('github-action.json', action)).toBe(null);
    expect(errorsOf('github-action.json', { ...(action as object), runs: {} })).not.toBe(null);
    expect(action).toMatchObject({ inputs: { paths: { default: '.' } }, runs: { using: 'composite' } });
    // An input that stands in a command could become one.
    const { steps } = (action as { runs: { steps: { run?: string }[] } }).runs;
    for (const { run = '' } of steps) expect(run).not.toContain('${{');
  });

  test.each([
    ['.', '[.]'],
    [' k8s/  charts/\n- odd\n', '[k8s/][charts/][-][odd]'],
    ['', '[.]'],
  ])('the GitHub Action lints the paths of %j', (paths, given) => {
    const { steps } = (fileOf('action.yml') as { runs: { steps: { run?: string }[] } }).runs;
    const script = steps.map(({ run = '' }) => run).join('\n');
    // What is run is shown, and not run.
    const shown = `npx() { printf '[%s]' "$@"; echo; }\n${script}`;
    const env = {
      ...process.env,
      ...{ PATHS: paths, VERSION: '1.2.3', FAIL_ON: 'error', SARIF: '', CONFIG: 'a b.yaml' },
      GITHUB_STEP_SUMMARY: devNull,
    };
    const options = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', shown];
    expect(spawnSync('bash', options, { env, encoding: 'utf8' })).toMatchObject({
      stdout: `[--yes][labelwise@1.2.3][lint][--fail-on][error][--config][a b.yaml][-o][github][--]${given}\n`,
      stderr: '',
      status: 0,
    });
  });

  test('the pre-commit hook is defined as their schema has it', () => {
    const hooks = fileOf('.pre-commit-hooks.yaml');
    expect(errorsOf('pre-commit-hooks.json', hooks)).toBe(null);
    expect(errorsOf('pre-commit-hooks.json', [{ id: 'x' }])).not.toBe(null);
    expect(hooks).toMatchObject([{ id: 'labelwise', entry: 'labelwise lint', pass_filenames: false }]);
  });
});
