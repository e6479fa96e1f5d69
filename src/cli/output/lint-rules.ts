import type { Severity } from '../../manifests.ts';
import { type AskedRules, type ListedRule, severityAsked } from '../lint/rule-list.ts';
import { type Layout, wrapped } from './layout.ts';
import { printable } from './printable.ts';
import type { Paint, Style } from './style.ts';
import { Table } from './table.ts';

const ABOUT: { readonly [A in ListedRule['about']]: string } = {
  manifests: 'What manifests are looked through for:',
  ignores: 'What is said to ignore findings:',
  changes: 'What a change does (--against):',
};

function isOff(rule: ListedRule, asked: AskedRules): boolean {
  return severityAsked(rule, asked) === 'off';
}

/** How bad what a rule finds is, be it looked for or not. */
function severityOf(rule: ListedRule, asked: AskedRules): Severity {
  const severity = severityAsked(rule, asked);
  return severity === 'off' ? rule.severity : severity;
}

/** All rules as tables, as they are with what is asked of them. */
export function rulesText(
  rules: readonly ListedRule[],
  asked: AskedRules,
  { style, columns }: Layout,
): string {
  const blocks = (['manifests', 'ignores', 'changes'] as const).map((about) => {
    let text = '';
    const table = new Table((part) => (text += part), 4, undefined);
    for (const rule of rules.filter((one) => one.about === about)) {
      const cells = [`  ${rule.id}`, severityOf(rule, asked), isOff(rule, asked) ? 'off' : 'on'];
      table.add({ cells, last: rule.title });
    }
    table.flush();
    const lines = text.split('\n').map((line) => wrapped(line, columns, 6));
    return `${style.bold(ABOUT[about])}\n${lines.join('\n')}`;
  });
  return blocks.join('\n');
}

/** The same for programs. */
export function rulesJson(rules: readonly ListedRule[], asked: AskedRules): string {
  const data = rules.map((rule) => {
    const { id, about, title, help } = rule;
    return { id, about, severity: severityOf(rule, asked), isOn: !isOff(rule, asked), title, help };
  });
  return `${JSON.stringify(data, null, 2)}\n`;
}

/** YAML set off from what is said about it. */
function indented(text: string): string {
  return text.replace(/^(?=.)/gm, '    ');
}

function examples(heading: string, paint: Paint, texts: readonly string[], style: Style): string {
  return `${paint(heading)}\n\n${texts.map(indented).join(`\n${style.dim('  and then:')}\n\n`)}`;
}

/** Longer lines are hard to read, however wide the screen is. */
const WIDEST = 100;

/** A rule with what there is to know of it. */
export function ruleText(rule: ListedRule, asked: AskedRules, { style, columns }: Layout): string {
  const state = isOff(rule, asked) ? `${severityOf(rule, asked)}, off` : severityOf(rule, asked);
  return [
    `${style.bold(rule.id)} ${style.dim(`(${state})`)}\n${wrapped(printable(rule.title), columns, 0)}\n`,
    `${wrapped(rule.help, Math.min(columns ?? WIDEST, WIDEST), 0)}\n`,
    examples('Found in:', style.red, rule.bad, style),
    examples('Not in:', style.green, rule.good, style),
  ].join('\n');
}
