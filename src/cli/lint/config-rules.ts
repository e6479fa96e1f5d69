import type { Severity } from '../../manifests.ts';
import { nearest } from '../../reading.ts';
import type { ConfigReader, ConfigValue } from './config-reader.ts';
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

/** A severity that is configured; undefined, and told, for anything else. */
export function readSeverity(reader: ConfigReader, at: ConfigValue, what: string): Severity | undefined {
  const found = SEVERITIES.find((severity) => severity === at.value);
  if (found !== undefined) return found;
  const mend = meantWord(reader.written(at), SEVERITIES);
  return reader.wrong(at.path, `${what} is a severity: ${SEVERITIES.join(', ')}`, mend);
}

/** What is configured of rules. YAML of Kubernetes reads `off` and `on` as booleans; here they are what they say. */
export function readRules(reader: ConfigReader, at: ConfigValue): AskedRules {
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
