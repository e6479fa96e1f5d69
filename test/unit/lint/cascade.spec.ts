import { describe, expect, test } from 'vitest';
import { stringify } from 'yaml';
import type { LintFinding } from '../../../src/manifests.ts';
import { crowd, type Manifest } from './crowd.ts';
import { type Inputs, lintInputs } from './manifest-set.ts';

/** A replacement that makes a document unreadable. */
type Slip = readonly [from: string | RegExp, to: string];

/** How objects are written, and how one of them is broken. */
interface Format {
  readonly write: (manifest: Manifest) => string;
  readonly inputs: (texts: readonly string[]) => Inputs;
  readonly slips: readonly Slip[];
}

function oneFile(name: string, join: (texts: readonly string[]) => string): Format['inputs'] {
  return (texts) => new Map([[name, join(texts)]]);
}

function oneFileEach(extension: string): Format['inputs'] {
  return (texts) => new Map(texts.map((text, index) => [`${index}.${extension}`, text]));
}

const indented = (manifest: Manifest) => JSON.stringify(manifest, null, 2);

const YAML_SLIPS: readonly Slip[] = [
  ['spec:', 'spec: ['],
  ['metadata:', 'metadata: "'],
  [/\n {2}name: /, '\n\tname: '],
  ['kind: ', 'kind: kind: '],
];

/** What leaves brackets and strings closed, by which documents in one text are told from each other. */
const MILD_JSON_SLIPS: readonly Slip[] = [
  [/,\s*"kind"/, ' "kind"'],
  [/"kind": */, '"kind" '],
  ['"kind"', 'kind'],
];

const JSON_SLIPS: readonly Slip[] = [
  ...MILD_JSON_SLIPS,
  [/\}$/, ''],
  [/"spec": ?\{/, '"spec": {{'],
  [/"name": ?"/, '"name": '],
];

const FORMATS: Readonly<Record<string, Format>> = {
  'documents of a YAML file': {
    write: (manifest) => stringify(manifest),
    inputs: oneFile('crowd.yaml', (texts) => texts.join('---\n')),
    slips: YAML_SLIPS,
  },
  'lines of JSON': {
    write: (manifest) => JSON.stringify(manifest),
    inputs: oneFile('crowd.ndjson', (texts) => texts.join('\n')),
    slips: JSON_SLIPS,
  },
  'JSON files': { write: indented, inputs: oneFileEach('json'), slips: JSON_SLIPS },
  'documents of a JSON file': {
    write: indented,
    inputs: oneFile('crowd.json', (texts) => texts.join('\n')),
    slips: MILD_JSON_SLIPS,
  },
  'items of a JSON list': {
    write: indented,
    inputs: oneFile('list.json', (texts) => `{"kind": "List", "items": [\n${texts.join(',\n')}\n]}`),
    slips: MILD_JSON_SLIPS,
  },
};

const CROWD = crowd();

/** Every 26th document, so that each kind has its turn. */
const EVERY_26TH = CROWD.flatMap((_, index) => (index % 26 === 0 ? [index] : []));

/** Every 25th document: all of them are Deployments. */
const EVERY_25TH = CROWD.flatMap((_, index) => (index % 25 === 0 ? [index] : []));

function partOf(index: number, field: string): Manifest {
  return Object(CROWD[index]?.[field]);
}

function titleOf(index: number): string {
  const { namespace, name } = partOf(index, 'metadata');
  return `${CROWD[index]?.kind} ${namespace}/${name}`;
}

function keyOf({ rule, object, path }: LintFinding): string {
  return `${rule} of ${object} at ${path}`;
}

/** Whether something selects nothing, which is not known where there may be things that could not be read. */
function isIdle({ rule }: LintFinding): boolean {
  return rule.endsWith('-selects-nothing');
}

/** What differs in findings, in words, but for what may: those of the broken object, and what is unknown now. */
function cascade(before: readonly LintFinding[], after: readonly LintFinding[], broken: string): string[] {
  const was = new Map(before.map((finding) => [keyOf(finding), finding]));
  const is = new Map(after.map((finding) => [keyOf(finding), finding]));
  const isOfBroken = ({ object, related }: LintFinding) =>
    object === broken || related.some((place) => place.object === broken);
  const gone = before.filter((finding) => !is.has(keyOf(finding)) && !isOfBroken(finding));
  const other = after.filter((finding) => {
    const earlier = was.get(keyOf(finding))?.verdict;
    if (earlier === finding.verdict || finding.object === broken) return false;
    return !(finding.verdict === 'unknown' && (earlier !== undefined || isIdle(finding)));
  });
  return [
    ...gone.map((finding) => `gone: ${keyOf(finding)}`),
    ...other.map((finding) => `${finding.verdict} now: ${keyOf(finding)}`),
  ];
}

/** A Deployment whose selector no API server takes. */
function withInvalidSelector(index: number): Manifest {
  const selector = { matchLabels: { app: 'not a label!' } };
  return { ...CROWD[index], spec: { ...partOf(index, 'spec'), selector } };
}

describe.each(Object.entries(FORMATS))('%s', (_, { write, inputs, slips }) => {
  const texts = CROWD.map(write);
  const whole = lintInputs(inputs(texts));

  test('there is much to find', async () => {
    const rules = new Set((await whole).map(({ rule }) => rule));
    expect((await whole).length).toBeGreaterThan(100);
    expect([...rules].length).toBeGreaterThanOrEqual(14);
  });

  test('what cannot be read changes nothing else', async () => {
    for (const [turn, index] of EVERY_26TH.entries()) {
      const [from, to] = slips[turn % slips.length] ?? ['', ''];
      const text = texts[index] ?? '';
      const broken = text.replace(from, to);
      expect(broken).not.toBe(text);
      const after = await lintInputs(inputs(texts.with(index, broken)));
      expect(cascade(await whole, after, titleOf(index)), `${titleOf(index)}, ${from}`).toEqual([]);
      expect(after.filter(isIdle).filter(({ verdict }) => verdict !== 'unknown')).toEqual([]);
    }
  });

  test('a workload whose selector is invalid changes nothing else', async () => {
    for (const index of EVERY_25TH) {
      const after = await lintInputs(inputs(texts.with(index, write(withInvalidSelector(index)))));
      expect(cascade(await whole, after, titleOf(index)), titleOf(index)).toEqual([]);
      const own = after.filter(({ object }) => object === titleOf(index)).map(({ rule }) => rule);
      expect(own).toEqual(['invalid-selector']);
      expect(after.filter(({ verdict }) => verdict === 'unknown')).toEqual([]);
    }
  });
});
