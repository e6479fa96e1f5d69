import { EXIT, type ExitStatus, UsageError } from '../exit.ts';
import type { LintConfig } from '../lint/config.ts';
import type { LintCommandOptions } from '../lint/options.ts';
import { ALL_RULES, ruleOf, unknownRule } from '../lint/rule-list.ts';
import type { Console } from '../output/console.ts';
import { rulesJson, rulesText, ruleText } from '../output/lint-rules.ts';
import { printable } from '../output/printable.ts';

/**
 * `labelwise lint --rules` and `--explain`: tells about rules as they are configured, and reads nothing.
 *
 * @throws UsageError where there is no such rule
 */
export function tellRules(
  { explain, output }: LintCommandOptions,
  { rules }: LintConfig,
  console: Console,
): ExitStatus {
  const rule = explain === undefined ? undefined : ruleOf(explain);
  if (rule !== undefined) console.write(ruleText(rule, rules, console));
  else if (explain !== undefined) throw new UsageError(printable(unknownRule(explain).join(': ')));
  else console.write(output === 'json' ? rulesJson(ALL_RULES, rules) : rulesText(ALL_RULES, rules, console));
  return EXIT.yes;
}
