import { namedObjectTest } from '../commands/meant-object.ts';
import type { ConfiguredIgnore } from './config.ts';
import type { ConfigReader, ConfigValue } from './config-reader.ts';
import { globTest } from './glob.ts';
import { ruleOf, unknownRule } from './rule-list.ts';

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

/** An entry of `ignore:`; undefined, and told, where anything of it is wrong. */
export function readConfiguredIgnore(
  reader: ConfigReader,
  at: ConfigValue,
  index: number,
): ConfiguredIgnore | undefined {
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
