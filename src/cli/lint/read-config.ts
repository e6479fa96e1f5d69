import { readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Problem } from '../../manifests.ts';
import { decodeUtf8, describedKindMistakes, invalidUtf8Problem, loadYaml } from '../../reading.ts';
import { reasonOf } from '../input/sources.ts';
import { emptyConfig, type LintConfig } from './config.ts';
import { readConfiguredIgnore } from './config-ignore.ts';
import { ConfigReader, type ConfigValue } from './config-reader.ts';
import { readRules, readSeverity } from './config-rules.ts';
import { globTest } from './glob.ts';

function readExclude(reader: ConfigReader, at: ConfigValue): LintConfig['exclude'] {
  return reader.items(at, 'exclude', 'write patterns: - charts/*/templates').flatMap((item) => {
    const pattern = reader.text(item, 'a pattern');
    return pattern === undefined ? [] : [globTest(pattern)];
  });
}

function readKinds(reader: ConfigReader, at: ConfigValue): LintConfig['kinds'] {
  if (at.value === null) return [];
  const mistakes = describedKindMistakes(at.value);
  for (const { path, message, mend, part } of mistakes)
    reader.wrong([...at.path, ...path], message, mend, part);
  return mistakes.length === 0 ? (at.value as LintConfig['kinds']) : [];
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
    config.ignore = items.flatMap((item, index) => readConfiguredIgnore(reader, item, index) ?? []);
  },
  exclude(config, reader, at) {
    config.exclude = readExclude(reader, at);
  },
  kinds(config, reader, at) {
    config.kinds = readKinds(reader, at);
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
