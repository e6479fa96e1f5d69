import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import {
  decodeUtf8,
  invalidUtf8Problem,
  loadYaml,
  nearest,
  type Problem,
  type Severity,
} from '../../manifests.ts';
import { namedObjectTest } from '../commands/meant-object.ts';
import { reasonOf } from '../input/sources.ts';
import { type ConfiguredIgnore, emptyConfig, type LintConfig } from './config.ts';
import { ConfigReader, type ConfigValue } from './config-reader.ts';
import { globTest } from './glob.ts';
import { type AskedRules, ruleOf, unknownRule } from './rule-list.ts';

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'advice'];

/** Words of other tools for what is meant. */
const OTHER_WORDS: ReadonlyMap<string, string> = new Map([
  ['warn', 'warning'],
  ['info', 'advice'],
  ['note', 'advice'],
  ['notice', 'advice'],
  ['hint', 'advice'],
  ['none', 'off'],
  ['disabled', 'off'],
  ['ignore', 'off'],
]);

function meantWord(word: string, words: readonly string[]): string {
  const meant = OTHER_WORDS.get(word.toLowerCase()) ?? nearest(word, words);
  return meant !== undefined && words.includes(meant) ? `"${meant}" is meant` : `write ${words.join(', ')}`;
}

function readSeverity(reader: ConfigReader, at: ConfigValue, what: string): Severity | undefined {
  const found = SEVERITIES.find((severity) => severity === at.value);
  if (found !== undefined) return found;
  const mend = meantWord(reader.written(at), SEVERITIES);
  return reader.wrong(at.path, `${what} is a severity: ${SEVERITIES.join(', ')}`, mend);
}

/** YAML of Kubernetes reads `off` and `on` as booleans; here they are what they say. */
function readRules(reader: ConfigReader, at: ConfigValue): AskedRules {
  const rules: Record<string, Severity | 'off'> = {};
  const words = [...SEVERITIES, 'off', 'on'];
  for (const [id, member] of reader.members(at, 'rules', 'write rule: error, warning, advice, off or on')) {
    const rule = ruleOf(id);
    const severity = SEVERITIES.find((one) => one === member.value);
    if (rule === undefined) reader.wrong(member.path, ...unknownRule(id), 'key');
    else if (severity !== undefined) rules[id] = severity;
    else if (member.value === false || member.value === 'off') rules[id] = 'off';
    else if (member.value === true || member.value === 'on') rules[id] = rule.severity;
    else
      reader.wrong(
        member.path,
        `a rule is given ${words.join(', ')}`,
        meantWord(reader.written(member), words),
      );
  }
  return rules;
}

/** An object named as findings name it (`Deployment shop/web`), or as one would to kubectl (`shop/deployment/web`). */
function readObjectTest(reader: ConfigReader, at: ConfigValue): ConfiguredIgnore['object'] {
  const text = reader.text(at, 'an object');
  if (text === undefined) return undefined;
  const [, kind, namespace = '', name] = /^(\S+) +(\S+\/)?([^\s/]+)$/.exec(text.trim()) ?? [];
  const test = namedObjectTest(kind === undefined ? text.trim() : `${namespace}${kind}/${name}`);
  if (test === undefined) {
    reader.wrong(at.path, `"${text}" names no object`, 'write name, kind/name or namespace/kind/name');
  }
  return test;
}

const IGNORE_FIELDS = ['rule', 'object', 'file', 'reason'] as const;

