import { MAX_NAME_BYTES, MAX_PREFIX_BYTES } from '../../src/labels/limits.ts';
import { patternOf } from './pattern.ts';

/** A key: its name is short, and so is its prefix; a look ahead tells, since a schema measures whole texts only. */
function keySchema(): object {
  return {
    description: `A label key: a name of at most ${MAX_NAME_BYTES} characters, behind a DNS prefix of at most ${MAX_PREFIX_BYTES} and a slash if it has one.`,
    type: 'string',
    pattern: `^(?=[^/]{1,${MAX_NAME_BYTES}}$|[^/]{1,${MAX_PREFIX_BYTES}}/[^/]{1,${MAX_NAME_BYTES}}$)${patternOf('key')}$`,
  };
}

function valueSchema(): object {
  return {
    description: `A label value: empty, or at most ${MAX_NAME_BYTES} characters, with letters or digits at both ends.`,
    type: 'string',
    maxLength: MAX_NAME_BYTES,
    pattern: `^(?:${patternOf('value')})?$`,
  };
}

function expression(operators: readonly string[], values: object): object {
  return { properties: { operator: { enum: operators }, values } };
}

/** The JSON Schema of a LabelSelector (apimachinery `meta/v1` and its validation). */
export function printLabelSelectorSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Generated from the parser: npm run grammar',
    title: 'LabelSelector',
    description:
      'Which sets of labels are selected: those that satisfy all of matchLabels and matchExpressions. An empty one selects everything; null selects nothing.',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: {
      matchLabels: {
        description: 'Keys that must be there, each with this value.',
        type: ['object', 'null'],
        propertyNames: { $ref: '#/definitions/key' },
        additionalProperties: { $ref: '#/definitions/value' },
      },
      matchExpressions: {
        description: 'Requirements that must all hold.',
        type: ['array', 'null'],
        items: { $ref: '#/definitions/requirement' },
      },
    },
    definitions: {
      key: keySchema(),
      value: valueSchema(),
      requirement: {
        description: 'A requirement on one key.',
        type: 'object',
        additionalProperties: false,
        required: ['key', 'operator'],
        properties: {
          key: { $ref: '#/definitions/key' },
          operator: {
            description:
              'In: the key is there with one of the values. NotIn: it is not there, or has none of them. Exists: it is there. DoesNotExist: it is not there.',
            enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'],
          },
          values: {
            description: 'At least one for In and NotIn; none for Exists and DoesNotExist.',
            type: ['array', 'null'],
            items: { $ref: '#/definitions/value' },
          },
        },
        oneOf: [
          { required: ['values'], ...expression(['In', 'NotIn'], { type: 'array', minItems: 1 }) },
          expression(['Exists', 'DoesNotExist'], { type: ['array', 'null'], maxItems: 0 }),
        ],
      },
    },
  };
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}
