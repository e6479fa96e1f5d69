import type { LintFinding, Severity } from '../../manifests.ts';
import { ignoreWithoutReason, unusedIgnore } from './ignore-rules.ts';
import type { Ignore } from './ignores.ts';
import { type AskedRules, isMissed, ruleOf, severityAsked, unknownRule } from './rule-list.ts';

const INCOMPLETE = 'not everything could be read, and what is to be ignored may be in what was not';

function severityOf(id: string, asked: AskedRules): Severity | 'off' {
  const rule = ruleOf(id);
  return rule === undefined ? 'off' : severityAsked(rule, asked);
}

function withoutReason({ rule, place }: Ignore, severity: Severity): LintFinding {
  const names = rule === '' ? 'something' : rule;
  return {
    rule: ignoreWithoutReason.id,
    severity,
    verdict: 'definite',
    ...place,
    message: `${names} is to be ignored without a reason, and so it is not`,
    mend: `say why, after a colon: ${rule === '' ? 'rule' : rule}: reason`,
    related: [],
  };
}

/** What is wrong with an ignore of which there is nothing to ignore, and what would mend it. */
function unusedText({ rule, by }: Ignore): readonly [message: string, mend: string] {
  if (rule === '') return ['this names no rule, and ignores nothing', 'write rule: reason'];
  if (ruleOf(rule) === undefined) {
    const [message, mend] = unknownRule(rule);
    return [`this ignores nothing: ${message}`, mend];
  }
  return [
    `this ignores nothing: there is no finding of ${rule} here`,
    by === 'comment' ? 'remove it, or put it on the line before the finding or at its end' : 'remove it',
  ];
}

function withoutUse(ignore: Ignore, severity: Severity, isIncomplete: boolean): LintFinding {
  const [message, mend] = unusedText(ignore);
  return {
    rule: unusedIgnore.id,
    severity,
    verdict: isIncomplete ? 'unknown' : 'definite',
    ...ignore.place,
    message,
    mend,
    ...(isIncomplete && { doubt: INCOMPLETE }),
    related: [],
  };
}

/**
 * What there is to find in what is said to be ignored: reasons that are missing, and ignores that ignore nothing.
 *
 * @param asked the severities of rules, by their ids
 * @param isIncomplete whether something could not be read
 */
export function findingsOfIgnores(
  ignores: readonly Ignore[],
  unused: readonly Ignore[],
  asked: AskedRules,
  isIncomplete: boolean,
): readonly LintFinding[] {
  const ofReasons = severityOf(ignoreWithoutReason.id, asked);
  const ofUse = severityOf(unusedIgnore.id, asked);
  const findings: LintFinding[] = [];
  if (ofReasons !== 'off') {
    const reasonless = ignores.filter(({ reason }) => reason === '');
    findings.push(...reasonless.map((ignore) => withoutReason(ignore, ofReasons)));
  }
  if (ofUse !== 'off') {
    const useless = unused.filter(({ rule, isInReach }) => isInReach && isMissed(rule, asked));
    findings.push(...useless.map((ignore) => withoutUse(ignore, ofUse, isIncomplete)));
  }
  return findings;
}
