import { IGNORE_RULES } from '../../src/cli/lint/ignore-rules.ts';
import { DIFF_RULES } from '../../src/lint/diff-rules.ts';
import { RULES } from '../../src/lint/rules.ts';
import { CLAIM_KINDS } from '../../src/manifests/claim.ts';
import { DESCRIBED_FORMS } from '../../src/manifests/described-kind.ts';
import { SELECTED_KINDS } from '../../src/manifests/target.ts';
import { patternOf } from './pattern.ts';

const SEVERITIES = ['error', 'warning', 'advice'];

function object(properties: object, required: readonly string[], description: string): object {
  return { description, type: 'object', additionalProperties: false, required, properties };
}

function text(description: string, more: object = {}): object {
  return { description, type: 'string', minLength: 1, ...more };
}

function words(description: string, choices: readonly string[]): object {
  return { description, enum: choices };
}

const FIELD = '[A-Za-z_$][\\w$-]*(\\[\\])?';

const SELECTOR = object(
  {
    path: text('Where it stands in the object, [] behind the names of lists: spec.routes[].selector.', {
      pattern: `^${FIELD}(\\.${FIELD})*$`,
    }),
    form: words('How it is written; LabelSelector where nothing is said.', DESCRIBED_FORMS),
    does: words('What the object does to what it selects.', Object.keys(CLAIM_KINDS)),
    of: words('What it selects; Pod where nothing is said.', Object.keys(SELECTED_KINDS)),
    namespaces: words('Where it looks; its own namespace where nothing is said.', ['own', 'every']),
    missing: words('What it means where it is missing; no-claim where nothing is said.', [
      'everything',
      'nothing',
      'no-claim',
      'refused',
    ]),
    empty: words('What it means where it says nothing; everything where nothing is said.', [
      'everything',
      'nothing',
      'no-claim',
      'refused',
    ]),
  },
  ['path', 'does'],
  'A field that holds a selector.',
);

const KIND = {
  ...object(
    {
      group: text('The part of apiVersion before the slash.'),
      kind: text('The kind, as objects have it.'),
      template: text('Where its pod template stands, as spec.template.', {
        pattern: `^${FIELD}(\\.${FIELD})*$`,
      }),
      pods: words(
        'Of a kind without a template: whether its controller makes pods for it. elsewhere where nothing is said.',
        ['none', 'elsewhere'],
      ),
      adds: {
        description: 'Keys of labels that its controller adds to the pods of its template.',
        type: 'array',
        items: { type: 'string', pattern: `^${patternOf('key')}$` },
      },
      immutable: { description: 'Whether the API server refuses changes to its selectors.', type: 'boolean' },
      selectors: { description: 'Where it has selectors.', type: 'array', items: SELECTOR },
    },
    ['group', 'kind'],
    'A kind that labelwise does not know.',
  ),
  not: { required: ['template', 'pods'] },
  dependencies: { adds: ['template'] },
};

const IGNORE = object(
  {
    rule: { $ref: '#/definitions/rule' },
    object: text('Name, kind/name or namespace/kind/name of what it is about.'),
    file: text('A pattern of the files it is about, below the folder of the configuration.'),
    reason: text('Why this is to be ignored.'),
  },
  ['rule', 'reason'],
  'Findings that are known and meant.',
);

/** The JSON Schema of `labelwise.yaml`. */
export function printConfigSchema(): string {
  const rules = [...RULES, ...DIFF_RULES, ...IGNORE_RULES];
  const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] });
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from the rules of the linter: npm run grammar',
    title: 'labelwise.yaml',
    description: 'The configuration of labelwise lint. All of it is optional.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      rules: orNull({
        description:
          'How bad what is found is: error, warning, advice, off, or on for what the rule says itself.',
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(
          rules.map(({ id, title }) => [id, { description: title, $ref: '#/definitions/severity' }]),
        ),
      }),
      namespace: text('Where objects are applied that name no namespace; default where nothing is said.'),
      failOn: words('From which severity on findings fail a run; warning where nothing is said.', SEVERITIES),
      ignore: orNull({ type: 'array', items: IGNORE }),
      exclude: orNull({
        description: 'Patterns of files that are not read where a folder is.',
        type: 'array',
        items: text('A pattern.'),
      }),
      kinds: orNull({ description: 'Kinds that labelwise does not know.', type: 'array', items: KIND }),
    },
    definitions: {
      rule: { enum: rules.map(({ id }) => id) },
      // YAML 1.1 reads off and on as booleans.
      severity: { enum: [...SEVERITIES, 'off', 'on', false, true] },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
