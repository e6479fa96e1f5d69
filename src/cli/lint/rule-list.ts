import { DIFF_RULES, type LintOptions, RULES, type Severity } from '../../manifests.ts';
import { nearest } from '../../reading.ts';
import { IGNORE_RULES } from './ignore-rules.ts';

/** A rule as people read about it. */
export interface ListedRule {
  readonly id: string;
  readonly severity: Severity;
  readonly isOn: boolean;
  readonly title: string;
  readonly help: string;
  /** What it looks at: manifests, a change to them, or what is said to ignore findings. */
  readonly about: 'manifests' | 'changes' | 'ignores';
  /** What is found, and the same mended, as YAML; of changes, before and after. */
  readonly bad: readonly string[];
  readonly good: readonly string[];
}

/** What is asked of rules, by their ids. */
export type AskedRules = NonNullable<LintOptions['rules']>;

/** Every rule that can be named, in the order that they are listed. */
export const ALL_RULES: readonly ListedRule[] = [
  ...RULES.map((rule) => ({ ...rule, about: 'manifests' as const, bad: [rule.bad], good: [rule.good] })),
  ...IGNORE_RULES.map((rule) => ({ ...rule, about: 'ignores' as const, bad: [rule.bad], good: [rule.good] })),
  ...DIFF_RULES.map((rule) => ({
    ...rule,
    about: 'changes' as const,
    bad: [rule.bad.before, rule.bad.after],
    good: [rule.good.before, rule.good.after],
  })),
];

const BY_ID: ReadonlyMap<string, ListedRule> = new Map(ALL_RULES.map((rule) => [rule.id, rule]));

export function ruleOf(id: string): ListedRule | undefined {
  return BY_ID.get(id);
}

/** What is said of an id that no rule has: that, and which one is meant. */
export function unknownRule(id: string): readonly [message: string, mend: string] {
  const near = nearest(id, BY_ID.keys());
  return [
    `there is no rule "${id}"`,
    near === undefined ? 'labelwise lint --rules lists them' : `"${near}" is meant`,
  ];
}

/** How bad what a rule finds is, as asked for; `off` where it is not looked for. */
export function severityAsked({ id, severity, isOn }: ListedRule, asked: AskedRules): Severity | 'off' {
  return asked[id] ?? (isOn ? severity : 'off');
}

/**
 * Whether it says something that nothing of a rule was found. It does not where it was not looked for; a rule that there is
 * not counts as one that finds nothing.
 */
export function isMissed(id: string, asked: AskedRules): boolean {
  const rule = ruleOf(id);
  return rule === undefined || (rule.about !== 'changes' && severityAsked(rule, asked) !== 'off');
}

/** What is asked of the rules that the library knows: those about ignoring are the command's own. */
export function withoutIgnoreRules(asked: AskedRules): AskedRules {
  return Object.fromEntries(Object.entries(asked).filter(([id]) => BY_ID.get(id)?.about !== 'ignores'));
}
