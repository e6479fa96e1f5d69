import { IGNORE_RULES } from '../../src/cli/lint/ignore-rules.ts';
import { DIFF_RULES } from '../../src/lint/diff-rules.ts';
import { RULES } from '../../src/lint/rules.ts';
import { DESCRIBED_PATTERNS } from '../../src/manifests/check-described-kinds.ts';
import { CLAIM_KINDS, type ClaimKind } from '../../src/manifests/claim.ts';
import { DESCRIBED_BLANKS, DESCRIBED_FORMS, onlySelectedBy } from '../../src/manifests/described-kind.ts';
import { isInNamespace } from '../../src/manifests/namespace-of.ts';
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

const CLAIMS = Object.keys(CLAIM_KINDS) as readonly ClaimKind[];
const SELECTED = Object.keys(SELECTED_KINDS);

/** Where a selector cannot look in its own namespace: what selects what is in none. */
const HOMELESS = SELECTED.filter((kind) => !isInNamespace(kind));

/** What follows from what a selector does: what it selects, and where it looks. */
function consequences(): readonly object[] {
  const kinds = new Set(CLAIMS.flatMap((claim) => onlySelectedBy(claim) ?? []));
  const ofKinds = [...kinds].map((kind) => ({
    if: {
      required: ['does'],
      properties: { does: { enum: CLAIMS.filter((claim) => onlySelectedBy(claim) === kind) } },
    },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: {
      properties: {
        of: { enum: [kind] },
        ...(isInNamespace(kind) ? {} : { namespaces: { enum: ['every'] } }),
      },
    },
  }));
  const homeless = {
    if: { required: ['of'], properties: { of: { enum: HOMELESS } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { properties: { namespaces: { enum: ['every'] } } },
  };
  const terms = {
    if: { required: ['form'], properties: { form: { const: 'NodeSelector' } } },
    // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
    then: { not: { required: ['empty'] } },
  };
  return [...ofKinds, homeless, terms];
}

const SELECTOR = {
  ...object(
    {
      path: text('Where it stands in the object, [] behind the names of lists: spec.routes[].selector.', {
        pattern: DESCRIBED_PATTERNS.path.source,
      }),
      form: words('How it is written; LabelSelector where nothing is said.', DESCRIBED_FORMS),
      does: words('What the object does to what it selects.', CLAIMS),
      of: words(
        'What it selects; Pod where nothing is said, or the only kind that this is done to.',
        SELECTED,
      ),
      namespaces: words(
        'Where it looks; where nothing is said, in its own namespace, or everywhere if there is none.',
        ['own', 'every'],
      ),
      namespaceSelector: text('A field beside it, with a LabelSelector of the namespaces where it looks.', {
        pattern: DESCRIBED_PATTERNS.field.source,
      }),
      missing: words('What it means where it is missing; no-claim where nothing is said.', DESCRIBED_BLANKS),
      empty: words(
        'What it means where it says nothing; everything where nothing is said. Not for a NodeSelector.',
        DESCRIBED_BLANKS,
      ),
    },
    ['path', 'does'],
    'A field that holds a selector.',
  ),
  allOf: consequences(),
};

const KIND = {
  ...object(
    {
      group: text('The part of apiVersion before the slash; all versions are meant.', {
        pattern: DESCRIBED_PATTERNS.group.source,
      }),
      kind: text('The kind, as objects have it.', { pattern: DESCRIBED_PATTERNS.kind.source }),
      namespaced: {
        description: 'Whether its objects are in namespaces; they are where nothing is said.',
        type: 'boolean',
      },
      template: text('Where its pod template stands, as spec.template.', {
        pattern: DESCRIBED_PATTERNS.path.source,
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
  if: { required: ['namespaced'], properties: { namespaced: { const: false } } },
  // biome-ignore lint/suspicious/noThenProperty: a word of JSON Schema
  then: {
    not: { required: ['template'] },
    properties: { selectors: { items: { properties: { namespaces: { enum: ['every'] } } } } },
  },
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