function readIgnore(reader: ConfigReader, at: ConfigValue, index: number): ConfiguredIgnore | undefined {
  const shape = 'write rule: and reason:, and what it is about as object: or file:';
  const before = reader.problems.length;
  const members = new Map(reader.members(at, 'what is to be ignored', shape));
  for (const [name, { path }] of members) {
    if (!IGNORE_FIELDS.some((field) => field === name)) reader.unknownMember(path, name, IGNORE_FIELDS);
  }
  const [ruleAt, objectAt, fileAt, reasonAt] = IGNORE_FIELDS.map((field) => members.get(field));
  if (reader.problems.length === before) {
    if (ruleAt === undefined) reader.wrong(at.path, 'it is not said which rule is to be ignored', shape);
    if (reasonAt === undefined) {
      reader.wrong(at.path, 'it is not said why this is to be ignored', 'write reason: and why');
    }
  }
  const rule = ruleAt && reader.text(ruleAt, 'a rule');
  if (ruleAt !== undefined && rule !== undefined && ruleOf(rule) === undefined) {
    reader.wrong(ruleAt.path, ...unknownRule(rule));
  }
  const reason = reasonAt && reader.text(reasonAt, 'a reason');
  const object = objectAt && readObjectTest(reader, objectAt);
  const file = fileAt && reader.text(fileAt, 'a file');
  if (reader.problems.length > before || rule === undefined || reason === undefined) return undefined;
  const region = reader.origin.region(ruleAt?.path ?? at.path, 'value');
  return { rule, reason, object, file: file === undefined ? undefined : globTest(file), region, index };
}

function readExclude(reader: ConfigReader, at: ConfigValue): LintConfig['exclude'] {
  return reader.items(at, 'exclude', 'write patterns: - charts/*/templates').flatMap((item) => {
    const pattern = reader.text(item, 'a pattern');
    return pattern === undefined ? [] : [globTest(pattern)];
  });
}

type Writable = { -readonly [Field in keyof LintConfig]: LintConfig[Field] };

/** What each member of a configuration does to it. */
const MEMBERS: Readonly<Record<string, (config: Writable, reader: ConfigReader, at: ConfigValue) => void>> = {
  rules(config, reader, at) {
    config.rules = readRules(reader, at);
  },
  namespace(config, reader, at) {
    config.namespace = reader.text(at, 'a namespace');
  },
  failOn(config, reader, at) {
    config.failOn = readSeverity(reader, at, 'failOn');
  },
  ignore(config, reader, at) {
    const items = reader.items(at, 'ignore', 'write - rule: and reason: for each');
    config.ignore = items.flatMap((item, index) => readIgnore(reader, item, index) ?? []);
  },
  exclude(config, reader, at) {
    config.exclude = readExclude(reader, at);
  },
  kinds(_, reader, at) {
    reader.wrong(
      at.path,
      'kinds of your own cannot be described yet',
      'remove kinds: what is of kinds that are not known is told apart already',
      'key',
    );
  },
};

/** A configuration, or everything that is wrong with it. */
export type ConfigResult =
  | { readonly ok: true; readonly config: LintConfig }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/**
 * Reads the text of a configuration. With any mistake there is none: half a configuration would ignore what nobody
 * asked to be ignored.
 *
 * @param source what messages call it
 * @param folder the absolute path of the folder that its patterns begin at
 */
export async function parseConfig(text: string, source: string, folder: string): Promise<ConfigResult> {
  const { parseYamlText } = await loadYaml();
  const problems: Problem[] = [];
  const parsed = parseYamlText(source, text, 1, { problem: (problem) => problems.push(problem) });
  if (parsed === undefined) return { ok: false, problems };
  const reader = new ConfigReader(parsed.origin);
  const config: Writable = { ...emptyConfig(folder), source };
  const root = { value: parsed.value, path: [] };
  for (const [name, at] of reader.members(root, 'a configuration', 'write rules:, ignore:, namespace:')) {
    if (Object.hasOwn(MEMBERS, name)) MEMBERS[name]?.(config, reader, at);
    else reader.unknownMember(at.path, name, Object.keys(MEMBERS));
  }
  return reader.problems.length === 0 ? { ok: true, config } : { ok: false, problems: reader.problems };
}

/**
 * Reads a configuration file.
 *
 * @param path absolute
 * @param source what messages call it
 */
export async function readConfig(path: string, source: string): Promise<ConfigResult> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(path);
  } catch (error) {
    return { ok: false, problems: [{ source, message: reasonOf(error) }] };
  }
  const text = decodeUtf8(bytes);
  if (text === undefined) {
    return { ok: false, problems: [invalidUtf8Problem(source, bytes, { line: 1, column: 1 })] };
  }
  return parseConfig(text, source, dirname(path));
}
