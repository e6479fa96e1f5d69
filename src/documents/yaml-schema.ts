import { type ScalarTag, Schema } from 'yaml';

const TRUE = /^(?:[Yy]|[Yy]es|YES|[Tt]rue|TRUE|[Oo]n|ON)$/;
const BOOLEAN = /^(?:[YyNn]|[Yy]es|YES|[Nn]o|NO|[Tt]rue|TRUE|[Ff]alse|FALSE|[Oo]n|ON|[Oo]ff|OFF)$/;
const NULL = /^(?:~|[Nn]ull|NULL)?$/;
const INTEGER = /^[-+]?(?:0[xX][0-9a-fA-F_]+|0[bB][01_]+|0[oO]?[0-7_]*|[1-9][0-9_]*)$/;
const FLOAT =
  /^(?:[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;

/** The value of an integer of any base; a bigint where a number would round it. */
function integerOf(source: string): number | bigint {
  const digits = source
    .replace(/_/g, '')
    .replace(/^[-+]/, '')
    .replace(/^0(?=[0-7])/, '0o');
  const value = BigInt(source.startsWith('-') ? 0 : digits) - BigInt(source.startsWith('-') ? digits : 0);
  return Number.isSafeInteger(Number(value)) ? Number(value) : value;
}

function floatOf(source: string): number {
  if (/nan$/i.test(source)) return Number.NaN;
  if (/inf$/i.test(source)) return source.startsWith('-') ? -Infinity : Infinity;
  return Number(source.replace(/_/g, ''));
}

const nullTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:null',
  default: true,
  test: NULL,
  identify: (value) => value === null,
  resolve: () => null,
  stringify: () => 'null',
};

const booleanTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:bool',
  default: true,
  test: BOOLEAN,
  identify: (value) => typeof value === 'boolean',
  resolve: (source) => TRUE.test(source),
  stringify: ({ value }) => String(value),
};

const integerTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:int',
  default: true,
  test: INTEGER,
  identify: (value) => Number.isInteger(value) || typeof value === 'bigint',
  resolve: integerOf,
  stringify: ({ value }) => String(value),
};

const floatTag: ScalarTag = {
  tag: 'tag:yaml.org,2002:float',
  default: true,
  test: FLOAT,
  identify: (value) => typeof value === 'number',
  resolve: floatOf,
  stringify: ({ value }) => String(value),
};

/**
 * What a plain scalar is, as Kubernetes reads it (sigs.k8s.io/yaml, and go-yaml v2 beneath): `yes`, `on` and `y` are
 * booleans, `0644` is octal, `1_000` is a number, and dates are strings. YAML 1.2 would read all of these otherwise,
 * and would take for a string what the API server refuses as a label.
 */
export const kubernetesSchema: Schema = new Schema({
  schema: 'failsafe',
  merge: true,
  customTags: (tags) => [...tags, nullTag, booleanTag, integerTag, floatTag],
});
